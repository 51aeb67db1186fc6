"""The work that is killed: pay runs of several payers, loads of an evaluation, imports."""

from __future__ import annotations

from pathlib import Path

from nuanxin.domains.intake.services import take
from nuanxin.domains.ledger.services import load_evaluation
from nuanxin.domains.pay import services
from tests.domains import small_city
from tests.domains.pay.ledger import AFTER_NOTICE, MAKER, MARCH, OFFICER, TODAY

PAYERS = ("H1", "H2", "H3")


def pay(turn: str) -> None:
    """Take every payer's month from reckoning to the bank's return; the same turn again goes on
    where it was broken off."""
    for payer in PAYERS:
        key = f"{turn} {payer}"
        run = services.draft(payer, MARCH, MAKER, key=f"{key} draft")
        services.notice(run.pk, MAKER, TODAY, key=f"{key} notice")
        services.approve(run.pk, OFFICER, AFTER_NOTICE, key=f"{key} approve")
        services.settle(run.pk, MAKER, AFTER_NOTICE, bank_reference=key, key=f"{key} settle")


def load(folder: str) -> None:
    """Load an evaluation of the small city."""
    load_evaluation(Path(folder), small_city.city())


def bring(folder: str) -> None:
    """Take a folder of facts into the live city."""
    take([Path(folder)], who="孙立", why="测试")
