"""M08-1: Party dues and matching funds go mainly to the front line."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import (
    as_of,
    day_number,
    month_number,
    param,
    text,
    unknown,
    whole,
    whole_part,
)

FRONTLINE = ("frontline_support", "consolation")
FLOOR = param("fund.party_dues_min_frontline")
ALARM = param("fund.party_dues_alarm")
NOBODY = unknown("string")


def _entries() -> ir.Table:
    e = fact("fund_entries")
    e = e.select(
        "fund", "purpose", "beneficiary_kind", "amount_fen",
        month=month_number(e.on_date), day=day_number(e.on_date), ref=reference(e, "fund_entries"),
    )  # fmt: skip
    return e.filter(e.day <= as_of())


def _running() -> ir.Table:
    """What each fund had spent by the end of each month in which it spent anything."""
    e = _entries()
    helps = e.purpose.isin(FRONTLINE)
    sure = helps & e.beneficiary_kind.notnull()
    months = e.group_by("fund", "month").agg(
        total=e.amount_fen.sum(),
        high=ibis.ifelse(helps, e.amount_fen, whole(0)).sum(),
        sure=ibis.ifelse(sure, e.amount_fen, whole(0)).sum(),
    )
    so_far = ibis.window(group_by="fund", order_by="month", preceding=None, following=0)
    sums = {
        name: months[name].sum().over(so_far).cast("int64") for name in ("total", "high", "sure")
    }
    months = months.mutate(**sums)
    return months.filter(months.total > 0)


def _spent(*, of_unknown: bool) -> Facts:
    e = _entries()
    if of_unknown:
        e = e.filter(e.purpose.isin(FRONTLINE) & e.beneficiary_kind.isnull())
    else:
        e = e.filter(~e.purpose.isin(FRONTLINE))
    return Facts(e, lambda r, f: [r.fund == f.fund, f.month <= r.month])


def _mainly() -> Ruling:
    m = _running().inner_join(month.table.select("month", "first_day", "last_day"), "month")
    floor = m.total * FLOOR
    reaches = Criterion(
        "mainly_frontline",
        m.sure * 100 >= floor,
        m.sure.cast("string") + text("/") + m.total.cast("string"),
        _spent(of_unknown=False),
    )
    named = Criterion(
        "recipients_known", m.high == m.sure, m.high - m.sure, _spent(of_unknown=True)
    )
    above_alarm = Criterion(
        "above_alarm",
        m.high * 100 >= m.total * ALARM,
        m.high.cast("string") + text("/") + m.total.cast("string"),
    )
    runs_on = Criterion("month_runs", as_of() <= m.last_day, as_of() <= m.last_day)
    may_reach = ~reaches.holds & (m.high * 100 >= floor)
    owed = whole_part(floor + 99, 100)
    return ruling(
        m,
        Identity("M08-1", "MUST", "fund", m.fund, m.first_day),
        end=m.last_day,
        amount=owed,
        unit="fen",
        met=ibis.greatest(0, ibis.least(m.sure, owed)),
        due=m.last_day,
        owner=NOBODY,
        state=ibis.cases(
            (reaches.holds, "met"),
            (may_reach, "unknown"),
            (runs_on.holds, "owed"),
            (~above_alarm.holds, "breached"),
            else_="overdue",
        ),
        missing=ibis.ifelse(may_reach, text("beneficiary_kind"), unknown("string")),
        criteria=[reaches, named, above_alarm, runs_on],
    )


RULES = (
    Rule(
        "M08-1",
        "mainly",
        "fund",
        ("fund.party_dues_min_frontline", "fund.party_dues_alarm"),
        _mainly,
        over_all=True,
    ),
)
