"""M13: schooling of the children of those who treat the infected or are sent elsewhere."""

from __future__ import annotations

from functools import partial

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.children import eligible_child, treating_spell
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, day_number, param, text, unknown, whole


def _with_delivery(children: ir.Table, provision: str) -> ir.Table:
    """Add ``given``: the first day from the child's first day on that meets the promise."""
    d = fact("deliveries")
    d = d.filter(d.provision == provision).select(
        child_id="subject_id", day=day_number(d.on_date), named=day_number(d.period_start)
    )
    met = children.select("child_id", "start").inner_join(d.filter(d.day <= as_of()), "child_id")
    met = met.filter((met.day >= met.start) & (met.named.isnull() | (met.named == met.start)))
    met = met.group_by("child_id").agg(given=met.day.min())
    return children.left_join(met, "child_id").drop("child_id_right")


def _guardian_treats(c: ir.Table) -> Criterion:
    first_spells = Facts(
        treating_spell.table, lambda r, f: [r.child_id == f.child_id, r.start == f.start]
    )
    return Criterion("guardian_treats", c.start.notnull(), date_of(c.start), first_spells)


def _given(c: ir.Table, provision: str) -> Criterion:
    handed = evidence.deliveries(
        provision, lambda r, f: [r.child_id == f.subject_id, f.day == r.given]
    )
    return Criterion("given", c.given.notnull(), date_of(c.given), handed)


def _child(c: ir.Table, provision: str, modality: str) -> Identity:
    return Identity(provision, modality, "child", c.child_id, c.start)


# The table names neither school nor education office: nobody is the owner (I4).
NOBODY = unknown("string")


def _tutor() -> Ruling:
    c = _with_delivery(eligible_child.table, "M13-1")
    c = c.filter(c.needs_home_study.fill_null(True))
    due = ibis.ifelse(c.needs_home_study, c.start + param("edu.tutor_within"), ibis.null())
    needed = Criterion("needs_home_study", c.needs_home_study, c.needs_home_study, c.ref)
    done = _given(c, "M13-1")
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    unsettled = needed.holds.isnull() & ~done.holds
    return ruling(
        c,
        _child(c, "M13-1", "MUST"),
        end=None,
        amount=whole(1),
        unit="count",
        due=due,
        owner=NOBODY,
        state=ibis.ifelse(unsettled, "unknown", must(done, in_time)),
        missing=ibis.ifelse(unsettled, text("needs_home_study"), unknown("string")),
        criteria=[_guardian_treats(c), needed, done, in_time],
    )


def _place(provision: str, stage: str) -> Ruling:
    """A place in the household district: available, and unknown where that is not known."""
    c = _with_delivery(eligible_child.table, provision)
    c = c.filter(c.stage == stage)
    household = Criterion(
        "household_known",
        ibis.ifelse(c.household_district.isnull(), ibis.null(), True),
        c.household_district,
        c.ref,
    )
    done = _given(c, provision)
    unsettled = c.household_district.isnull() & ~done.holds
    return ruling(
        c,
        _child(c, provision, "MAY"),
        end=None,
        amount=whole(1),
        unit="count",
        owner=NOBODY,
        state=ibis.cases((unsettled, "unknown"), (done.holds, "met"), else_="available"),
        missing=ibis.ifelse(unsettled, text("household_district"), unknown("string")),
        criteria=[_guardian_treats(c), _at_stage(c, stage), household, done],
    )


def _at_stage(c: ir.Table, stage: str) -> Criterion:
    return Criterion("at_stage", c.stage == stage, c.stage == stage, c.ref)


def _points() -> Ruling:
    c = _with_delivery(eligible_child.table, "M13-4")
    c = c.filter(c.stage == "senior_entry")
    done = _given(c, "M13-4")
    points = param("edu.zhongkao_bonus")
    return ruling(
        c,
        _child(c, "M13-4", "MAY"),
        end=None,
        amount=points,
        unit="count",
        owner=NOBODY,
        state=ibis.cases((done.holds, "met"), else_="available"),
        criteria=[_guardian_treats(c), _at_stage(c, "senior_entry"), done],
    )


def _vocational() -> Ruling:
    c = _with_delivery(eligible_child.table, "M13-5")
    c = c.filter(c.stage == "vocational_entry")
    done = _given(c, "M13-5")
    return ruling(
        c,
        _child(c, "M13-5", "MUST"),
        end=None,
        amount=whole(1),
        unit="count",
        owner=NOBODY,
        state=must(done),
        criteria=[_guardian_treats(c), _at_stage(c, "vocational_entry"), done],
    )


RULES = (
    Rule("M13-1", "tutor", "child", ("edu.tutor_within",), _tutor, over_all=True),
    Rule(
        "M13-2",
        "kindergarten",
        "child",
        (),
        partial(_place, "M13-2", "kindergarten_entry"),
        over_all=True,
    ),
    Rule("M13-3", "primary", "child", (), partial(_place, "M13-3", "primary_entry"), over_all=True),
    Rule("M13-4", "points", "child", ("edu.zhongkao_bonus",), _points, over_all=True),
    Rule("M13-5", "vocational", "child", (), _vocational, over_all=True),
)
