"""Random cities for measures 1 to 6: people alike enough to tie, findings, acts of every kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from .cities import City
from .model import DAY, Facts

EMPLOYMENTS = (
    *("civil_servant", "civil_servant", "institution_staff", "institution_staff"),
    *("grassroots_institution_staff", "community_cadre", "village_cadre"),
    *("graduate_village_official", "contract", "volunteer", "enterprise_staff"),
)
WORDS = {
    "M02-1": ("phone", "leader", None),
    "M02-3": ("pool", "plan", "plan", "Pool", None),
    "M03-6": ("publicity", "approval", "publicity", "approval", "other"),
    "M06-1": ("merit", "commendation", None),
    "M06-2": ("panel", "panel", None, "city"),
}
OF_PERSONS = (
    *("M01-4", "M02-1", "M02-1", "M02-2", "M02-3", "M02-3", "M02-3", "M03-1", "M03-2"),
    *("M03-4", "M03-5", "M03-6", "M03-6", "M03-6", "M04-1", "M04-2", "M04-3", "M05-1"),
    *("M05-2", "M05-3", "M06-1", "M06-1", "M06-2", "M06-2"),
)
OF_UNITS = ("M01-1", "M01-1", "M01-4", "M01-4", "M04-4", "M05-4", "M05-4", "M06-3")
KINDS = (
    *("hospital", "hospital", "school", "public_institution"),
    *("party_organ", "government_organ", "community"),
)
TASK_POSTS = ("grid", "screening", "patrol", "checkpoint", "key_visit")


def merit_city(seed: int, people: int | None = None) -> tuple[Facts, date]:
    """Facts and an as-of day, the same for the same arguments; 2 to 9 people by default."""
    rng = Random(f"merit {seed}")
    city = City(rng, people or rng.randint(2, 9))
    facts, as_of = city.build()
    add_merit(city, as_of)
    return facts, as_of


def add_merit(city: City, as_of: date) -> None:
    """What measures 1 to 6 read, added to a built city."""
    rng, facts = city.rng, city.facts
    for unit in facts["units"]:
        unit |= {"kind": rng.choice(KINDS), "district": rng.choice(("东区", "东区", "西区"))}
    for post in facts["posts"]:
        if rng.random() < 0.4:
            post["kind"] = rng.choice(TASK_POSTS)
    mould = _person(rng, as_of)
    for row in facts["people"]:
        row |= mould if rng.random() < 0.7 else _person(rng, as_of)
        row |= {name: None for name in OPTIONAL if rng.random() < 0.07}
        row |= {"birth_date": _birth(rng, as_of)} if rng.random() < 0.5 else {}
    facts["findings"] = [_finding(city, number) for number in range(rng.randint(0, 6))]
    for number in range(rng.randint(2, 16)):
        facts["deliveries"].append(_act(city, number))
    for number in range(rng.randint(0, 3)):
        waiver = {"waiver_id": f"WM{number}", "person_id": rng.choice(city.people)}
        waiver |= {"provision": rng.choice(OF_PERSONS), "on_date": city.day(0, 40)}
        facts["waivers"].append({**waiver, "reason": "本人不要"})


OPTIONAL = (
    *("is_secretary", "birth_date", "education", "party"),
    *("title_level", "title_since", "rank_since"),
)


def _birth(rng: Random, as_of: date) -> date:
    """Around an age that decides, to the day."""
    years = rng.choice((30, 35, 36, 40, 41, 45, 46, 48, 49, 55))
    return _years_before(as_of, years) + DAY * rng.choice((-60, -1, 0, 1, 60))


def _years_before(day: date, years: int) -> date:
    return date(day.year - years, day.month, min(day.day, 28))


def _person(rng: Random, as_of: date) -> dict[str, object]:
    def since(*years: int) -> date:
        return _years_before(as_of, rng.choice(years)) + DAY * rng.choice((-1, 0, 1, 90))

    return {
        "employment": rng.choice(EMPLOYMENTS),
        "profession": rng.choice(("nurse", "doctor", "administrator", "teacher")),
        "is_leader": rng.random() < 0.2,
        "is_secretary": rng.random() < 0.6,
        "birth_date": _birth(rng, as_of),
        "education": rng.choice(("below_college", "college", "bachelor", "master", "doctor")),
        "party": rng.choice(("member", "probationary", "applicant", "applicant", "none")),
        "title_level": rng.choice(("none", "junior", "intermediate", "associate", "full")),
        "title_since": since(0, 1, 2, 4, 5, 6),
        "rank_since": since(0, 1, 2, 3),
    }


def _finding(city: City, number: int) -> dict[str, object]:
    rng = city.rng
    on = city.day(5, 20)
    if rng.random() < 0.1:
        on = _years_before(on, 3)
    channels = [rng.choice(("phone", "network", "leader", "meeting")) for _ in range(3)]
    return {
        "finding_id": f"F{number}",
        "person_id": rng.choice(city.people),
        "level": rng.choice(("outstanding", "outstanding", "exceptional")),
        "decided_on": on,
        "decided_by": "U1",
        "channels": channels[: rng.randint(1, 3)],
        "expires_on": on + DAY * rng.choice((-1, 0, 30, 400)) if rng.random() < 0.3 else None,
    }


def _act(city: City, number: int) -> dict[str, object]:
    rng = city.rng
    of_unit = rng.random() < 0.35
    provision = rng.choice(OF_UNITS if of_unit else OF_PERSONS)
    starts = [row["decided_on"] for row in city.facts["findings"]]
    starts += [row["start_date"] for row in city.facts["spells"]]
    starts += [date(2020, 1, 1)]
    starts += [row["on_date"] for row in city.facts["deliveries"] if row["provision"] == provision]
    words = ("certificate", "certificate", None, "notice") if provision == "M05-4" else (None, "U1")
    quantities = (None, 0, 1, 1, 2, 3, 5, 12)
    quantity = rng.choice(quantities) if of_unit else None
    return {
        "delivery_id": f"DM{number}",
        "provision": provision,
        "subject_id": rng.choice((*city.units, "U9") if of_unit else city.people),
        "on_date": city.day(3, 40),
        "quantity": None if quantity is None else Decimal(quantity),
        "counterpart_id": rng.choice(WORDS.get(provision, words)),
        "period_start": rng.choice(starts) if rng.random() < 0.3 else None,
    }
