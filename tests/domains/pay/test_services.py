"""A pay run from reckoning to the bank's return: who may, when, and what is booked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from nuanxin.domains.actor import Actor
from nuanxin.domains.duty.models import Delivery
from nuanxin.domains.ledger.models import Fact, Obligation
from nuanxin.domains.pay import services
from nuanxin.domains.pay.models import Entry, PaidDay, PayRun, Step
from nuanxin.domains.pay.refused import Refused
from tests.domains.pay.ledger import (
    AFTER_NOTICE,
    MAKER,
    MARCH,
    OFFICER,
    OTHER,
    TIER2,
    TODAY,
    approved,
    ledger,
    noticed,
    owe,
    person,
)

pytestmark = pytest.mark.django_db


def entries(person_id: str = "P1") -> list[tuple[str, int, int]]:
    found = Entry.objects.filter(person_id=person_id).order_by("payer", "number")
    return list(found.values_list("kind", "fen", "after_fen"))


def days(person_id: str = "P1") -> list[tuple[str, int]]:
    found = PaidDay.objects.filter(person_id=person_id).order_by("date")
    return [(day.payer, day.date.day) for day in found]


@pytest.fixture(autouse=True)
def one_person() -> None:
    person("P1", name="庄以安")
    owe("H1", "P1", [2, 3])


class TestDraft:
    def test_a_line_is_owed_less_booked(self) -> None:
        (line,) = services.draft("H1", MARCH, MAKER).lines.all()
        assert (line.name, line.owed_fen, line.before_fen, line.fen) == (
            "庄以安", 40_000, 0, 40_000,
        )  # fmt: skip

    def test_nothing_owed_is_refused_and_leaves_nothing(self) -> None:
        with pytest.raises(Refused, match="H9 owes nothing for 2020-03"):
            services.draft("H9", MARCH, MAKER)
        assert not PayRun.objects.exists()

    def test_a_second_draft_takes_the_place_of_the_first(self) -> None:
        first = services.draft("H1", MARCH, MAKER)
        second = services.draft("H1", MARCH, MAKER)
        first.refresh_from_db()
        assert (first.state, second.number, second.state) == ("superseded", 2, "clear")

    def test_the_same_key_is_the_same_run(self) -> None:
        first = services.draft("H1", MARCH, MAKER, key="k")
        assert services.draft("H1", MARCH, MAKER, key="k").pk == first.pk
        assert PayRun.objects.count() == 1

    def test_days_to_be_settled_are_told_and_not_paid(self) -> None:
        row = Obligation.objects.get()
        row.pk, row.obligation_id = None, "M09-1|person|P1|2020-03-01|H1|days"
        row.quantity, row.quantity_unit, row.state = 3, "days", "unknown"
        row.save()
        (line,) = services.draft("H1", MARCH, MAKER).lines.all()
        assert (line.fen, line.unknown_days) == (40_000, 3)


class TestNotice:
    def test_it_lasts_five_days_after_the_day_it_is_made(self) -> None:
        assert noticed().notice_until == TODAY + timedelta(days=5) == date(2020, 4, 25)

    def test_a_stopped_run_is_not_made_public(self) -> None:
        run = services.draft("H1", MARCH, MAKER, approver="P1")
        assert run.state == "stopped"
        with pytest.raises(Refused, match=r"fairness check failed \(approver\)"):
            services.notice(run.pk, MAKER, TODAY)

    def test_those_left_out_let_the_others_go_on(self) -> None:
        person("P2")
        owe("H1", "P2", [5])
        run = services.draft("H1", MARCH, MAKER, approver="P1")
        run = services.hold(run.pk, ["P1"], MAKER, "由上级单位另批")
        assert run.state == "clear"
        services.notice(run.pk, MAKER, TODAY)
        services.approve(run.pk, OFFICER, AFTER_NOTICE)
        assert (entries("P1"), entries("P2")) == ([], [("pay", TIER2, TIER2)])


class TestApproval:
    def test_it_books_the_difference_and_the_days(self) -> None:
        run = approved()
        assert (run.state, run.approved_by) == ("approved", "F2")
        assert entries() == [("pay", 40_000, 40_000)]
        assert days() == [("H1", 2), ("H1", 3)]

    def test_not_before_the_notice_is_over(self) -> None:
        run = noticed()
        with pytest.raises(Refused, match="The notice runs to 2020-04-25"):
            services.approve(run.pk, OFFICER, date(2020, 4, 25))

    def test_not_by_the_one_who_made_it(self) -> None:
        with pytest.raises(Refused, match="Whoever made the run cannot approve it"):
            services.approve(noticed().pk, MAKER, AFTER_NOTICE)

    def test_not_even_in_the_database(self) -> None:
        with pytest.raises(DatabaseError, match="run_approved_by_another"), transaction.atomic():
            PayRun.objects.filter(pk=noticed().pk).update(state="approved", approved_by="F1")

    def test_not_by_a_beneficiary(self) -> None:
        with pytest.raises(Refused, match="The approver is paid by this run"):
            services.approve(noticed().pk, Actor("P1"), AFTER_NOTICE)

    def test_the_second_officer_is_told_who_was_first(self) -> None:
        run = approved()
        with pytest.raises(Refused, match="F2 has approved it already"):
            services.approve(run.pk, OTHER, AFTER_NOTICE)
        assert entries() == [("pay", 40_000, 40_000)]

    def test_the_same_click_twice_is_one_approval(self) -> None:
        run = noticed()
        services.approve(run.pk, OFFICER, AFTER_NOTICE, key="click")
        assert services.approve(run.pk, OFFICER, AFTER_NOTICE, key="click").state == "approved"
        assert Step.objects.filter(kind="approve").count() == 1

    def test_a_superseded_run_cannot_be_approved(self) -> None:
        old = noticed()
        services.draft("H1", MARCH, MAKER)
        with pytest.raises(Refused, match="Run 2 has taken the place of this one"):
            services.approve(old.pk, OFFICER, AFTER_NOTICE)

    def test_who_is_owed_less_than_was_noticed_waits_for_the_next_run(self) -> None:
        run = noticed()
        owe("H1", "P1", [2])
        services.approve(run.pk, OFFICER, AFTER_NOTICE)
        assert (entries(), run.lines.get().held) == ([], "fell")
        approved()
        assert entries() == [("pay", TIER2, TIER2)]


class TestObjection:
    def test_an_open_one_stops_the_approval(self) -> None:
        run = noticed()
        said = services.object_to(run.pk, "P1", Actor("N9"), "3 日不在岗")
        with pytest.raises(Refused, match="An objection has not been answered yet"):
            services.approve(run.pk, OFFICER, AFTER_NOTICE)
        services.answer(said.pk, MAKER, upheld=False, reason="签到属实")
        services.approve(run.pk, OFFICER, AFTER_NOTICE)
        assert entries() == [("pay", 40_000, 40_000)]

    def test_one_that_is_upheld_leaves_the_person_out(self) -> None:
        run = noticed()
        said = services.object_to(run.pk, "P1", Actor("N9"), "3 日不在岗")
        services.answer(said.pk, MAKER, upheld=True, reason="待查")
        services.approve(run.pk, OFFICER, AFTER_NOTICE)
        assert (entries(), run.lines.get().held) == ([], "objection")

    def test_it_is_answered_once(self) -> None:
        said = services.object_to(noticed().pk, "P1", Actor("N9"), "3 日不在岗")
        services.answer(said.pk, MAKER, upheld=False, reason="签到属实")
        with pytest.raises(Refused, match="F1 has answered already"):
            services.answer(said.pk, OFFICER, upheld=True, reason="再看")


class TestDifference:
    def test_running_again_pays_nothing(self) -> None:
        approved()
        assert [line.fen for line in approved().lines.all()] == [0]
        assert entries() == [("pay", 40_000, 40_000)]

    def test_a_day_more_is_paid_as_a_difference(self) -> None:
        approved()
        owe("H1", "P1", [2, 3, 4])
        approved()
        assert entries() == [("pay", 40_000, 40_000), ("pay", TIER2, 60_000)]
        assert days() == [("H1", 2), ("H1", 3), ("H1", 4)]

    def test_a_day_less_is_taken_back_by_a_signed_entry(self) -> None:
        approved()
        owe("H1", "P1", [3])
        approved()
        assert entries() == [("pay", 40_000, 40_000), ("pay", -TIER2, TIER2)]
        assert days() == [("H1", 3)]

    def test_one_who_is_owed_nothing_any_more_gives_it_all_back(self) -> None:
        from tests.domains.pay.ledger import forget

        approved()
        forget("H1", "P1")
        approved()
        assert entries()[-1] == ("pay", -40_000, 0)
        assert days() == []

    def test_another_rate_pays_the_arrears_of_the_same_days(self) -> None:
        approved()
        owe("H1", "P1", [2, 3], fen=25_000)
        approved()
        assert entries()[-1] == ("pay", 10_000, 50_000)


class TestElsewhere:
    def test_a_day_that_another_payer_paid_is_held_until_that_one_gives_it_back(self) -> None:
        approved("H1")
        owe("H1", "P1", [2])  # the 3rd was arranged by H2, it turns out
        person("P2")
        owe("H2", "P2", [9])
        owe_also("H2", "P1", 3)
        held = services.draft("H2", MARCH, MAKER)
        assert dict(held.lines.values_list("person_id", "held")) == {"P1": "elsewhere", "P2": ""}
        approved("H1")
        approved("H2")
        assert days() == [("H1", 2), ("H2", 3)]
        assert entries() == [
            ("pay", 40_000, 40_000), ("pay", -TIER2, TIER2), ("pay", TIER2, TIER2),
        ]  # fmt: skip

    def test_what_others_had_paid_is_booked_and_not_paid_again(self) -> None:
        owe("H1", "P1", [2, 3], met=15_000)
        approved()
        assert entries() == [("outside", 15_000, 15_000), ("pay", 25_000, 40_000)]
        approved()
        assert len(entries()) == 2

    def test_our_own_payment_is_not_taken_for_one_of_others(self) -> None:
        services.settle(approved().pk, MAKER, AFTER_NOTICE, bank_reference="回单 7")
        own = Delivery.objects.get()
        assert (own.quantity, own.period_start, own.counterpart_id) == (40_000, MARCH, "H1")
        owe("H1", "P1", [2, 3, 4], met=40_000)  # evaluated again, with our delivery
        Fact.objects.create(
            run=ledger(), table="deliveries", key=own.pk, row={"quantity": "40000.0000"}
        )
        approved()
        assert entries() == [("pay", 40_000, 40_000), ("pay", TIER2, 60_000)]


def owe_also(payer: str, person_id: str, day: int) -> None:
    """A day moves from its payer to another one."""
    from nuanxin.domains.ledger.models import PersonDay

    PersonDay.objects.filter(person_id=person_id, date__day=day).delete()
    owe(payer, person_id, [day])


def book(run: PayRun, behind: Entry, number: int, start: int) -> None:
    """Try to write an entry behind another one."""
    with transaction.atomic():
        Entry.objects.create(
            person_id="P1", payer="H1", month=MARCH, number=number, kind="outside", run=run,
            previous=behind, before_fen=start, fen=5, after_fen=start + 5,
        )  # fmt: skip
        connection.cursor().execute("set constraints all immediate")


class TestDatabase:
    """What no code of ours could do either."""

    def test_no_day_twice(self) -> None:
        run = approved()
        with pytest.raises(DatabaseError, match="day_paid_once"), transaction.atomic():
            PaidDay.objects.create(
                person_id="P1", date=date(2020, 3, 2), payer="H2", month=MARCH, fen=1, run=run
            )

    def test_days_and_entries_are_the_same_sum(self) -> None:
        approved()
        PaidDay.objects.filter(date__day=2).delete()
        told = "sum to 20000 fen, the books say 40000"
        with pytest.raises(DatabaseError, match=told), transaction.atomic():
            connection.cursor().execute("set constraints all immediate")
        transaction.set_rollback(True)

    @pytest.mark.parametrize(
        ("number", "start"), [(2, 40_000), (2, 0), (3, 40_000)], ids=["twice", "start", "gap"]
    )
    def test_an_entry_continues_the_last_one_or_is_none(self, number: int, start: int) -> None:
        approved()
        owe("H1", "P1", [2, 3, 4])
        run = approved()
        with pytest.raises(DatabaseError, match=r"pay_entry_previous_id_key|entry_"):
            book(run, Entry.objects.get(number=1), number, start)

    def test_entries_are_never_changed(self) -> None:
        approved()
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            Entry.objects.update(at="2020-01-01T00:00:00+08:00")


class TestSettle:
    def test_only_with_the_banks_number_and_once(self) -> None:
        run = approved()
        with pytest.raises(Refused, match="Give the number of the bank's return"):
            services.settle(run.pk, MAKER, AFTER_NOTICE, bank_reference=" ")
        services.settle(run.pk, MAKER, AFTER_NOTICE, bank_reference="回单 7")
        with pytest.raises(Refused, match="F2 has approved it already"):
            services.settle(run.pk, MAKER, AFTER_NOTICE, bank_reference="回单 8")

    def test_the_delivery_is_the_sum_of_all_differences(self) -> None:
        services.settle(approved().pk, MAKER, AFTER_NOTICE, bank_reference="回单 7")
        owe("H1", "P1", [3])
        services.settle(approved().pk, MAKER, AFTER_NOTICE, bank_reference="回单 8")
        assert Delivery.objects.get().quantity == TIER2
