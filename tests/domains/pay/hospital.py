"""A hospital in March: twenty nurses, a director who books himself full attendance, an aid team."""

from __future__ import annotations

from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger.models import Unit
from nuanxin.domains.pay import services
from nuanxin.domains.pay.models import PayRun
from tests.domains.pay.ledger import (
    AFTER_NOTICE,
    MAKER,
    MARCH,
    OFFICER,
    TODAY,
    ledger,
    owe,
    person,
)

DIRECTOR = "Z1"


def build(payer: str = "H1") -> None:
    """The hospital's people and what it owes them."""
    Unit.objects.get_or_create(
        run=ledger(),
        unit_id=payer,
        defaults={"name": "市海湾医院", "kind": "hospital", "district": "甘井子区"},
    )
    for number in range(1, 21):
        person(f"{payer}N{number:02d}", name=f"护士{number}")
        owe(payer, f"{payer}N{number:02d}", range(1, 3 + number % 9))
    person(f"{payer}{DIRECTOR}", is_leader=True, name="曹启明")
    owe(payer, f"{payer}{DIRECTOR}", range(1, 27), contact=(3, 4, 5))


def in_every_state() -> dict[str, PayRun]:
    """A run in each state, of a hospital of its own."""
    found = {}
    for number, state in enumerate(("stopped", "clear", "noticed", "approved", "paid"), 1):
        payer = f"H{number}"
        build(payer)
        run = services.draft(payer, MARCH, MAKER, approver=f"{payer}{DIRECTOR}")
        if state != "stopped":
            run = services.hold(run.pk, [f"{payer}{DIRECTOR}"], MAKER, "补考勤原件")
        if state in ("noticed", "approved", "paid"):
            run = services.notice(run.pk, MAKER, TODAY)
        if state == "noticed":
            services.object_to(run.pk, f"{payer}N03", Actor("N9"), "3 日不在岗")
        if state in ("approved", "paid"):
            run = services.approve(run.pk, OFFICER, AFTER_NOTICE)
        if state == "paid":
            run = services.settle(run.pk, MAKER, AFTER_NOTICE, bank_reference="7")
        found[state] = run
    return found
