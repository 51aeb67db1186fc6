"""Measures 1 to 6: the engine agrees, row for row, with an evaluator written from their page alone.

``NUANXIN_CITIES=1000 pytest tests/packs/dalian2020/test_oracle_merit.py`` looks at more cities.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from nuanxin.packs.dalian2020 import PACK
from tests.engines.ahead import ahead, chosen
from tests.engines.runs import Row
from tests.oracle import JUDGED
from tests.oracle import evaluate as oracle
from tests.oracle.merit_cities import merit_city
from tests.oracle.model import MERIT, Facts
from tests.oracle.smallest import smallest

from .test_oracle import differing, engine_rows

CITIES = int(os.environ.get("NUANXIN_CITIES", "10"))
MEASURES = frozenset(provision for provision in JUDGED if provision < "M07")

OTHER_NUMBERS: dict[str, tuple[str, int]] = {
    "unit_share_percent": ("mobilise.unit_share_max", 80),
    "respond_days": ("mobilise.respond_within", 9),
    "young_leader_age": ("mobilise.young_division_age_max", 45),
    "young_age": ("mobilise.young_section_age_max", 40),
    "contacts": ("merit.contacts_per_spell_min", 2),
    "channels": ("merit.channels_min", 1),
    "list_years": ("merit.list_expiry", 2),
    "assessment_days": ("merit.assessment_within", 5),
    "pool_days": ("merit.pool_within", 5),
    "talent_age": ("merit.young_talent_age_max", 45),
    "transfer_age": ("transfer.age_max", 35),
    "age_relaxation": ("transfer.age_relaxation", 5),
    "title_years": ("transfer.title_years_min", 5),
    "title_relaxation": ("transfer.title_years_relaxation", 3),
    "publicity_workdays": ("appoint.publicity_days", 2),
    "admission_months": ("party.admission_cap", 1),
    "promotion_years": ("appoint.after_promotion_years", 2),
    "rank_years": ("rank.years_min", 1),
    "pool_size": ("rank.pool_size", 3),
    "title_review_years": ("title.years_min", 4),
    "year_days": ("title.ce_full_year_days", 5),
    "credit_a_day": ("title.ce_credit_per_day", 2),
    "year_credits": ("title.ce_full_year_credits", 20),
    "horizon_days": ("recruit.redeployment_horizon", 30),
    "heavy_percent": ("assess.heavy_load_share", 60),
}
"""Another value for each number, by the evaluator's name and the pack's."""


def wanted(facts: Facts, as_of: date, numbers: dict[str, int] = MERIT) -> list[dict[str, object]]:
    rows = oracle(facts, as_of, {"merit": numbers})
    return [row for row in rows if row["provision"] in MEASURES]


def explained(facts: Facts, as_of: date) -> str:
    """The difference on the smallest city that still shows it."""

    def difference(city: Facts) -> list[str]:
        return differing(engine_rows(city, as_of, provisions=MEASURES), wanted(city, as_of))

    small = smallest(facts, lambda city: bool(difference(city)))
    rows = [f"{table}: {row}" for table in small for row in small[table]]
    return "\n".join([f"as of {as_of}", *rows, *difference(small)])


@pytest.fixture(scope="module")
def engine_says(request: pytest.FixtureRequest) -> Iterator[Callable[[int], list[Row]]]:
    """The engine's rows of the random city of a seed."""
    seeds = chosen(request, "test_agrees_on_a_random_city", "seed")
    with ahead(
        lambda seed, duckdb: engine_rows(*merit_city(seed), provisions=MEASURES, on=duckdb), seeds
    ) as rows:
        yield rows


@pytest.mark.parametrize("seed", range(CITIES))
def test_agrees_on_a_random_city(seed: int, engine_says: Callable[[int], list[Row]]) -> None:
    facts, as_of = merit_city(seed)
    lines = differing(engine_says(seed), wanted(facts, as_of))
    assert not lines, explained(facts, as_of)


@pytest.mark.parametrize("seed", range(10_000, 10_003))
def test_agrees_when_every_number_is_another(seed: int) -> None:
    facts, as_of = merit_city(seed, people=8)
    parameters = PACK.parameters.override(
        {key: str(value) for key, value in OTHER_NUMBERS.values()}
    )
    numbers = {name: value for name, (_, value) in OTHER_NUMBERS.items()}
    found = engine_rows(facts, as_of, parameters, MEASURES)
    assert differing(found, wanted(facts, as_of, numbers)) == []


def test_every_number_has_another() -> None:
    assert set(OTHER_NUMBERS) == set(MERIT)
    assert all(MERIT[name] != value for name, (_, value) in OTHER_NUMBERS.items())
