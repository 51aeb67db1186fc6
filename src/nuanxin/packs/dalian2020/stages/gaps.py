"""Whom the gaps of the text concern: a kept stage for each gap, named after its key."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.children import eligible_child
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.packs.dalian2020.stages.standing import couple, person, spell, stint
from nuanxin.packs.dalian2020.stages.subsidy import subsidy
from nuanxin.policy.stage import kept_stage
from nuanxin.policy.terms import as_of, day_number, text


def _persons(table: ir.Table) -> ir.Table:
    return table.select(subject_kind=text("person"), subject_id=table.person_id).distinct()


def _children_at(stage: str) -> ir.Table:
    c = eligible_child.table
    c = c.filter(c.stage == stage)
    return c.select(subject_kind=text("child"), subject_id=c.child_id).distinct()


@kept_stage
def gap_volunteers() -> ir.Table:
    """Volunteers on the front line: measure 10 would be theirs if they fell ill."""
    p, s = fact("people"), spell.table
    return _persons(p.filter(p.employment == "volunteer").semi_join(s, "person_id"))


@kept_stage
def gap_mixed_couples() -> ir.Table:
    """Spouses on the front line on the same days of whom exactly one is medical."""
    c, t = couple.table, stint.table
    p = person.table.select("person_id", "is_medical")
    c = c.inner_join(p, "person_id")
    c = c.inner_join(p.select(spouse_id="person_id", other="is_medical"), "spouse_id")
    c = c.filter(c.is_medical != c.other)
    own = t.select("person_id", own_start="start", own_last="last_day")
    other = t.select(spouse_id="person_id", other_start="start", other_last="last_day")
    away = c.inner_join(own, "person_id").inner_join(other, "spouse_id")
    return _persons(
        away.filter((away.own_start <= away.other_last) & (away.other_start <= away.own_last))
    )


@kept_stage
def gap_task_end() -> ir.Table:
    """Persons whose spells have all ended, of whom and for whom nobody declared an end."""
    s, d = spell.table, fact("declarations")
    d = d.filter(day_number(d.date) <= as_of())
    ended = s.group_by("person_id").agg(is_open=s.is_open.max())
    ended = ended.filter(~ended.is_open).anti_join(d.filter(d.kind == "release"), "person_id")
    city = d.filter(d.kind == "task_end").agg(ends=ibis._.count())
    return _persons(ended.cross_join(city).filter(lambda t: t.ends == 0))


@kept_stage
def gap_junior_entry() -> ir.Table:
    """Children who enter junior high."""
    return _children_at("junior_entry")


@kept_stage
def gap_exam_points() -> ir.Table:
    """Children who sit the entrance exam."""
    return _children_at("senior_entry")


@kept_stage
def gap_increment_amount() -> ir.Table:
    """Persons with qualifying days, among whom an increment would be shared."""
    return _persons(subsidy.table)


STAGES = (
    *(gap_junior_entry, gap_volunteers, gap_mixed_couples),
    *(gap_task_end, gap_increment_amount, gap_exam_points),
)
