"""M16: decisions and protection are made known, and models are told with their consent."""

from __future__ import annotations

from functools import partial

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.deliveries import delivered
from nuanxin.packs.dalian2020.stages.sources import fact, scope
from nuanxin.packs.dalian2020.stages.stories import told_story
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import as_of, date_of, month_number, param, text, unknown, whole_part

APPROVALS = param("stories.approvals_min")


def _months(published: ir.Table, **sums: ir.Value) -> ir.Table:
    """Published items by ``unit_id`` and month, of units on record, with the month's days."""
    u, m = fact("units").select("unit_id"), month.table
    p = published.semi_join(u, "unit_id")
    p = p.group_by("unit_id", "month").agg(**sums)
    return p.inner_join(m.select("month", "first_day", "last_day"), "month")


def _items_of(provision: str) -> Facts:
    return evidence.deliveries(
        provision,
        lambda r, f: [r.unit_id == f.subject_id, f.day >= r.first_day, f.day <= r.last_day],
    )


def _published(provision: str, *, reach_matters: bool) -> Ruling:
    d = delivered(provision)
    d = d.select("amount", unit_id="subject_id", month=month_number(date_of(d.day)))
    p = _months(d, items=ibis._.count(), reach=ibis._.amount.sum())
    items = Criterion("items_published", p["items"] > 0, p["items"], _items_of(provision))
    criteria, state, missing = [items], text("met"), unknown("string")
    if reach_matters:
        unclear = p.reach.fill_null(0) == 0
        reached = ibis.ifelse(unclear, ibis.null(), True)
        criteria.append(Criterion("reach_known", reached, p.reach))
        state = ibis.ifelse(unclear, text("unknown"), state)
        missing = ibis.ifelse(unclear, text("quantity"), missing)
    return ruling(
        p,
        Identity(provision, "MUST", "unit", p.unit_id, p.first_day),
        end=p.last_day,
        amount=p["items"],
        unit="count",
        owner=p.unit_id,
        state=state,
        missing=missing,
        criteria=criteria,
    )


def _story() -> Ruling:
    s = told_story.table
    s = s.semi_join(scope, s.person_id == scope.person_id)
    s = s.filter(s.declined.notnull() | (s.amount < APPROVALS).fill_null(True))
    approved = Criterion("approved_twice", s.amount >= APPROVALS, s.amount, s.ref)
    consent = Criterion("has_consent", s.declined.isnull(), s.declined.isnull(), s.declined)
    unclear = consent.holds & s.amount.isnull()
    return ruling(
        s,
        Identity("M16-3", "MUST", "person", s.person_id, s.day, [s.delivery_id]),
        end=s.day,
        amount=APPROVALS,
        unit="count",
        met=ibis.ifelse(s.amount.isnull(), ibis.null(), ibis.least(s.amount, APPROVALS)),
        owner=s.publisher,
        state=ibis.ifelse(unclear, text("unknown"), text("breached")),
        missing=ibis.ifelse(unclear, text("quantity"), unknown("string")),
        criteria=[approved, consent],
    )


def _balance() -> Ruling:
    s = told_story.table
    s = s.mutate(unit_id="publisher", month=month_number(date_of(s.day)))
    b = _months(
        s,
        stories=ibis._.count(),
        grassroots=(~s.is_leader).sum().cast("int64"),
        medics=s.is_medical.sum().cast("int64"),
        cadres=s.is_cadre.sum().cast("int64"),
    )
    told = evidence.deliveries(
        "M16-3",
        lambda r, f: [r.unit_id == f.counterpart_id, f.day >= r.first_day, f.day <= r.last_day],
    )
    share = b.grassroots.cast("string") + text("/") + b.stories.cast("string")
    least = whole_part(b.stories * param("stories.grassroots_share_min") + 99, 100)
    done = Criterion("mainly_grassroots", b.grassroots >= least, share, told)
    runs_on = Criterion("month_runs", as_of() <= b.last_day, as_of() <= b.last_day)
    return ruling(
        b,
        Identity("M16-3", "MUST", "unit", b.unit_id, b.first_day),
        end=b.last_day,
        amount=least,
        unit="count",
        met=ibis.least(b.grassroots, least),
        due=b.last_day,
        owner=b.unit_id,
        state=ibis.cases((done.holds, "met"), (runs_on.holds, "owed"), else_="breached"),
        criteria=[
            done,
            Criterion("stories_of_medics", b.medics >= 0, b.medics),
            Criterion("stories_of_cadres", b.cadres >= 0, b.cadres),
            runs_on,
        ],
    )


RULES = (
    Rule(
        "M16-1",
        "items",
        "unit",
        (),
        partial(_published, "M16-1", reach_matters=False),
        over_all=True,
    ),
    Rule(
        "M16-2",
        "items",
        "unit",
        (),
        partial(_published, "M16-2", reach_matters=True),
        over_all=True,
    ),
    Rule("M16-3", "story", "person", ("stories.approvals_min",), _story),
    Rule("M16-3", "balance", "unit", ("stories.grassroots_share_min",), _balance, over_all=True),
)
