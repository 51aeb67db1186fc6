"""Dalian's sixteen measures of 20 February 2020 as data and rules."""

from __future__ import annotations

from pathlib import Path

from nuanxin.packs.dalian2020.provisions import (
    m07_2,
    m07_3,
    m07_4,
    m09_1,
    m10_4,
    m11_1,
    m11_4,
    m11_5,
)
from nuanxin.packs.dalian2020.stages import (
    counters,
    days,
    insurance,
    overload,
    rest,
    standing,
    subsidy,
    tiles,
    work,
)
from nuanxin.policy.pack import Pack

PACK = Pack(
    folder=Path(__file__).parent,
    stages=(
        *(days.calendar, days.month, days.rate_of_day, days.rate_of_month),
        *(standing.couple, standing.kin, standing.person, standing.release),
        *(standing.reopening, standing.task_end_in_force, standing.spell, standing.stint),
        *(standing.boundary, standing.spell_of_deployment, standing.deployment),
        standing.deployment_month,
        *(work.row, work.entangled_shift, work.entangled_day),
        *(tiles.tile, tiles.month_of_person, tiles.shifts_of_unit),
        *(tiles.absence_month, tiles.free_day),
        *(subsidy.paid_tile, subsidy.paid_piece, subsidy.paid_day),
        *(subsidy.subsidy, subsidy.settlement),
        *(overload.strained, overload.strained_shift, overload.strained_day),
        *(overload.firing_day, overload.episode, overload.long_spell),
        *(insurance.treating_run, insurance.cover, insurance.uncovered),
        *(rest.compensated_month, rest.accrual, rest.compensatory_paid),
        *(rest.worked_deployment, rest.rest_block, rest.rest_taken),
        counters.within_limits,
    ),
    rules=(
        *m07_2.RULES,
        *m07_3.RULES,
        *m07_4.RULES,
        *m09_1.RULES,
        *m10_4.RULES,
        *m11_1.RULES,
        *m11_4.RULES,
        *m11_5.RULES,
    ),
    dated=("subsidy.tier1.daily", "subsidy.tier2.daily", "subsidy.multiplier.hubei"),
    unwaivable=("M07-3", "M10-4"),
    counters=("within_limits",),
)
