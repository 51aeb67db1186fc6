"""The ledger forgets nothing: withdrawn, changed and moved rows stay; small loads are exact."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nuanxin.domains.ledger import history
from nuanxin.domains.ledger.counting import count_all
from nuanxin.domains.ledger.evaluator import FolderEvaluator
from nuanxin.domains.ledger.models import (
    Load,
    Obligation,
    PastCriterion,
    PastObligation,
    PersonDay,
    Run,
)
from nuanxin.domains.ledger.services import LoadError, load_evaluation
from tests.domains import nurse, small_city
from tests.domains.small_city import OBLIGATIONS

pytestmark = pytest.mark.django_db

CHECK = "M11-4|person|N511|2020-02-08"
MONEY = "M09-1|person|N511|2020-03-01|H1|fen"


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """The nurse's facts, loaded."""
    folder = nurse.folder(tmp_path / "facts")
    nurse.load(folder)
    return folder


def run() -> Run:
    return Run.objects.get(pack=nurse.PACK)


def add_colleague(facts: Path) -> None:
    """A second person, so that a load of one can be seen to leave the other alone."""
    nurse.add(facts, "people", "N512", "同队护士", "H1", "institution_staff", "nurse", "false")
    nurse.add(
        facts, "spells", "S2", "N512", "W1", "H1", "2020-02-08", "", "aid", "湖北武汉", "true"
    )


def test_a_withdrawn_obligation_stays_in_the_history(evaluation: Path, tmp_path: Path) -> None:
    load_evaluation(evaluation, small_city.city())
    left = [o for o in OBLIGATIONS if o[0] != "shift|P4"]
    load_evaluation(small_city.evaluate(tmp_path / "next", left), small_city.city())
    assert not Obligation.objects.filter(obligation_id="shift|P4").exists()
    past = PastObligation.objects.get(obligation_id="shift|P4")
    assert (past.state, past.quantity) == ("breached", Decimal("12.5"))
    assert past.since < past.until
    kept = set(PastCriterion.objects.values_list("obligation_id", "criterion"))
    assert kept == {("shift|P4", "within_limit"), ("shift|P4", "reason_recorded")}


def test_a_change_keeps_both_versions_and_when_each_was_so(facts: Path) -> None:
    before = timezone.now()
    nurse.add(
        facts, "deliveries", "D8", "M09-1", "N511", "2020-04-18", "530000", "H1", "2020-03-01"
    )
    nurse.load(facts)
    first, now = history.versions(run(), MONEY)
    assert (first.row.state, first.row.quantity_met) == ("overdue", 500_000)
    assert (now.row.state, now.row.quantity_met) == ("met", 1_030_000)
    assert first.until == now.row.since > before
    assert now.until is None
    assert history.criteria_at(run(), MONEY, before) != history.criteria_at(
        run(), MONEY, timezone.now()
    )


def test_a_moved_first_day_is_the_same_obligation(facts: Path) -> None:
    entry = Obligation.objects.get(obligation_id=CHECK).pk
    nurse.replace(facts, "spells", "2020-02-08", "2020-02-07")
    nurse.load(facts)
    moved = Obligation.objects.get(pk=entry)
    assert moved.obligation_id == "M11-4|person|N511|2020-02-07"
    assert moved.period_start == date(2020, 2, 7)
    assert [v.row.period_start.day for v in history.versions(run(), CHECK)] == [8, 7]


def test_what_comes_back_takes_its_number_again(facts: Path) -> None:
    entry = Obligation.objects.get(obligation_id=CHECK).pk
    whole = (facts / "spells.csv").read_text()
    nurse.replace(facts, "people", "nurse", "other")  # no medical person: nothing to check
    nurse.load(facts)
    assert not Obligation.objects.filter(provision="M11-4").exists()
    nurse.replace(facts, "people", "other", "nurse")
    nurse.load(facts)
    assert whole == (facts / "spells.csv").read_text()
    assert Obligation.objects.get(obligation_id=CHECK).pk == entry


def test_the_whole_ledger_as_it_was_at_a_moment(facts: Path) -> None:
    before, counted = timezone.now(), history.counts_at(run(), timezone.now())
    owed = [(o.obligation_id, o.state) for o in history.obligations_at(run(), before)]
    nurse.replace(facts, "people", "nurse", "other")
    nurse.load(facts)
    assert history.counts_at(run(), before) == counted
    assert [(o.obligation_id, o.state) for o in history.obligations_at(run(), before)] == owed
    assert len(history.obligations_at(run(), timezone.now())) < len(owed)


def test_history_cannot_be_changed_or_deleted(facts: Path) -> None:
    nurse.add(facts, "deliveries", "D8", "M11-4", "N511", "2020-04-18", "", "", "")
    nurse.load(facts)
    for table in ("ledger_obligation_past", "ledger_criterion_past", "ledger_load"):
        for statement in (f"delete from {table}", f"update {table} set run_id = run_id"):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                connection.cursor().execute(statement)


def test_even_a_row_deleted_by_hand_is_remembered(facts: Path) -> None:
    del facts
    connection.cursor().execute("select set_config('nuanxin.ledger_at', '', true)")
    connection.cursor().execute("delete from ledger_obligation where provision = 'M11-4'")
    assert PastObligation.objects.filter(obligation_id=CHECK).exists()


def test_one_person_evaluated_again_changes_that_person_alone(facts: Path) -> None:
    add_colleague(facts)
    nurse.load(facts)
    others = list(Obligation.objects.filter(subject_id="N512").order_by("pk").values_list())
    assert others
    nurse.add(facts, "deliveries", "D8", "M11-4", "N511", "2020-04-18", "", "", "")
    loaded = nurse.load(facts, "person:N511")
    assert vars(loaded.changes["ledger_obligation"]) == {"added": 0, "changed": 1, "removed": 0}
    assert Obligation.objects.get(obligation_id=CHECK).state == "met"
    assert list(Obligation.objects.filter(subject_id="N512").order_by("pk").values_list()) == others


def test_small_loads_leave_nothing_for_the_full_run(facts: Path) -> None:
    add_colleague(facts)
    nurse.load(facts)
    nurse.add(facts, "deliveries", "D8", "M11-4", "N511", "2020-04-18", "", "", "")
    nurse.replace(facts, "attendance", "2020-03-27T08:00:00", "2020-03-28T08:00:00")
    nurse.replace(facts, "attendance", "2020-03-27T14:00:00", "2020-03-28T14:00:00")
    nurse.load(facts, "person:N511")
    counted = count_all(run())
    assert all(change.nothing for change in counted.values())
    again = nurse.load(facts)
    assert again.changes["ledger_obligation"].nothing
    assert again.changes["ledger_criterion"].nothing
    assert again.changes["ledger_person_day"].nothing


def test_a_person_whose_ground_has_gone_is_withdrawn_alone(facts: Path) -> None:
    add_colleague(facts)
    nurse.load(facts)
    nurse.replace(
        facts,
        "people",
        "N512,同队护士,H1,institution_staff,nurse",
        "N512,同队护士,H1,institution_staff,other",
    )
    nurse.load(facts, "person:N512")
    left = set(Obligation.objects.values_list("subject_id", "provision"))
    assert ("N512", "M11-4") not in left
    assert ("N511", "M11-4") in left


def test_loading_twice_writes_no_load_either(facts: Path) -> None:
    assert Load.objects.count() == 1
    assert nurse.load(facts).nothing
    assert nurse.load(facts, "person:N511").nothing
    assert Load.objects.count() == 1


def test_a_folder_that_lost_rows_withdraws_nothing(evaluation: Path, tmp_path: Path) -> None:
    load_evaluation(evaluation, small_city.city())
    torn = small_city.evaluate(tmp_path / "torn", OBLIGATIONS[:3])
    told = json.loads((torn / "summary.json").read_text())
    told["obligations"] = [{"provision": "M11-5", "count": len(OBLIGATIONS)}]
    (torn / "summary.json").write_text(json.dumps(told))
    with pytest.raises(LoadError, match=r"not whole: obligations\.parquet has 3 rows"):
        load_evaluation(torn, small_city.city())
    assert Obligation.objects.count() == len(OBLIGATIONS)


def test_one_person_of_another_day_is_refused(facts: Path) -> None:
    Run.objects.update(as_of=date(2020, 5, 1))
    stale = Run(pack=nurse.PACK, as_of=nurse.AS_OF, source=str(facts))
    with (
        FolderEvaluator(provisions=nurse.SOME).evaluated(stale, "person:N511") as done,
        pytest.raises(LoadError, match="the ledger stands as of 2020-05-01"),
    ):
        load_evaluation(done.out, done.facts)


def test_the_days_sum_to_the_amounts_that_are_owed(facts: Path) -> None:
    """February: 9 days of 300 and 6 of 600 yuan; March: 16 of 600, half a day of 300, and for
    the 18th, whose contact is not known, 400 for sure."""
    del facts
    days = PersonDay.objects.filter(person_id="N511")
    february = sorted(days.filter(date__month=2).values_list("fen", flat=True))
    march = sorted(days.filter(date__month=3).values_list("fen", flat=True))
    assert february == [30_000] * 9 + [60_000] * 6
    assert march == [30_000, 40_000, *[60_000] * 16]
    assert sum(march) == Obligation.objects.get(obligation_id=MONEY).quantity
    assert days.get(date=date(2020, 3, 14)).is_half
    assert days.filter(is_aid=True).count() == 33
    assert not days.get(date=date(2020, 3, 18)).contact
