"""Loading an evaluation into the ledger: whole or not at all, and only what differs."""

from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from django.db import connection

from nuanxin.domains.ledger.models import (
    Criterion,
    Fact,
    Flow,
    Obligation,
    Run,
    SetAside,
    Subject,
    Tally,
    Unit,
)
from nuanxin.domains.ledger.services import Loaded, LoadError, load_evaluation
from nuanxin.facts import load_facts
from tests.domains import small_city
from tests.domains.small_city import CRITERIA, OBLIGATIONS, SET_ASIDE, UNITS

pytestmark = pytest.mark.django_db

TABLES = (Obligation, Criterion, Fact, SetAside, Subject, Unit, Tally, Flow)


def load(folder: Path) -> Loaded:
    return load_evaluation(folder, small_city.city())


def contents() -> dict[str, list[object]]:
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in TABLES}


def written() -> dict[str, set[tuple[int, str]]]:
    """Which transaction wrote each row: a row written again has another."""
    found = {}
    with connection.cursor() as cursor:
        for model in TABLES:
            cursor.execute(f"select id, xmin::text || ctid::text from {model._meta.db_table}")
            found[model.__name__] = set(cursor.fetchall())
    return found


def test_every_row_of_the_evaluation_is_there(evaluation: Path) -> None:
    load(evaluation)
    assert Obligation.objects.count() == len(OBLIGATIONS)
    assert Criterion.objects.count() == len(CRITERIA)
    assert SetAside.objects.count() == len(SET_ASIDE)
    assert Unit.objects.count() == len(UNITS)


def test_an_obligation_keeps_its_values_and_its_unknowns(evaluation: Path) -> None:
    load(evaluation)
    pay = Obligation.objects.get(obligation_id="pay|P1|3")
    assert (pay.provision, pay.measure, pay.modality) == ("M09-1", 9, "MUST")
    assert (pay.quantity, pay.quantity_unit, pay.quantity_met) == (1_600_000, "fen", 400_000)
    assert (pay.period_start, pay.due_on) == (date(2020, 3, 1), date(2020, 4, 15))
    shift = Obligation.objects.get(obligation_id="shift|P4")
    assert shift.quantity == Decimal("12.5")
    assert (shift.quantity_met, shift.due_on, shift.missing) == (None, None, None)
    nobody = Obligation.objects.get(obligation_id="pay|P4|2")
    assert (nobody.owner_unit_id, nobody.missing) == (None, "spell")


def test_the_run_tells_what_it_was(evaluation: Path) -> None:
    run = load(evaluation).run
    assert (run.pack, run.as_of, run.engine) == ("dalian2020", date(2020, 4, 20), "duckdb")
    assert run.seconds == Decimal("1.25")
    assert run.rows == {"read": 40, "kept": 38, "set_aside": 2}
    assert run.absent_tables == ["harms"]


def test_names_come_from_the_facts(evaluation: Path) -> None:
    load(evaluation)
    nurse = Subject.objects.get(kind="person", subject_id="P1")
    assert (nurse.name, nurse.unit_id, nurse.profession) == ("林晓岚", "U1", "nurse")
    assert Subject.objects.get(kind="unit", subject_id="U2").name == "滨海区中心医院"


def test_the_place_is_the_owners_else_the_subjects_own(evaluation: Path) -> None:
    load(evaluation)
    assert Obligation.objects.get(obligation_id="comp|P5").district == "沙河口区"
    nobody = Obligation.objects.get(obligation_id="pay|P4|2")
    assert (nobody.district, nobody.unit_kind) == ("中山区", "hospital")


def test_facts_that_criteria_name_are_kept_and_no_others(evaluation: Path) -> None:
    load(evaluation)
    kept = set(Fact.objects.values_list("table", "key"))
    assert ("attendance", "A1") in kept
    assert ("insurance", "POL1/P4/accident/2020-02-15") in kept
    assert ("declarations", "2020-03-30/release/P1") in kept
    assert ("attendance", "GONE") not in kept
    assert "people:P2" not in {f"{table}:{key}" for table, key in kept}
    row = Fact.objects.get(table="attendance", key="A2").row
    assert (row["person_id"], row["start"][:10], row["contact_confirmed"]) == (
        "P3", "2020-02-12", None,
    )  # fmt: skip


def test_the_counts_are_those_of_the_rows(evaluation: Path) -> None:
    load(evaluation)
    assert sum(Tally.objects.values_list("rows", flat=True)) == len(OBLIGATIONS)
    overdue = Tally.objects.get(provision="M09-1", state="overdue")
    assert (overdue.rows, overdue.quantity, overdue.quantity_met) == (1, 1_600_000, 400_000)
    still_open = [o for o in OBLIGATIONS if o[10] in ("owed", "overdue", "unknown")]
    assert sum(Flow.objects.values_list("arose", flat=True)) == len(still_open)
    assert sum(Flow.objects.values_list("due", flat=True)) == len([o for o in still_open if o[8]])


def test_the_same_evaluation_twice_writes_nothing(evaluation: Path) -> None:
    load(evaluation)
    before = written()
    again = load(evaluation)
    assert all(change.nothing for change in again.changes.values())
    assert written() == before


def test_another_evaluation_takes_its_place_by_its_differences(
    evaluation: Path, tmp_path: Path
) -> None:
    load(evaluation)
    kept = Obligation.objects.get(obligation_id="pay|P1|2").pk
    gone, paid, *rest = [o for o in OBLIGATIONS if o[0] != "pay|P1|3"]
    new = ("pay|P5|3", *OBLIGATIONS[8][1:])
    changed = (*paid[:6], 15, *paid[7:10], "met", None)
    loaded = load(small_city.evaluate(tmp_path / "next", [changed, new, *rest]))
    change = loaded.changes["ledger_obligation"]
    assert (change.added, change.changed, change.removed) == (1, 1, 2)
    ids = set(Obligation.objects.values_list("obligation_id", flat=True))
    assert gone[0] not in ids
    assert new[0] in ids
    assert Obligation.objects.get(obligation_id="pay|P1|2").pk == kept
    assert Run.objects.count() == 1
    assert sum(Tally.objects.values_list("rows", flat=True)) == len(ids)


def test_a_load_that_fails_half_way_leaves_the_ledger_as_it_was(
    evaluation: Path, tmp_path: Path
) -> None:
    load(evaluation)
    before = contents()
    broken = small_city.evaluate(
        tmp_path / "broken", OBLIGATIONS[:3], [*CRITERIA[:2], CRITERIA[0]], as_of="2020-05-01"
    )
    with pytest.raises(Exception, match="could not create unique index"):
        load(broken)
    assert contents() == before
    assert Run.objects.get().as_of == date(2020, 4, 20)


def test_a_first_load_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="duplicate key"):
        load(small_city.evaluate(tmp_path, [OBLIGATIONS[0], OBLIGATIONS[0]]))
    assert not Run.objects.exists()


@pytest.mark.parametrize("missing", ["obligations.parquet", "criteria.parquet", "summary.json"])
def test_a_folder_that_is_no_evaluation_is_refused(evaluation: Path, missing: str) -> None:
    (evaluation / missing).unlink()
    with pytest.raises(LoadError, match=f"has no {missing}"):
        load(evaluation)


def test_a_strange_state_is_refused_by_name(tmp_path: Path) -> None:
    odd = (*OBLIGATIONS[0][:10], "forgiven", None)
    with pytest.raises(LoadError, match="forgiven"):
        load(small_city.evaluate(tmp_path, [odd]))


def test_another_pack_than_asked_for_is_refused(evaluation: Path) -> None:
    with pytest.raises(LoadError, match="was evaluated by dalian2020, not by other"):
        load_evaluation(evaluation, small_city.city(), pack="other")


def test_a_summary_that_cannot_be_read_is_said(evaluation: Path) -> None:
    (evaluation / "summary.json").write_text("{}")
    with pytest.raises(LoadError, match=r"summary\.json cannot be read: KeyError"):
        load(evaluation)


def test_facts_may_be_given_as_a_folder(evaluation: Path, tmp_path: Path) -> None:
    con, folder = small_city.city(), tmp_path / "facts"
    folder.mkdir()
    for table in ("units", "people", "posts", "spells", "attendance"):
        con.execute(f"copy facts.{table} to '{folder / table}.csv' (header)")
    report = load_facts(folder, duckdb.connect(), date(2020, 4, 20))
    load_evaluation(evaluation, folder)
    assert Unit.objects.count() == report.tables["units"].kept > 0


def test_the_callers_connection_is_left_as_it_was(evaluation: Path) -> None:
    con = small_city.city()
    load_evaluation(evaluation, con)
    assert con.execute("select count(*) from facts.people").fetchone() == (6,)
    views = con.execute("select count(*) from duckdb_views() where not internal").fetchone()
    assert views == (0,)


@pytest.mark.django_db(transaction=True)
def test_two_loads_at_once_follow_each_other(evaluation: Path) -> None:
    failures: list[Exception] = []

    def run() -> None:
        try:
            load(evaluation)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert Obligation.objects.count() == len(OBLIGATIONS)
