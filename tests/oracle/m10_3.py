"""M10-3: the clocks of the injury lane, to file, to decide and to pay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from .m10_2 import KINDS
from .model import DAY, Row
from .records import Harm
from .world import World


def rows(world: World) -> list[Row]:
    return [
        row
        for harm in world.harms
        if harm.kind in KINDS and world.people[harm.person_id].employment != "volunteer"
        for row in _lane(world, harm)
    ]


def _lane(world: World, harm: Harm) -> Iterator[Row]:
    params, after = world.params, world.workdays.after
    filed, decided = _seen(world, harm.filed_on), _seen(world, harm.decided_on)
    if harm.arises_from_duty is None:
        yield replace(
            _clock(world, harm, "file", harm.date, harm.date, None),
            state="unknown",
            missing="arises_from_duty",
            period_end=None,
            due_on=None,
        )
    if not harm.arises_from_duty:
        return
    yield _clock(world, harm, "file", harm.date, after(harm.date, params.file_workdays), filed)
    if filed is not None:
        due = filed + DAY * params.decide_days
        yield _clock(world, harm, "decide", filed, due, decided)
    if decided is not None and harm.recognised is not False:
        paid = _seen(world, harm.paid_on)
        row = _clock(world, harm, "pay", decided, after(decided, params.pay_workdays), paid)
        if harm.recognised is None and row.state != "met":
            row = replace(row, state="unknown", missing="recognised")
        yield row


def _seen(world: World, day: date | None) -> date | None:
    return day if day is not None and day <= world.as_of else None


def _clock(world: World, harm: Harm, clock: str, start: date, due: date, done: date | None) -> Row:
    late = "overdue" if world.as_of > due else "owed"
    return Row(
        provision="M10-3",
        modality="MUST",
        subject_kind="person",
        subject_id=harm.person_id,
        period_start=start,
        period_end=due,
        quantity=Decimal(1),
        quantity_unit="count",
        due_on=due,
        state=late if done is None else "met",
        owner_unit_id=world.people[harm.person_id].unit_id,
        extra=(harm.harm_id, clock),
    )
