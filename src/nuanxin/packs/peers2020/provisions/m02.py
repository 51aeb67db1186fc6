"""M02-1 (Wuhan): for every ten days worked at least two days of rest, in principle."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.standing import person
from nuanxin.packs.dalian2020.stages.tiles import month_of_person, unpacked
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, normally, ruling
from nuanxin.policy.stage import Stage, stage
from nuanxin.policy.terms import param, whole_part

BLOCK, LEAST = "rest.block_days", "rest.days_off_min"


@stage
def ten_days() -> ir.Table:
    """Complete blocks of ten duty days of medical persons, with the start of the next block."""
    m, p = month_of_person.table, person.table.filter(person.table.is_medical)
    days = unpacked(m.select("person_id", "month", "duty"), "duty").select("person_id", "day")
    days = days.semi_join(p, "person_id")
    in_order = ibis.window(group_by=days.person_id, order_by=days.day)
    days = days.mutate(place=ibis.row_number().over(in_order).cast("int64"))
    days = days.mutate(block=whole_part(days.place, param(BLOCK)))
    blocks = days.group_by("person_id", "block").agg(
        start=days.day.min(), last_day=days.day.max(), worked=days.count().cast("int64")
    )
    of_person = ibis.window(group_by=blocks.person_id, order_by=blocks.block)
    blocks = blocks.mutate(next_start=blocks.start.lead().over(of_person))
    return blocks.filter(blocks.next_start.notnull()).drop("block")


STAGES: tuple[Stage, ...] = (ten_days,)


def _two_in_ten() -> Ruling:
    b = ten_days.table.inner_join(person.table.select("person_id", "unit_id"), "person_id")
    b = b.mutate(days_off=b.next_start - b.start - b.worked)
    worked = evidence.worked(
        lambda r, f: [r.person_id == f.person_id, f.day >= r.start, f.day <= r.last_day]
    )
    enough = Criterion("days_off", b.days_off >= param(LEAST), b.days_off, worked)
    return ruling(
        b,
        Identity("M02-1", "NORMALLY", "person", b.person_id, b.start),
        end=b.next_start - 1,
        amount=param(LEAST),
        unit="days",
        met=ibis.least(b.days_off, param(LEAST)),
        owner=b.unit_id,
        state=normally(enough),
        criteria=[enough],
    )


RULES = (Rule("M02-1", "two_in_ten", "person", (BLOCK, LEAST), _two_in_ten),)
