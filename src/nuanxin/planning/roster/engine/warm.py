"""Compile every loop and keep it: ``python -m nuanxin.planning.roster.engine.warm``."""

from __future__ import annotations

import numpy as np

from nuanxin.planning.roster.engine.incumbent import Incumbent
from nuanxin.planning.roster.engine.pricer import Pricer
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.engine.trade import Trader
from nuanxin.planning.roster.model import (
    Contract,
    Count,
    Person,
    Problem,
    Range,
    ShiftType,
    Window,
)


def warm() -> None:
    """Call each loop once on a line of a week, with arrays as every search hands them over."""
    contract = Contract(
        minutes=Range(0, 2400),
        weekends=Range(None, 1),
        counts=(Count("days", frozenset("D"), 3),),
        windows=(Window("two", 2, 1, frozenset("D")),),
    )
    people = (Person("A", contract),)
    pricer = Pricer(Tables(Problem("week", 7, (ShiftType("D", 480),), people, ())), 0)
    duals = np.zeros(0)
    line = np.zeros(7, dtype=np.int16)
    pricer.cost(line)
    pricer.best(duals)
    pricer.counted(duals)
    pricer.all_below(duals, 1.0, 10)
    Trader(pricer.tables, [pricer]).anneal(
        Incumbent(pricer.tables, [pricer], [line]), np.random.default_rng(0), 0.0
    )


if __name__ == "__main__":
    warm()
