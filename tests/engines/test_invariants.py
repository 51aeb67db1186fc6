"""What must be true of every evaluation, whatever the facts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from nuanxin.engines import output
from nuanxin.facts import load_facts
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.contract import TABLE, TABLES
from nuanxin.policy.criteria import words_of
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.modality import Modality, State
from nuanxin.policy.provision import LISTED_COLUMNS
from tests.oracle.carrier import write_facts
from tests.oracle.cities import cities, random_city
from tests.oracle.model import Facts

from .runs import Row, counted, criteria, engine, fetched, obligations

City = tuple[Facts, date]


@given(cities(people=5))
@settings(max_examples=8, deadline=None)
def test_rows_and_reasons_are_sound(city: City) -> None:
    facts, as_of = city
    rows = obligations(facts, as_of, criteria=True)
    for row in rows:
        assert_sound(row, as_of)
    ids = Counter(row["obligation_id"] for row in rows)
    assert set(ids.values()) <= {1}

    reasons, there = criteria(), references(facts)
    listed = Counter(entry["listing_id"] for entry in fetched("listed", LISTED_COLUMNS))
    assert set(listed.values()) <= {1}
    assert {reason["obligation_id"] for reason in reasons} == set(ids) | set(listed)
    assert len({(r["obligation_id"], r["criterion"]) for r in reasons}) == len(reasons)
    for reason in reasons:
        assert_explains(reason, there)


def assert_sound(row: Row, as_of: date) -> None:
    state, modality = State(str(row["state"])), Modality(str(row["modality"]))
    assert modality.allows(state)
    assert modality is PACK.text.obligation(str(row["provision"])).modality
    assert row["measure"] == int(str(row["provision"])[1:3])
    if row["quantity"] is None:
        assert state is State.UNKNOWN
    else:
        assert row["quantity"] >= 0  # type: ignore[operator]
    if row["quantity_met"] is not None:
        assert 0 <= row["quantity_met"] <= row["quantity"]  # type: ignore[operator]
    if row["period_end"] is not None:
        assert row["period_start"] <= row["period_end"]  # type: ignore[operator]
    assert (state is State.UNKNOWN) == (row["missing"] is not None)
    if state is State.OVERDUE:
        assert row["due_on"] < as_of  # type: ignore[operator]
    assert row["as_of"] == as_of
    start = str(row["period_start"])
    parts = [row["provision"], row["subject_kind"], row["subject_id"], start]
    assert str(row["obligation_id"]).split("|")[:4] == parts


def assert_explains(reason: Row, there: set[str]) -> None:
    provision = str(reason["obligation_id"]).partition("|")[0]
    words = words_of(PACK.criteria, provision, str(reason["criterion"]))
    if reason["value"] is not None:
        assert "{value}" in words.answer.zh or reason["value"] == ""
    refs = [ref for ref in str(reason["fact_refs"]).split(";") if ref]
    assert set(refs) <= there
    assert refs == sorted(set(refs))


def references(facts: Facts) -> set[str]:
    """``table:key`` of every row, the parts of a key joined by a slash."""
    return {
        f"{table}:" + "/".join(str(row.get(key) or "") for key in TABLE[table].key)
        for table in facts
        for row in facts[table]
    }


@pytest.mark.parametrize("seed", [5, 31])
def test_the_order_of_facts_changes_nothing(seed: int) -> None:
    facts, as_of = random_city(seed, people=6)
    turned = {table: rows[::-1] for table, rows in facts.items()}
    assert counted(obligations(facts, as_of)) == counted(obligations(turned, as_of))


def test_facts_dated_after_as_of_change_nothing() -> None:
    """They do not exist yet (T1); a shift that is planned does, whatever its date."""
    facts, as_of = random_city(14, people=6)
    dated = {"spells": "start_date", "declarations": "date", "deliveries": "on_date"}
    dated |= {"attendance": "start", "waivers": "on_date", "stock_issues": "at", "harms": "date"}
    seen = dict(facts)
    for table, column in dated.items():
        seen[table] = [
            row
            for row in facts[table]
            if str(row[column])[:10] <= str(as_of) or row.get("status") in ("planned", "cancelled")
        ]
    begun = {row["spell_id"] for row in seen["spells"]}
    seen["attendance"] = [
        row if row["spell_id"] in begun else {**row, "spell_id": None} for row in seen["attendance"]
    ]
    assert seen != facts
    assert counted(obligations(facts, as_of)) == counted(obligations(seen, as_of))


def test_evaluating_twice_writes_the_same_bytes(tmp_path: Path) -> None:
    facts, as_of = random_city(8, people=12)
    write_facts(facts, tmp_path / "facts")
    for name in ("once", "again"):
        report = load_facts(tmp_path / "facts", engine().connection, as_of)
        run = Run(PACK, as_of, PACK.parameters, frozenset(report.absent_tables))
        evaluate(run, engine())
        output.write(engine(), run, report, tmp_path / name, 0.0)
    written = sorted(path.name for path in (tmp_path / "once").iterdir())
    assert len(written) == 9
    for name in written:
        assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_a_city_without_work_owes_nothing() -> None:
    facts, as_of = random_city(2)
    empty = {name: facts[name] for name in ("units", "people", "posts")}
    empty |= {table.name: [] for table in TABLES if table.name not in empty}
    assert obligations(empty, as_of, criteria=True) == []
    assert criteria() == []
