"""What a token sees: the unit of its role and those below; the whole city when it has none."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from nuanxin.domains.actor import Actor
from nuanxin.domains.inbox.selectors import units_at
from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.models import Obligation, Run
from nuanxin.domains.wording import say

Row = TypeVar("Row", bound=Model)


def standing() -> Run:
    """The evaluation that stands; Http404 while there is none."""
    run = selectors.current_run()
    if run is None:
        raise Http404(say("账本还是空的，请先计算", "The ledger is empty; evaluate first."))
    return run


def within(rows: QuerySet[Row], unit: str, by: Actor) -> QuerySet[Row]:
    """Those whose unit, in the field of that name, somebody sees."""
    return rows.filter(**{f"{unit}__in": units_at(by.unit_id)}) if by.unit_id else rows


def sees(unit_id: str | None, by: Actor) -> bool:
    """Whether somebody sees a unit."""
    return not by.unit_id or unit_id in units_at(by.unit_id)


def obligation(run: Run, obligation_id: str, by: Actor) -> Obligation:
    """One obligation that somebody sees; Http404 when there is none of that number."""
    found = Obligation.objects.filter(run=run, obligation_id=obligation_id)
    row = within(found, "owner_unit_id", by).first()
    if row is None:
        raise Http404(say("没有义务 {n}", "There is no obligation {n}.", n=obligation_id))
    row.run = run
    return row
