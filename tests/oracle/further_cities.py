"""The tables of the further provisions in a random city, dense and nasty like the rest."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Protocol

from .model import DAY, Facts

Record = dict[str, object]

ITEMS = ("N95口罩", "医用防护口罩", "KN95口罩", "3M Respirator", "respirator gb2626", "外科口罩")
STANDARDS = (
    *(None, None, None, "GB19083", "gb 19083-2010", "GB19083-2010", "GB\u300019083 - 2010"),
    *("GB2626-2019", "GB19083-20101", "YY0469-2011", "GB19083-2010-2010"),
)
NEAR = ("0:00:00", "0:00:01", "6:00:00", "12:00:00", "12:00:01", "24:00:00")
FIELDS = ("姓名", "体温", "住址", "行程", "name", "Name")
MINUTES = ("0", "5", "10", "10", "15", "20", "29.5", "30", "30.5")
ASKED_AFTER = ("0:00:00", "0:00:00", "1:00:00", "24:00:00", "167:59:59", "168:00:00", "168:00:01")
ENTRIES = {
    "kindergarten_entry": "M13-2",
    "primary_entry": "M13-3",
    "senior_entry": "M13-4",
    "vocational_entry": "M13-5",
}
STAGES = (*ENTRIES, "junior_entry", "senior")
OF_PEOPLE = ("M12-2", "M12-3", "M12-3", "M12-3", "M12-5", "M12-5")
OF_CHILDREN = ("M13-1", *ENTRIES.values())
WAIVED = ("M08-4", "M10-2", *(4 * ("M10-3",)), *OF_PEOPLE, *(2 * OF_CHILDREN), "M15-2")


class City(Protocol):
    """What the builder of a city offers."""

    rng: Random
    facts: Facts
    people: list[str]
    units: list[str]
    first: date

    def chance(self, share: float) -> bool: ...
    def day(self, before: int = 3, after: int = 10) -> date: ...
    def moment(self) -> datetime: ...


def add_further(city: City) -> None:
    """Adds five tables, and deliveries and waivers that go with them."""
    if city.chance(0.35):
        _departure(city)
    for number, spell in enumerate(city.facts["spells"]):
        if city.chance(0.15):
            city.facts["absences"].append(_rest(city, f"AF{number}", spell))
    makers = {"children": _child, "harms": _harm, "stock_issues": _issue}
    for name, make in makers.items():
        city.facts[name] = [make(city, number) for number in range(city.rng.randint(0, 5))]
    city.facts["held_fields"] = _held_fields(city)
    city.facts["data_requests"] = _requests(city)
    for number in range(city.rng.randint(0, 10)):
        city.facts["deliveries"].append(_delivery(city, f"DF{number}"))
    for number in range(city.rng.randint(0, 5)):
        city.facts["waivers"].append(_waiver(city, f"WF{number}"))


def _departure(city: City) -> None:
    """An aid team of everybody leaves, and one contact takes many of the families."""
    start = city.day(3, 0)
    for person_id in city.people:
        spell: Record = {"spell_id": f"SA{person_id}", "person_id": person_id}
        spell |= {"post_id": city.rng.choice(city.facts["posts"])["post_id"]}
        spell |= {"arranged_by": city.rng.choice(city.units), "start_date": start}
        spell |= {"end_date": None, "mission": "aid", "aid_place": "武汉", "treats_confirmed": True}
        city.facts["spells"].append(spell)
        if city.chance(0.9):
            named = _deliver(
                f"DK{person_id}", "M12-5", person_id, start + DAY * city.rng.randint(0, 3)
            )
            city.facts["deliveries"].append({**named, "counterpart_id": "K1"})


def _rest(city: City, absence_id: str, spell: Record) -> Record:
    """Fifteen days, or one less, soon after a spell."""
    end = spell["end_date"]
    start = (end if isinstance(end, date) else city.day()) + DAY * city.rng.choice((0, 1, 1, 3))
    row: Record = {"absence_id": absence_id, "person_id": spell["person_id"], "kind": "rest15"}
    return row | {"start_date": start, "end_date": start + DAY * city.rng.choice((13, 14, 14, 15))}


def _child(city: City, number: int) -> Record:
    return {
        "child_id": f"C{number}",
        "name": None,
        "guardian_id": city.rng.choice(city.people),
        "other_guardian_id": city.rng.choice((*city.people, None, "NOBODY")),
        "birth_date": date(2010, 1, 1),
        "household_district": city.rng.choice(("中山区", "中山区", None)),
        "stage": city.rng.choice(STAGES),
        "enrol_year": None,
        "needs_home_study": city.rng.choice((True, True, False, None)),
    }


def _harm(city: City, number: int) -> Record:
    day = city.day()
    filed = day + DAY * city.rng.choice((-1, 0, 1, 3, 5, 6))
    decided = filed + DAY * city.rng.choice((-1, 0, 3, 15, 16))
    paid = decided + DAY * city.rng.choice((0, 1, 10, 14, 20))
    return {
        "harm_id": f"H{number}",
        "person_id": city.rng.choice(city.people),
        "date": day,
        "kind": city.rng.choice(("illness", "injury", "injury", "violence", "rumour")),
        "arises_from_duty": city.rng.choice((True, True, True, None, False)),
        "filed_on": filed if city.chance(0.7) else None,
        "decided_on": decided if city.chance(0.7) else None,
        "recognised": city.rng.choice((True, True, None, False)),
        "paid_on": paid if city.chance(0.5) else None,
        "clarified_on": None,
    }


def _issue(city: City, number: int) -> Record:
    """Often at, or a second off, the bounds of somebody's shift."""
    at, person_id = city.moment(), city.rng.choice((*city.people, None, "NOBODY"))
    if city.facts["attendance"] and city.chance(0.7):
        row = city.rng.choice(city.facts["attendance"])
        at, person_id = row[city.rng.choice(("start", "end"))], row["person_id"]  # type: ignore[assignment]
        at += city.rng.choice((-1, 1)) * duration(city.rng.choice(NEAR))
    return {
        "issue_id": f"I{number}",
        "at": at,
        "item": city.rng.choice(ITEMS),
        "standard": city.rng.choice(STANDARDS),
        "quantity": Decimal(city.rng.choice(("0", "1", "2.5", "100"))),
        "unit_id": city.rng.choice(city.units),
        "person_id": person_id,
    }


def _held_fields(city: City) -> list[Record]:
    return [
        {"field": field, "table_code": code, "owner_id": city.rng.choice((*city.units, "NOBODY"))}
        for field in FIELDS
        for code in ("A", "B")
        if city.chance(0.15)
    ]


def _requests(city: City) -> list[Record]:
    found: list[Record] = []
    at = city.moment()
    for number in range(city.rng.choice((0, 2, 5, 9))):
        at += duration(city.rng.choice(ASKED_AFTER))
        found.append(
            {
                "request_id": f"R{city.rng.randint(0, 9)}{number}",
                "issuer_id": city.rng.choice(city.units),
                "target_id": city.rng.choice(city.units[:2]),
                "issued_at": at if city.chance(0.8) else city.moment(),
                "fields": [city.rng.choice(FIELDS) for _ in range(city.rng.choice((1, 1, 2, 3)))],
                "minutes": Decimal(city.rng.choice(MINUTES)),
                "is_emergency": city.chance(0.3),
                "table_code": city.rng.choice((None, None, "A", "B")),
            }
        )
    return found


def _delivery(city: City, delivery_id: str) -> Record:
    provision, subject_id = _due_thing(city)
    start = _start(city)
    on_date = start + DAY * city.rng.choice((-1, 0, 0, 1, 3, 4, 8, 21, 22, 40))
    row = _deliver(delivery_id, provision, subject_id, on_date)
    row["counterpart_id"] = city.rng.choice(("K1", "K1", "K2", None))
    if city.chance(0.3):
        row["period_start"] = start + DAY * city.rng.choice((0, 0, 1, 8, 22, 36))
    return row


def _due_thing(city: City) -> tuple[str, str]:
    """A provision and a subject that may well have a row of it."""
    if not city.facts["children"] or city.chance(0.6):
        return city.rng.choice(OF_PEOPLE), city.rng.choice(city.people)
    child = city.rng.choice(city.facts["children"])
    entry = ENTRIES.get(str(child["stage"]), city.rng.choice(OF_CHILDREN))
    return city.rng.choice(("M13-1", entry, entry)), str(child["child_id"])


def _deliver(delivery_id: str, provision: str, subject_id: str, on_date: date) -> Record:
    row: Record = {"delivery_id": delivery_id, "provision": provision, "subject_id": subject_id}
    return row | {
        "on_date": on_date,
        "quantity": None,
        "counterpart_id": None,
        "period_start": None,
    }


def _start(city: City) -> date:
    """The start of a spell, if there is one."""
    spells = city.facts["spells"]
    start = city.rng.choice(spells)["start_date"] if spells else None
    return start if isinstance(start, date) else city.day()


def _waiver(city: City, waiver_id: str) -> Record:
    provision, person_id = city.rng.choice(WAIVED), city.rng.choice(city.people)
    concerned = {"M10": city.facts["harms"], "M13": city.facts["children"]}.get(provision[:3])
    if concerned:
        row = city.rng.choice(concerned)
        person_id = str(row.get("person_id") or row["guardian_id"])
        provision = ENTRIES.get(str(row.get("stage")), provision)
    return {
        "waiver_id": waiver_id,
        "person_id": person_id,
        "provision": provision,
        "on_date": city.day(0, 40),
        "reason": "本人书面放弃",
    }


def duration(text: str) -> timedelta:
    """``H:MM:SS`` as a length of time."""
    hours, minutes, seconds = map(int, text.split(":"))
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)
