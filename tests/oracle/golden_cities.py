"""Golden cities: many small random cities side by side, judged as of one day.

They are fixed by their number. The evaluator here and the engine agree on every row of them, so
whoever changes one of these rows has changed a rule: see ``nuanxin pack mutate --cities``.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from random import Random

from nuanxin.policy.cases import Case, Text
from nuanxin.policy.gathering import gathered

from .cities import City
from .further_cities import Record
from .merit_cities import OF_PERSONS, WORDS, add_merit
from .model import DAY, Facts

GOLDEN = 16
"""How many there are."""

SMALL = 40
_CITY_WIDE = ("task_end", "task_reopened")
_NONE = Text("", "")
_SUPPLIES = {
    "mask": ("医用口罩", "Mask", "N95", "respirator"),
    "coverall": ("防护服", "Coverall"),
    "thermometer": ("测温枪", "体温计", "额温枪", "Thermometer"),
    "disinfectant": (
        "消毒液",
        "酒精",
        "84",
        "Disinfectant",
        "alcohol wipes",
        "disinfecting alcohol",
    ),
}
_DATED = {"deliveries": "on_date", "waivers": "on_date", "declarations": "date"}


def golden_city(number: int) -> tuple[Facts, date]:
    """Facts and the day; every id begins with the number of the small city it belongs to."""
    rng = Random(f"golden {number}")
    whole = City(rng, 4)
    facts, as_of = whole.build()
    parts = [_part(rng, whole, as_of) for _ in range(SMALL)]
    for part in parts:
        part["calendar"] = facts["calendar"]
        part["declarations"] = [
            *(row for row in facts["declarations"] if row["kind"] in _CITY_WIDE),
            *(row for row in part["declarations"] if row["kind"] not in _CITY_WIDE),
        ]
        part["insurance"] = part.get("insurance", [])
    cases = [Case("", _NONE, _NONE, as_of, part, [], ()) for part in parts]
    return gathered(cases).facts, as_of


def _part(rng: Random, whole: City, as_of: date) -> Facts:
    city = City(rng, rng.randint(1, 8))
    city.first, city.days = whole.first, whole.days
    facts, _ = city.build()
    if city.chance(0.7):
        add_merit(city, as_of)
        facts["deliveries"] += [
            _offered(city, number, as_of) for number in range(rng.randint(0, 9))
        ]
    if city.chance(0.4):
        _supply(city, as_of)
    for table, column in _DATED.items():
        for row in facts[table]:
            if city.chance(0.1):
                row[column] = as_of + DAY * rng.choice((-1, 0, 0, 0, 1))
    facts["declarations"] = list({tuple(r.values()): r for r in facts["declarations"]}.values())
    return facts


def _offered(city: City, number: int, as_of: date) -> Record:
    """Something given to one who was found outstanding, on a day that may decide."""
    rng, findings = city.rng, city.facts["findings"]
    found = rng.choice(findings) if findings else {}
    provision = rng.choice(OF_PERSONS)
    day = found.get("decided_on", as_of)
    start = day if isinstance(day, date) else as_of
    return {
        "delivery_id": f"DO{number}",
        "provision": provision,
        "subject_id": found.get("person_id", rng.choice(city.people)),
        "on_date": rng.choice((start - DAY, start, start, start + DAY, as_of)),
        "quantity": None,
        "counterpart_id": rng.choice(WORDS.get(provision, (None, "U1"))),
        "period_start": rng.choice((None, None, start, start + DAY)),
    }


def _supply(city: City, as_of: date) -> None:
    """Stock issued under many names, and received by kind."""
    rng = city.rng
    for number in range(rng.randint(1, 6)):
        kind = rng.choice(tuple(_SUPPLIES))
        unit, day = rng.choice(city.units), as_of - DAY * rng.choice((0, 1, 6, 7, 13, 14, 30))
        city.facts["stock_issues"].append(
            {
                "issue_id": f"IS{number}",
                "at": datetime.combine(day, time(rng.choice((0, 8, 23)))),
                "item": rng.choice(_SUPPLIES[kind]),
                "standard": None,
                "quantity": Decimal(rng.choice((1, 5, 20))),
                "unit_id": unit,
                "person_id": None,
            }
        )
        if city.chance(0.7):
            received = {"delivery_id": f"DS{number}", "provision": "M08-3", "subject_id": unit}
            received |= {"on_date": day - DAY * rng.choice((0, 1, 20)), "counterpart_id": kind}
            city.facts["deliveries"].append(
                {**received, "quantity": Decimal(rng.choice((1, 8, 30)))}
            )
