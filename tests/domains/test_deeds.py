"""What people do about an obligation: who may, what follows, and that it is done once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connection, transaction

from nuanxin.commands.worker import work
from nuanxin.domains.actor import Actor
from nuanxin.domains.duty.models import Delivery, Waiver
from nuanxin.domains.ledger import history, services, tasks
from nuanxin.domains.ledger.counting import count_all
from nuanxin.domains.ledger.deeds import Named
from nuanxin.domains.ledger.models import Deed, Obligation, Run
from nuanxin.domains.ledger.services import DeedRefused
from tests.domains import nurse, small_city
from tests.domains.small_city import OBLIGATIONS

HR = Actor("H1-HR", "unit HR")
BOSS = Actor("B1", "approver")
NURSE = Actor("N511", "worker")
DAY = date(2020, 4, 20)
SEAT = (
    "seat|C1", ("M13-2", 13, "MAY", "child"), "C1", "2020-02-08", None, 1, "count",
    None, None, None, "available", None,
)  # fmt: skip


def named(obligation_id: str) -> Named:
    return Named("dalian2020", obligation_id)


def state(obligation_id: str) -> str:
    return Obligation.objects.get(obligation_id=obligation_id).state


def reload(tmp_path: Path, obligations: list[tuple[object, ...]]) -> services.Loaded:
    folder = small_city.evaluate(tmp_path / "again", obligations)
    return services.load_evaluation(folder, small_city.city())


@pytest.fixture
def city(db: None, tmp_path: Path) -> None:
    """The small city with a child who may be given a seat."""
    del db
    folder = small_city.evaluate(tmp_path / "first", [*OBLIGATIONS, SEAT])
    services.load_evaluation(folder, small_city.city())


@pytest.mark.usefixtures("city")
class TestPlan:
    def test_what_is_owed_becomes_planned_and_counts_so(self) -> None:
        services.plan(named("check|P6"), date(2020, 5, 6), HR, "体检中心已约")
        assert state("check|P6") == "planned"
        assert all(change.nothing for change in count_all(Run.objects.get()).values())

    def test_the_plan_survives_a_reconcile_which_writes_nothing(self, tmp_path: Path) -> None:
        services.plan(named("check|P6"), date(2020, 5, 6), HR)
        assert reload(tmp_path, [*OBLIGATIONS, SEAT]).nothing
        assert state("check|P6") == "planned"

    def test_a_plan_does_not_hide_that_it_is_overdue(self, tmp_path: Path) -> None:
        services.plan(named("check|P6"), date(2020, 5, 6), HR)
        late = [(*o[:10], "overdue", None) if o[0] == "check|P6" else o for o in OBLIGATIONS]
        reload(tmp_path, late)
        assert state("check|P6") == "overdue"

    def test_what_is_met_or_breached_cannot_be_planned(self) -> None:
        for obligation_id, word in (("rest|P2", "met"), ("ins|P4", "breached")):
            with pytest.raises(DeedRefused, match=f"What is {word} cannot be planned"):
                services.plan(named(obligation_id), DAY, HR)

    def test_the_same_key_is_the_same_deed(self) -> None:
        first = services.plan(named("check|P6"), DAY, HR, key="a click")
        again = services.plan(named("check|P6"), DAY, HR, key="a click")
        assert first.pk == again.pk
        assert Deed.objects.count() == 1

    def test_what_does_not_stand_is_refused(self) -> None:
        with pytest.raises(DeedRefused, match="no longer stands"):
            services.plan(named("rest|nobody"), DAY, HR)


@pytest.mark.usefixtures("city")
class TestMay:
    def test_available_proposed_approved_by_another(self) -> None:
        services.propose(named("seat|C1"), HR, "双职工在一线")
        assert state("seat|C1") == "proposed"
        with pytest.raises(DeedRefused, match="H1-HR proposed this and cannot decide"):
            services.decide(named("seat|C1"), approved=True, by=HR, reason="同意")
        services.decide(named("seat|C1"), approved=True, by=BOSS, reason="名额内")
        assert state("seat|C1") == "approved"

    def test_never_approved_without_a_proposal(self) -> None:
        with pytest.raises(DeedRefused, match="What is available cannot be decided on"):
            services.decide(named("seat|C1"), approved=True, by=BOSS, reason="同意")

    def test_declined_needs_a_reason_and_may_be_proposed_again(self) -> None:
        services.propose(named("seat|C1"), HR, "双职工在一线")
        with pytest.raises(DeedRefused, match="Give a reason"):
            services.decide(named("seat|C1"), approved=False, by=BOSS, reason=" ")
        services.decide(named("seat|C1"), approved=False, by=BOSS, reason="今年没有名额")
        assert state("seat|C1") == "declined"
        services.propose(named("seat|C1"), HR, "有人退出")
        assert state("seat|C1") == "proposed"

    def test_what_is_owed_is_no_matter_of_approval(self) -> None:
        with pytest.raises(DeedRefused, match="What is owed cannot be proposed"):
            services.propose(named("check|P6"), HR, "请批")


@pytest.mark.usefixtures("city")
class TestDispute:
    def test_a_dispute_is_answered_once_with_a_reason(self) -> None:
        asked = services.dispute(named("shift|P4"), Actor("P4"), "那天没有值班")
        services.answer(asked.pk, corrected=False, by=HR, reason="签到有记录")
        with pytest.raises(DeedRefused, match="H1-HR has answered this already"):
            services.answer(asked.pk, corrected=True, by=BOSS, reason="再看一次")
        entry = Obligation.objects.get(obligation_id="shift|P4").pk
        assert [d.kind for d in history.deeds(Run.objects.get(), entry)] == ["dispute", "uphold"]

    def test_what_people_did_cannot_be_rewritten(self) -> None:
        services.dispute(named("shift|P4"), Actor("P4"), "那天没有值班")
        with pytest.raises(Exception, match="append-only"):
            connection.cursor().execute("update ledger_deed set reason = ''")


@pytest.mark.django_db
class TestWaive:
    def test_rest_that_is_forced_and_insurance_cannot_be_waived(self, loaded: None) -> None:
        del loaded
        with pytest.raises(DeedRefused, match="What is breached cannot be waived"):
            services.waive(named("ins|P4"), DAY, Actor("P4"), "不要")
        Obligation.objects.filter(obligation_id="ins|P4").update(state="owed")
        with pytest.raises(DeedRefused, match="cannot be waived"):
            services.waive(named("ins|P4"), DAY, Actor("P4"), "不要")
        assert not Waiver.objects.exists()


@pytest.fixture
def nurse_facts(transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The nurse's facts, loaded and committed: a worker can see them."""
    del transactional_db
    # However slow the machine, the round of everybody is not due during a test.
    monkeypatch.setattr(tasks, "ROUND", 86_400)
    connection.cursor().execute("truncate procrastinate_jobs cascade")  # not Django's to empty
    folder = nurse.folder(tmp_path / "facts")
    nurse.load(folder, provisions=None)
    return folder


def test_a_delivery_and_a_waiver_are_facts_that_the_worker_evaluates(nurse_facts: Path) -> None:
    del nurse_facts
    check, rest = "M11-4|person|N511|2020-02-08", "M11-5|person|N511|2020-02-08"
    with pytest.raises(DeedRefused, match="Say what proves it"):
        services.deliver(named(check), DAY, HR, evidence="")
    services.deliver(named(check), DAY, HR, evidence="体检报告 2020-04-20")
    services.waive(named(rest), DAY, NURSE, "想回病房")
    assert (state(check), state(rest)) == ("owed", "owed")
    assert queued() == [("todo", "person:N511")]  # once, though two facts changed
    work(wait=False)
    assert (state(check), state(rest)) == ("met", "excepted")
    assert queued() == [("succeeded", "person:N511")]


def test_a_job_is_put_in_the_queue_only_with_the_fact(nurse_facts: Path) -> None:
    del nurse_facts
    with transaction.atomic():
        services.deliver(named("M11-4|person|N511|2020-02-08"), DAY, HR, evidence="报告")
        assert queued() == [("todo", "person:N511")]
        transaction.set_rollback(True)
    assert not Delivery.objects.exists()
    assert queued() == []


def queued() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select status::text, args ->> 'subject' from procrastinate_jobs"
            " where task_name = 'ledger.reevaluate'"
        )
        return [(str(status), str(subject)) for status, subject in cursor.fetchall()]
