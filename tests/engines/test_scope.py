"""One text for one and for all: a person, a unit or a slice gives the rows of the full run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from nuanxin.policy import evaluate as evaluation
from nuanxin.policy.evaluate import evaluate
from nuanxin.policy.provision import OBLIGATION_COLUMNS
from tests.oracle.cities import random_city
from tests.oracle.model import Facts

from .runs import Row, criteria, engine, fetched, obligations, run_of

SEEDS = (3, 11)
AS_OF = date(2020, 4, 20)
Bag = list[tuple[object, ...]]


def whole(facts: Facts, as_of: date) -> tuple[list[Row], list[Row]]:
    rows = obligations(facts, as_of, criteria=True)
    return rows, criteria()


def bag(rows: list[Row], wanted: Callable[[Row], bool] = lambda _row: True) -> Bag:
    """Rows in an order of their own: a run promises none."""
    return sorted((tuple(row.values()) for row in rows if wanted(row)), key=repr)


def assert_scoped_equals_full(seed: int, kind: str, table: str) -> None:
    facts, as_of = random_city(seed, people=3)
    every, reasons = whole(facts, as_of)
    for one in facts[table]:
        subject = str(one[f"{kind}_id"])
        scoped = obligations(facts, as_of, subject=f"{kind}:{subject}", criteria=True)
        why = criteria()
        theirs = bag(every, lambda r, s=subject: (r["subject_kind"], r["subject_id"]) == (kind, s))
        ids = {row[0] for row in theirs}
        assert bag(scoped) == theirs
        assert bag(why) == bag(reasons, lambda r, i=ids: r["obligation_id"] in i)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_person_alone_gets_the_rows_of_the_full_run(seed: int) -> None:
    assert_scoped_equals_full(seed, "person", "people")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_unit_alone_gets_the_rows_of_the_full_run(seed: int) -> None:
    assert_scoped_equals_full(seed, "unit", "units")


def test_a_spouse_is_seen_but_gets_no_row_when_only_the_other_is_asked_for() -> None:
    """The couple is one fact, the row one for each (M11-1); a thirty-day stint is one's own."""
    facts = couple_on_long_spells()
    every = obligations(facts, AS_OF)
    assert {(row["provision"], row["subject_id"]) for row in every} >= {
        (provision, person) for provision in ("M11-1", "M07-3") for person in ("P1", "P2")
    }
    for person in ("P1", "P2"):
        scoped = obligations(facts, AS_OF, subject=f"person:{person}")
        assert bag(scoped) == bag(every, lambda row, p=person: row["subject_id"] == p)


def couple_on_long_spells() -> Facts:
    facts, _ = random_city(1, people=2)
    unit, post = facts["units"][0]["unit_id"], facts["posts"][0]["post_id"]
    for person in facts["people"]:
        person["profession"] = "nurse"
    spell = {
        "post_id": post,
        "arranged_by": unit,
        "start_date": date(2020, 2, 1),
        "end_date": date(2020, 3, 15),
        "mission": "local",
        "treats_confirmed": False,
    }
    spells = [{**spell, "spell_id": f"S{p}", "person_id": f"P{p}"} for p in (1, 2)]
    couple = [{"person_id": "P1", "relative_id": "P2", "kind": "spouse"}]
    kept = {name: facts[name] for name in ("units", "people", "posts")}
    return {**kept, "spells": spells, "attendance": [], "relations": couple}


@pytest.mark.parametrize("rows_per_slice", [1, 9])
def test_many_slices_give_the_rows_of_one(
    rows_per_slice: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts, as_of = random_city(27, people=4)
    assert_sliced_equals_whole(facts, as_of, rows_per_slice, monkeypatch)


def test_spouses_in_two_slices_give_the_rows_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = couple_on_long_spells()
    shift = {
        "post_id": facts["posts"][0]["post_id"],
        "start": datetime(2020, 2, 3, 8),
        "end": datetime(2020, 2, 3, 16),
        "status": "worked",
    }
    facts["attendance"] = [
        {**shift, "attendance_id": f"A{p}", "person_id": f"P{p}"} for p in (1, 2)
    ]
    assert_sliced_equals_whole(facts, AS_OF, 1, monkeypatch)


def assert_sliced_equals_whole(
    facts: Facts, as_of: date, rows_per_slice: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    every, reasons = whole(facts, as_of)
    monkeypatch.setattr(evaluation, "ROWS_PER_SLICE", rows_per_slice)
    told: list[str] = []
    evaluate(run_of(facts, as_of, criteria=True), engine(), lambda what, _share: told.append(what))
    assert len(told) > 2, "the run was one slice"
    assert bag(fetched("obligations", OBLIGATION_COLUMNS)) == bag(every)
    assert bag(criteria()) == bag(reasons)
    held = {name for (name,) in engine().fetch("SELECT table_name FROM duckdb_tables()")}
    assert "shifts_of_unit" in held
    assert "sketch" not in held, "what nothing reads any more is given back"


@pytest.mark.parametrize("name", ["P{0}", "O'Brien", "{", "P1}"])
def test_a_person_is_found_under_any_name(name: str) -> None:
    facts, as_of = random_city(3, people=1)
    one = facts["people"][0]["person_id"]
    renamed = {
        table: [{k: name if v == one else v for k, v in row.items()} for row in rows]
        for table, rows in facts.items()
    }
    every = [row for row in obligations(renamed, as_of) if row["subject_id"] == name]
    assert every
    assert bag(obligations(renamed, as_of, subject=f"person:{name}")) == bag(every)
