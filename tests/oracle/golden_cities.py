"""Golden cities: many small random cities side by side, judged as of one day.

They are fixed by their number. The evaluator here and the engine agree on every row of them, so
whoever changes one of these rows has changed a rule: see ``nuanxin pack mutate --cities``.
"""

from __future__ import annotations

from datetime import date
from random import Random

from nuanxin.policy.cases import Case, Text
from nuanxin.policy.gathering import gathered

from .cities import City
from .merit_cities import add_merit
from .model import Facts

GOLDEN = 12
"""How many there are."""

SMALL = 40
_CITY_WIDE = ("task_end", "task_reopened")
_NONE = Text("", "")


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
    if city.chance(0.5):
        add_merit(city, as_of)
    return facts
