"""Compensatory hours (M07-4) and the fifteen days (M11-5): what accrued and what was taken."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.seen import seen_row
from nuanxin.packs.dalian2020.stages.sketch import compensated
from nuanxin.packs.dalian2020.stages.standing import deployment, deployment_month, runs, stint
from nuanxin.packs.dalian2020.stages.tiles import (
    compensated_month,
    free_day,
    month_of_person,
    month_runs,
)
from nuanxin.packs.dalian2020.stages.work import alone_rows, entangled_day
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import HOUR, count_days, param, since

_KEYS = ["person_id", "deployment"]


@stage
def accrual() -> ir.Table:
    """Compensatory seconds of each deployment (M07-4)."""
    m, d, a, n = compensated_month.table, deployment_month.table, alone_rows(), seen_row.table
    split = m.filter(m.is_split).select(*_KEYS, "month", "spell_days")
    columns = ("person_id", "month", "bit", "is_workday", "seconds")
    alone = ibis.union(*(days.mutate(seconds=days.length).select(*columns) for days in (a, n)))
    parts = []
    for days, spells in ((alone, split), (entangled_day.table.select(*columns), d)):
        joined = days.inner_join(spells, ["person_id", "month"])
        joined = joined.filter((joined.bit & joined.spell_days) != 0)
        parts.append(joined.select(*_KEYS, seconds=compensated(joined, joined.seconds)))
    both = ibis.union(m.filter(~m.is_split).select(*_KEYS, "seconds"), *parts)
    total = both.group_by(_KEYS).agg(seconds=both.seconds.sum().cast("int64"))
    return total.filter(total.seconds > 0)


@stage
def compensatory_paid() -> ir.Table:
    """Seconds paid down by compensatory days since the person's first spell began."""
    f, s = free_day.table, stint.table
    first = s.group_by("person_id").agg(first_spell=s.start.min())
    f = f.inner_join(first, "person_id")
    days = count_days(since(f.compensatory, f.first_day, f.first_spell))
    return f.group_by("person_id").agg(
        seconds=(days * HOUR * param("comp.absence_day_hours")).sum().cast("int64")
    )


@stage
def worked_deployment() -> ir.Table:
    """Deployments with a duty day that is one of their spell days (M11-5)."""
    d, p = deployment_month.table, month_of_person.table
    both = d.inner_join(p, ["person_id", "month"])
    days = count_days(both.spell_days & both.duty)
    worked = both.group_by(_KEYS).agg(duty_days=days.sum().cast("int64"))
    return worked.filter(worked.duty_days > 0)


@stage
def rest_block() -> ir.Table:
    """Runs of counted rest days after each deployment's last spell day, before the next one."""
    d, f = deployment.table, free_day.table
    d = d.select(*_KEYS, "next_deployment", until="last_day")
    rest = month_runs(f.select("person_id", "month", "rest15"), "rest15")
    r = rest.inner_join(d, "person_id")
    r = r.select(
        *_KEYS,
        start=ibis.greatest(r.start, r.until + 1),
        last_day=ibis.least(r.last_day, (r.next_deployment - 1).fill_null(r.last_day)),
    )
    blocks = runs(r.filter(r.start <= r.last_day), *_KEYS)
    return blocks.select(*_KEYS, "start", "last_day", days=blocks.last_day - blocks.start + 1)


@stage
def rest_taken() -> ir.Table:
    """Rest days of each deployment that count: those of its longest blocks, at most two."""
    b = rest_block.table
    longest = ibis.window(group_by=_KEYS, order_by=[ibis.desc("days"), "start"])
    b = b.mutate(rank=ibis.row_number().over(longest))
    counted = b["rank"] < param("care.rest_blocks_max")
    return b.group_by(_KEYS).agg(
        days=b.days.sum(where=counted).cast("int64"),
        all_days=b.days.sum().cast("int64"),
        blocks=b.count(),
        first_start=b.start.min(),
    )
