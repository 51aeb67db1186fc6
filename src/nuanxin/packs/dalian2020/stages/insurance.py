"""Days on which a medical person treats the infected, and the cover in force (M10-4)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.sources import fact_in_scope, parameter_words, scope
from nuanxin.packs.dalian2020.stages.standing import runs, spell
from nuanxin.policy.stage import once_stage, stage
from nuanxin.policy.terms import as_of, day_number


@once_stage
def owed_cover() -> ir.Table:
    """The kinds of cover that are owed."""
    w = parameter_words
    w = w.filter(w.key == "insurance.kinds", w.from_day <= as_of(), w.to_day >= as_of())
    return w.select(kind="value").distinct()


@stage
def treating_run() -> ir.Table:
    """Maximal runs of F4 days (S2) of the people in scope."""
    s = spell.table
    s = s.filter(s.is_treating).semi_join(scope, s.person_id == scope.person_id)
    days = s.select("person_id", "unit_id", "start", "last_day")
    return runs(days, "person_id", "unit_id")


@stage
def uncovered() -> ir.Table:
    """Maximal runs of F4 days without cover of a kind.

    Within a run of F4 days, each policy leaves a gap before it, which begins where the earlier
    ones end, and the last day covered leaves one after it.
    """
    i = fact_in_scope("insurance")
    i = i.select(
        "person_id",
        "kind",
        cover_start=day_number(i.start_date),
        cover_last=day_number(i.end_date),
    )
    kinds = treating_run.table.cross_join(owed_cover.table)
    inside = kinds.left_join(
        i,
        [
            kinds.person_id == i.person_id,
            kinds.kind == i.kind,
            i.cover_start <= kinds.last_day,
            i.cover_last >= kinds.start,
        ],
    ).drop("person_id_right", "kind_right")
    keys = ["person_id", "unit_id", "kind", "start", "last_day"]
    earlier = ibis.window(group_by=keys, order_by="cover_start", preceding=(None, 1))
    inside = inside.mutate(earlier_last=inside.cover_last.max().over(earlier))
    before = inside.select(
        "person_id", "unit_id", "kind",
        start=ibis.greatest(inside.start, (inside.earlier_last + 1).fill_null(inside.start)),
        last_day=(inside.cover_start - 1).fill_null(inside.last_day),
    )  # fmt: skip
    tail = inside.group_by(keys).agg(covered_to=inside.cover_last.max())
    tail = tail.select(
        "person_id", "unit_id", "kind", start=tail.covered_to + 1, last_day=tail.last_day
    )
    gaps = ibis.union(before, tail)
    return gaps.filter(gaps.start <= gaps.last_day)
