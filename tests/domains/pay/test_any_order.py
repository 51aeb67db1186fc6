"""Whatever order runs, corrections and approvals come in: what is paid is what was approved, a
day is never paid twice, and in the end everybody has exactly what is owed."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from nuanxin.domains.actor import Actor
from nuanxin.domains.duty.models import Delivery
from nuanxin.domains.ledger.models import Fact
from nuanxin.domains.pay import services
from nuanxin.domains.pay.models import Entry, PaidDay, PayRun
from nuanxin.domains.pay.refused import Refused
from tests.domains.pay.ledger import (
    AFTER_NOTICE,
    MAKER,
    MARCH,
    OFFICER,
    TODAY,
    forget,
    ledger,
    owe,
    person,
)

PAYERS, PEOPLE, RATES = ("H1", "H2"), ("P1", "P2"), (20_000, 30_000)
payers, people, rates = st.sampled_from(PAYERS), st.sampled_from(PEOPLE), st.sampled_from(RATES)
days = st.integers(1, 4)


class Pay(RuleBasedStateMachine):
    """Each person's day belongs to one payer, who pays it at a rate; the model is a dict."""

    def __init__(self) -> None:
        super().__init__()
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.owed: dict[tuple[str, int], str] = {}
        self.rate = dict.fromkeys(PEOPLE, RATES[0])
        for who in PEOPLE:
            person(who)

    def teardown(self) -> None:
        try:
            for _ in PAYERS:  # a day that moved waits for its first payer's correction
                for payer in PAYERS:
                    self.all_the_way(payer)
            assert self.paid() == self.should_be()
            self.books_and_days_agree()
        finally:
            transaction.set_rollback(True)
            self.outer.__exit__(None, None, None)

    def should_be(self) -> dict[tuple[str, int], tuple[str, int]]:
        return {key: (payer, self.rate[key[0]]) for key, payer in self.owed.items()}

    def paid(self) -> dict[tuple[str, int], tuple[str, int]]:
        return {(d.person_id, d.date.day): (d.payer, d.fen) for d in PaidDay.objects.all()}

    def evaluate(self, who: str) -> None:
        """What an evaluation would write, with our payments counted as delivered."""
        for payer in PAYERS:
            forget(payer, who)
        for payer in PAYERS:
            mine = [day for (p, day), owner in self.owed.items() if (p, owner) == (who, payer)]
            ours = Delivery.objects.filter(subject_id=who, counterpart_id=payer).first()
            paid = int(ours.quantity or 0) if ours else 0
            if mine:
                owe(payer, who, mine, fen=self.rate[who], met=min(paid, self.rate[who] * len(mine)))
            if ours:
                Fact.objects.update_or_create(
                    run=ledger(),
                    table="deliveries",
                    key=ours.pk,
                    defaults={"row": {"quantity": str(ours.quantity)}},
                )

    @rule(who=people, day=days, payer=payers)
    def work(self, who: str, day: int, payer: str) -> None:
        self.owed[who, day] = payer
        self.evaluate(who)

    @rule(who=people, day=days)
    def correct(self, who: str, day: int) -> None:
        self.owed.pop((who, day), None)
        self.evaluate(who)

    @rule(who=people, rate=rates)
    def change_the_rule(self, who: str, rate: int) -> None:
        self.rate[who] = rate
        self.evaluate(who)

    @rule(payer=payers)
    def draft(self, payer: str) -> None:
        self.attempt(lambda: services.draft(payer, MARCH, MAKER))

    @rule(payer=payers)
    def notice(self, payer: str) -> None:
        if run := self.last(payer):
            self.attempt(lambda: services.notice(run.pk, MAKER, TODAY))

    @rule(payer=payers, who=people, upheld=st.booleans())
    def object_and_answer(self, payer: str, who: str, upheld: bool) -> None:
        if run := self.last(payer):

            def say() -> None:
                said = services.object_to(run.pk, who, Actor("N9"), "不对")
                services.answer(said.pk, MAKER, upheld=upheld, reason="查过")

            self.attempt(say)

    @rule(payer=payers, times=st.integers(1, 2))
    def approve(self, payer: str, times: int) -> None:
        if run := self.last(payer):
            for _ in range(times):
                self.attempt(lambda: services.approve(run.pk, OFFICER, AFTER_NOTICE))

    @rule(payer=payers)
    def settle(self, payer: str) -> None:
        run = PayRun.objects.filter(payer=payer, state="approved").order_by("number").first()
        if run is not None:
            services.settle(run.pk, MAKER, AFTER_NOTICE, bank_reference="7")

    @rule(payer=payers)
    def all_the_way(self, payer: str) -> None:
        """A whole month, from reckoning to the bank's return, evaluated again afterwards."""
        self.draft(payer)
        self.notice(payer)
        self.approve(payer, 1)
        self.settle(payer)
        for who in PEOPLE:
            self.evaluate(who)

    @invariant()
    def books_and_days_agree(self) -> None:
        connection.cursor().execute("set constraints all immediate")
        connection.cursor().execute("set constraints all deferred")
        booked: dict[tuple[str, str], int] = defaultdict(int)
        for who, payer, fen in Entry.objects.values_list("person_id", "payer", "fen"):
            booked[who, payer] += fen
        paid: dict[tuple[str, str], int] = defaultdict(int)
        for (who, _), (payer, fen) in self.paid().items():
            paid[who, payer] += fen
        assert {k: v for k, v in booked.items() if v} == dict(paid)
        # Nobody else pays here: our own payments are never taken for those of others.
        assert not Entry.objects.filter(kind="outside").exists()

    @invariant()
    def only_approved_runs_are_booked(self) -> None:
        for run in PayRun.objects.all():
            approved = sum(run.lines.filter(held="").values_list("fen", flat=True))
            booked = sum(run.entries.filter(kind="pay").values_list("fen", flat=True))
            assert booked == (approved if run.approved_by else 0)

    def last(self, payer: str) -> PayRun | None:
        return PayRun.objects.filter(payer=payer).order_by("-number").first()

    @staticmethod
    def attempt(do: object) -> None:
        with suppress(Refused):
            do()  # type: ignore[operator]


@pytest.mark.django_db
def test_any_order_of_runs_corrections_and_approvals() -> None:
    run_state_machine_as_test(
        Pay,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
