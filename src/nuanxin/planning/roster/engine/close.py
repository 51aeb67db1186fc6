"""Closing the gap: all lines that a better roster could hold are listed, and a MIP decides.

A line whose reduced cost passes the gap between bound and incumbent is in no better roster. Where
few lines are left, HiGHS finds the best of them, and with them the proof.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from nuanxin.planning.roster.engine.dive import Lines
from nuanxin.planning.roster.engine.master import Master
from nuanxin.planning.roster.engine.pricer import Pricer
from nuanxin.planning.roster.engine.tables import Floats

LIMIT = 20_000  # lines in all
LOOK = 2e-3  # nominal seconds between two looks of HiGHS at whether to stop


@dataclass(frozen=True)
class Closed:
    """Better lines, if there are any; whether nothing else could be better."""

    lines: Lines | None
    proved: bool


def close(
    master: Master,
    pricers: list[Pricer],
    duals: Floats,
    gap: float,
    better_than: float,
    allowed: float,
    stop: Callable[[], bool],
) -> Closed | None:
    """Look among all lines within ``gap`` of the cheapest; None when there are too many.

    The MIP may take ``allowed`` nominal seconds of effort.
    """
    left = LIMIT
    for person in master.people:
        if stop():
            return None
        lines, complete = pricers[person].all_below(duals, gap, left)
        if not complete:
            return None
        left -= len(lines)
        for line in lines:
            cost = pricers[person].cost(line)
            if np.isfinite(cost):
                master.add(person, line, cost)
    return _decide(master, better_than, allowed, stop)


def _decide(
    master: Master, better_than: float, allowed: float, stop: Callable[[], bool]
) -> Closed | None:
    highs, first = master.highs, 3 * len(master.rows)
    places = np.arange(first, master.count, dtype=np.int32)
    whole = np.full(len(places), int(highspy.HighsVarType.kInteger), dtype=np.uint8)
    highs.changeColsIntegrality(len(places), places, whole)
    highs.setOptionValue("presolve", "on")
    # The costs are whole numbers: what is not a full point better is no better.
    highs.setOptionValue("mip_abs_gap", 0.99)
    highs.setOptionValue("mip_rel_gap", 0.0)
    looks = 0

    def halt(event: Any) -> None:
        nonlocal looks
        looks += 1
        if looks * LOOK > allowed or stop():
            event.interrupt()

    highs.cbMipInterrupt.subscribe(halt)
    highs.run()
    highs.cbMipInterrupt.unsubscribe(halt)
    master.tables.effort.linear(highs.getInfo().simplex_iteration_count, len(master.rows))
    status = highs.getModelStatus()
    if not highs.getInfo().primal_solution_status:
        return None
    value = float(highs.getInfo().objective_function_value)
    proved = status == highspy.HighsModelStatus.kOptimal
    if value > better_than:
        return Closed(None, proved)
    master.values = np.array(highs.getSolution().col_value)
    chosen = {}
    for person in master.people:
        columns, at = master.columns[person], int(master.weights(person).argmax())
        chosen[person] = (columns.lines[at].copy(), float(columns.costs[at]))
    return Closed(chosen, proved)
