"""What the provisions of rest, supplies, care and publicity read, in a random city."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .further_cities import City, Record, _deliver, _start
from .model import DAY

KINDS = (*(6 * ("hospital",)), "public_institution", "school", "community", "village", "enterprise")
SUPPLIES = ("mask", "mask", "coverall", "thermometer", "disinfectant", "Mask")
CHANNELS = ("phone", "network", "leader", "meeting", "assessment")
PURPOSES = ("frontline_support", "consolation", "supplies", "hardship", "other")
AMOUNTS = (-50_000, 0, 1, 40_000, 60_000, 70_000, 100_000, 300_001)
OF_PEOPLE = (
    *("M08-2", "M10-1", "M11-2", "M11-3", "M11-3", "M11-6", "M12-1"),
    *("M12-4", "M12-4", "M12-4", "M14-1", "M14-1", "M16-3"),
)
OF_UNITS = ("M07-1", "M08-3", "M09-2", "M15-4", "M16-1", "M16-2")
COUNTS = (None, 0, 0, 1, 2, 2, 5, 6, 8, 9)
WAIVED = (
    *("M08-2", "M10-1", "M11-2", "M11-3", "M11-6", "M12-1"),
    *("M12-4", "M14-1", "M14-2", "M16-3"),
)


def add_care(city: City) -> None:
    """Kinds of units, needs of people, funds, findings, and deliveries that go with them."""
    rng, facts = city.rng, city.facts
    for unit in facts["units"]:
        unit["kind"] = rng.choice(KINDS)
    for person in facts["people"]:
        person["needs_transport"] = rng.choice((True, False, None))
    for harm in facts["harms"]:
        day = harm["date"]
        if isinstance(day, date) and city.chance(0.5):
            harm["clarified_on"] = day + DAY * rng.choice((0, 1, 2, 3, 30))
    facts["fund_entries"] = [_entry(city, number) for number in range(rng.randint(0, 6))]
    facts["findings"] = [_finding(city, number) for number in range(rng.randint(0, 4))]
    for number in range(rng.randint(0, 20)):
        facts["deliveries"].append(_act(city, f"DG{number}"))
    for number in range(rng.randint(0, 3)):
        facts["waivers"].append(_waiver(city, f"WG{number}"))


def _entry(city: City, number: int) -> Record:
    return {
        "entry_id": f"E{number}",
        "fund": city.rng.choice(("party_dues", "party_dues", "matching")),
        "on_date": city.day(),
        "amount_fen": city.rng.choice(AMOUNTS),
        "purpose": city.rng.choice(PURPOSES[: city.rng.randint(2, 5)]),
        "beneficiary_kind": city.rng.choice(("nurse", "nurse", None)),
    }


def _finding(city: City, number: int) -> Record:
    decided = city.day()
    later = decided + DAY * city.rng.choice((0, 20, 60, 200))
    return {
        "finding_id": f"F{number}",
        "person_id": city.rng.choice(city.people),
        "level": city.rng.choice(("outstanding", "outstanding", "exceptional")),
        "decided_on": decided,
        "decided_by": "组织部",
        "channels": [city.rng.choice(CHANNELS) for _ in range(city.rng.choice((1, 2, 2, 3)))],
        "expires_on": later if city.chance(0.3) else None,
    }


def _act(city: City, delivery_id: str) -> Record:
    """A delivery with a subject, a day and a quantity that its provision may well read."""
    rng = city.rng
    if city.chance(0.6):
        provision, subject = rng.choice(OF_PEOPLE), rng.choice((*city.people, "NOBODY"))
    else:
        provision, subject = rng.choice(OF_UNITS), rng.choice((*city.units, "NOBODY"))
    if provision == "M09-2" and city.chance(0.6):
        return _paid(city, delivery_id)
    row = _deliver(delivery_id, provision, subject, _day(city, provision))
    count = rng.choice(COUNTS)
    row["quantity"] = None if count is None else Decimal(count)
    row["counterpart_id"] = rng.choice((*city.units, "NOBODY", None))
    if provision == "M08-3":
        row["counterpart_id"] = rng.choice(SUPPLIES)
        row["quantity"] = None if city.chance(0.1) else Decimal(rng.choice((1, 5, 100, 300)))
    if city.chance(0.4):
        row["period_start"] = _day(city, provision)
    return row


def _day(city: City, provision: str) -> date:
    """A day on which something of the provision may well lie."""
    rows = {
        "M08-2": [row["start"] for row in city.facts["attendance"]],
        "M10-1": [row["date"] for row in city.facts["harms"]],
        "M11-6": [row["decided_on"] for row in city.facts["findings"]],
    }.get(provision)
    if provision in ("M12-4", "M14-1"):
        return city.first + DAY * city.rng.randint(0, 5)
    if rows and city.chance(0.7):
        day = city.rng.choice(rows)
        return date.fromisoformat(str(day)[:10])
    return _start(city) + DAY * city.rng.choice((-1, 0, 0, 1, 2, 6, 7, 8, 14, 31))


def _paid(city: City, delivery_id: str) -> Record:
    """An approval of an increment, or somebody's share of it."""
    rng = city.rng
    unit, month = rng.choice(city.units), city.day(0, 0).replace(day=1)
    row = _deliver(delivery_id, rng.choice(("M09-2", "M09-3", "M09-3")), unit, month + DAY * 35)
    row["quantity"] = rng.choice((None, Decimal(1_000), Decimal(1_000), Decimal(2_000)))
    if row["provision"] == "M09-3":
        row["subject_id"] = rng.choice((*city.people, "NOBODY"))
        row["counterpart_id"] = unit
    row["period_start"] = rng.choice((None, month, month + DAY * 3))
    return row


def _waiver(city: City, waiver_id: str) -> Record:
    return {
        "waiver_id": waiver_id,
        "person_id": city.rng.choice(city.people),
        "provision": city.rng.choice(WAIVED),
        "on_date": city.day(0, 40),
        "reason": "本人书面放弃",
    }
