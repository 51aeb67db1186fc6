"""The books of restricted funds (party dues, matching money): double entry, in whole fen.

Receiving moves fen from the account ``source`` into ``money``; spending moves them from
``money`` into the account of its purpose. The database refuses a posting that does not balance.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import duckdb
from django.db import transaction
from django.db.models import Sum

from nuanxin.domains.actor import Actor
from nuanxin.domains.pay.models import Account, Leg, Posting
from nuanxin.domains.pay.refused import Refused
from nuanxin.policy.parameters import Parameters

FUNDS = ("party_dues", "matching")
PURPOSES = ("frontline_support", "consolation", "supplies", "hardship", "other")
FRONTLINE = ("frontline_support", "consolation")
"""What counts as support and consolation of the front line (M08-1)."""


@dataclass(frozen=True)
class Standing:
    """Where a fund stands: fen received, spent, and spent on the front line, against its floor.

    ``percent`` is unknown while nothing was spent; ``state`` is kept, below the floor
    (not_kept), or at the alarm (breached).
    """

    fund: str
    received: int
    spent: int
    frontline: int
    floor: Decimal
    alarm: Decimal

    @property
    def left(self) -> int:
        return self.received - self.spent

    @property
    def percent(self) -> Decimal | None:
        if self.spent <= 0:
            return None
        return (Decimal(self.frontline) * 100 / self.spent).quantize(Decimal("0.1"))

    @property
    def state(self) -> str:
        if self.spent <= 0:
            return "unknown"
        if self.frontline * 100 >= self.floor * self.spent:
            return "kept"
        return "not_kept" if self.frontline * 100 >= self.alarm * self.spent else "breached"


def receive(fund: str, fen: int, on: date, by: Actor, *, key: str, memo: str = "") -> Posting:
    """Money comes into a fund."""
    return _post(fund, on, by, key, memo, ("money", fen), ("source", -fen))


def spend(
    fund: str, purpose: str, fen: int, on: date, by: Actor, *, key: str, memo: str = ""
) -> Posting:
    """Money of a fund is spent for a purpose; negative fen take a spending back."""
    if purpose not in PURPOSES:
        raise Refused(f"没有“{purpose}”这个用途。", f"{purpose} is no purpose of a fund.")
    return _post(fund, on, by, key, memo, (purpose, fen), ("money", -fen))


def take_in(facts: duckdb.DuckDBPyConnection, by: Actor) -> int:
    """Post the spending that the facts hold (fund_entries); how many were new."""
    rows = facts.execute(
        "select entry_id, fund, purpose, amount_fen, on_date, coalesce(beneficiary_kind, '')"
        " from facts.fund_entries where amount_fen <> 0 order by entry_id"
    ).fetchall()
    known = set(Posting.objects.values_list("key", flat=True))
    new = [row for row in rows if f"fact {row[0]}" not in known]
    with transaction.atomic():
        for entry, fund, purpose, fen, on, whom in new:
            spend(fund, purpose, int(fen), on, by, key=f"fact {entry}", memo=whom)
    return len(new)


def standings(parameters: Parameters) -> list[Standing]:
    """Where each fund stands, in order of FUNDS."""
    floor = parameters.number("fund.party_dues_min_frontline")
    alarm = parameters.number("fund.party_dues_alarm")
    sums = Leg.objects.values_list("account__fund", "account__name").annotate(Sum("fen"))
    total = {(fund, name): int(fen) for fund, name, fen in sums}
    return [
        Standing(
            fund,
            -total.get((fund, "source"), 0),
            _sum(total, fund, PURPOSES),
            _sum(total, fund, FRONTLINE),
            floor,
            alarm,
        )
        for fund in FUNDS
    ]


def _sum(total: dict[tuple[str, str], int], fund: str, names: Iterable[str]) -> int:
    return sum(total.get((fund, name), 0) for name in names)


def _post(fund: str, on: date, by: Actor, key: str, memo: str, *legs: tuple[str, int]) -> Posting:
    if fund not in FUNDS:
        raise Refused(f"没有“{fund}”这笔资金。", f"There is no fund {fund}.")
    if any(fen == 0 for _, fen in legs):
        raise Refused("金额不能是零。", "The amount cannot be zero.")
    with transaction.atomic():
        posting, is_new = Posting.objects.get_or_create(
            key=key, defaults={"on_date": on, "memo": memo, "by": by.id}
        )
        if is_new:
            for name, fen in legs:
                account, _ = Account.objects.get_or_create(fund=fund, name=name)
                Leg.objects.create(posting=posting, account=account, fen=fen)
        return posting
