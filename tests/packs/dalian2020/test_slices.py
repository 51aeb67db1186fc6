"""What no slice of people holds whole comes out the same however people are shared out."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts.memory import hold_facts
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy import evaluate as evaluation
from nuanxin.policy.evaluate import Run, evaluate

AS_OF = date(2020, 3, 1)
PEOPLE = [f"P{n}" for n in range(1, 7)]

Rows = list[tuple[object, ...]]


def nurse(person_id: str) -> dict[str, object]:
    return {
        "person_id": person_id,
        "unit_id": "U1",
        "employment": "institution_staff",
        "profession": "nurse",
        "is_leader": False,
    }


def away(person_id: str, start: date) -> dict[str, object]:
    return {
        "spell_id": f"S{person_id}",
        "person_id": person_id,
        "post_id": "Q1",
        "arranged_by": "U1",
        "start_date": start,
        "mission": "aid",
        "aid_place": "武汉",
        "treats_confirmed": True,
    }


def shift(person_id: str) -> dict[str, object]:
    return {
        "attendance_id": f"A{person_id}",
        "person_id": person_id,
        "post_id": "Q1",
        "start": datetime(2020, 2, 20, 8),
        "end": datetime(2020, 2, 20, 14),
        "status": "worked",
    }


def paired(person_id: str, on_date: date) -> dict[str, object]:
    return {
        "delivery_id": f"D{person_id}",
        "provision": "M12-5",
        "subject_id": person_id,
        "on_date": on_date,
        "counterpart_id": "cadre",
    }


def issue(issue_id: str, person_id: str | None) -> dict[str, object]:
    return {
        "issue_id": issue_id,
        "at": datetime(2020, 2, 20, 7),
        "item": "医用防护口罩",
        "standard": "GB 19083-2010",
        "quantity": Decimal(2),
        "unit_id": "U1",
        "person_id": person_id,
    }


FACTS: dict[str, list[dict[str, object]]] = {
    "units": [{"unit_id": "U1", "kind": "hospital"}],
    "people": [nurse(person) for person in PEOPLE],
    "posts": [{"post_id": "Q1", "unit_id": "U1", "contact": "confirmed", "risk": "high"}],
    "spells": [away(person, date(2020, 2, 25 - n)) for n, person in enumerate(PEOPLE)],
    "attendance": [shift(person) for person in PEOPLE],
    "deliveries": [paired(person, date(2020, 2, 26)) for person in PEOPLE],
    "children": [
        {
            "child_id": "C1",
            "guardian_id": "P1",
            "other_guardian_id": "P6",
            "stage": "vocational_entry",
            "needs_home_study": True,
        }
    ],
    "stock_issues": [issue("I1", "P5"), issue("I2", "nobody"), issue("I3", None)],
    "findings": [
        {
            "finding_id": "F1",
            "person_id": "P1",
            "level": "outstanding",
            "decided_on": date(2020, 2, 20),
            "decided_by": "组织部",
            "channels": ["phone", "leader"],
        }
    ],
    "waivers": [
        {
            "waiver_id": "W1",
            "person_id": "P6",
            "provision": "M13-5",
            "on_date": date(2020, 2, 28),
            "reason": "不申请",
        }
    ],
}


@pytest.fixture(scope="module")
def engine() -> DuckDB:
    db = DuckDB(threads=1)
    hold_facts(FACTS, db.connection)
    return db


def rows_of(engine: DuckDB, *provisions: str, subject: str | None = None) -> Rows:
    names = frozenset(provisions)
    evaluate(Run(PACK, AS_OF, PACK.parameters, subject=subject, provisions=names), engine)
    return engine.fetch(
        "SELECT provision, subject_id, period_start, state FROM out.obligations ORDER BY ALL"
    )


@pytest.fixture(params=[1, 3, 1_000], ids=["six slices", "two slices", "one slice"])
def _shared_out(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "ROWS_PER_SLICE", request.param)


@pytest.mark.usefixtures("_shared_out")
def test_the_families_of_a_contact_are_counted_over_everybody(engine: DuckDB) -> None:
    found = rows_of(engine, "M12-5")
    assert [state for *_, state in found] == ["met"] * 3 + ["breached"] * 3


def test_one_person_alone_stands_as_among_all(engine: DuckDB) -> None:
    everybody = rows_of(engine, "M12-5")
    alone = [row for p in PEOPLE for row in rows_of(engine, "M12-5", subject=f"person:{p}")]
    assert alone == everybody


@pytest.mark.usefixtures("_shared_out")
def test_a_child_has_one_row_from_the_first_day_of_either_guardian(engine: DuckDB) -> None:
    first = date(2020, 2, 20)
    assert rows_of(engine, "M13-1") == [("M13-1", "C1", first, "overdue")]


@pytest.mark.usefixtures("_shared_out")
def test_either_guardian_declines_for_the_child(engine: DuckDB) -> None:
    first = date(2020, 2, 20)
    assert rows_of(engine, "M13-5") == [("M13-5", "C1", first, "excepted")]


@pytest.mark.usefixtures("_shared_out")
def test_an_issue_is_judged_once_whoever_it_names(engine: DuckDB) -> None:
    found = rows_of(engine, "M08-4")
    assert [(subject, state) for _, subject, _, state in found] == [
        ("I2", "breached"),
        ("I3", "breached"),
    ]


@pytest.mark.usefixtures("_shared_out")
def test_units_are_set_against_each_other_over_everybody(engine: DuckDB) -> None:
    """Who carried most is known only among all, also when one unit is asked for (M06-3)."""
    alone = rows_of(engine, "M06-3", subject="unit:U1")
    assert alone == rows_of(engine, "M06-3")


@pytest.mark.usefixtures("_shared_out")
def test_a_tie_is_found_wherever_the_equals_are(engine: DuckDB) -> None:
    """P1 is listed and the other five are equals, in whatever slice they are (M04-1)."""
    everybody = rows_of(engine, "M04-1")
    assert everybody == [("M04-1", "P1", date(2020, 2, 20), "available")]
    assert rows_of(engine, "M04-1", subject="person:P1") == everybody


def test_another_list_of_scarce_standards_may_be_tried(engine: DuckDB) -> None:
    other = PACK.parameters.override({"ppe.scarce_standards": "GB 2626-2019"})
    evaluate(Run(PACK, AS_OF, other, provisions=frozenset(["M08-4"])), engine)
    assert engine.fetch("SELECT count(*) FROM out.obligations") == [(0,)]
