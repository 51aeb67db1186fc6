"""M01-1 (Wenzhou): of what each fund has spent, at least seventy percent goes to the front line."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import as_of, day_number, param, text, unknown, whole

FRONTLINE = ("consolation", "frontline_support")
KEY = "dues.frontline_share_min"


def _share() -> Ruling:
    e = fact("fund_entries")
    e = e.select(
        "fund", "purpose", "amount_fen", day=day_number(e.on_date), ref=reference(e, "fund_entries")
    )
    e = e.filter(e.day <= as_of())
    front = ibis.ifelse(e.purpose.isin(FRONTLINE), e.amount_fen, whole(0))
    f = e.group_by("fund").agg(
        first_day=e.day.min(),
        spent=e.amount_fen.sum().cast("int64"),
        front=front.sum().cast("int64"),
    )
    f = f.filter(f.spent > 0)
    elsewhere = Facts(e.filter(~e.purpose.isin(FRONTLINE)), lambda r, x: [r.fund == x.fund])
    share = f.front.cast("string") + text("/") + f.spent.cast("string")
    reached = Criterion("share_reached", f.front * 100 >= f.spent * param(KEY), share, elsewhere)
    return ruling(
        f,
        Identity("M01-1", "MUST", "fund", f.fund, f.first_day),
        end=as_of(),
        amount=f.spent,
        unit="fen",
        met=f.front,
        owner=unknown("string"),
        state=ibis.ifelse(reached.holds, "met", "owed"),
        criteria=[reached],
    )


RULES = (Rule("M01-1", "share", "fund", (KEY,), _share, over_all=True),)
