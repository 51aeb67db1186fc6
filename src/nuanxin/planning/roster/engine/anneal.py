"""A roster by best responses to prices that are blurred at first: in seconds, and far from greedy.

Each person in turn takes the best line against what the others hold. Where that is taken at its
word, the first lines settle what the last can do. So the others are held to be uncertain: a cell
of cover that is just met still pays a little, one just missed not in full. As the uncertainty
goes, the roster sets.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nuanxin.planning.roster.engine.incumbent import Incumbent
from nuanxin.planning.roster.engine.tables import Floats, Ints, Tables

WIDEST, NARROWEST = 1.5, 0.03  # the spread of what the others hold, in people
STEEP = 1.7  # the logistic curve that is nearest to the normal one
FEWEST, MOST = 12, 100  # rounds
SPAN = 42  # days open at once where whole lines take long
WHOLE = 3  # every so many rounds lines are open as a whole there
SLACK = 4.0  # how many times the effort the fewest rounds may take


def anneal(
    incumbent: Incumbent,
    rng: np.random.Generator,
    stop: Callable[[], bool],
    told: Callable[[], None],
    effort: float,
    parted: bool = False,
) -> bool:
    """Search for about so much effort; ``incumbent`` becomes what is better, ``told`` then.

    With ``parted`` most rounds open some weeks after the other: for long lines. False where lines
    take so long to find that it was given up.
    """
    tables = incumbent.tables
    work = Incumbent(tables, incumbent.pricers, incumbent.lines)
    began, done, share = tables.effort.spent, 0, 0.0
    while share < 1.0:
        spread = WIDEST * (NARROWEST / WIDEST) ** share
        whole = not parted or done % WHOLE == WHOLE - 1
        for window in (None,) if whole else parts(tables.days, rng):
            for number in rng.permutation(len(work.lines)):
                if stop() or FEWEST * (tables.effort.spent - began) > (done + 1) * SLACK * effort:
                    return False
                _respond(work, int(number), spread, window)
        done += 1
        each = (tables.effort.spent - began) / done
        share = done / np.clip(effort / each, FEWEST, MOST)
        if work.objective < incumbent.objective - 0.5:
            for number, line in enumerate(work.lines):
                incumbent.put(number, line, float(work.costs[number]))
            told()
    return True


def parts(days: int, rng: np.random.Generator) -> list[Ints]:
    """The days in parts of some weeks, cut elsewhere each time."""
    first = int(rng.integers(SPAN // 2, SPAN))
    return np.split(np.arange(days), np.arange(first, days - SPAN // 2, SPAN))


def _respond(work: Incumbent, number: int, spread: float, window: Ints | None) -> None:
    """Give a person the line that is best on the average."""
    pricer = work.pricers[number]
    prices = blurred(work.tables, work.without([number]), spread)
    mask = None if window is None else work.mask(number, window)
    for _, line in pricer.best(prices, mask).lines[:1]:
        work.put(number, line, pricer.cost(line))


def blurred(tables: Tables, held: Floats, spread: float) -> Floats:
    """What one more in each row saves on the average, when ``held`` is known up to ``spread``."""
    rows = tables.rows
    short, deep = (_below(level, held, spread) for level in (rows.level, rows.least))
    saved: Floats = rows.under * short + rows.hard * deep - rows.over * (1 - short)
    return saved


def _below(level: Floats, held: Floats, spread: float) -> Floats:
    """How likely it is that less than ``level`` is held."""
    away = np.clip(STEEP * (level - held - 0.5) / spread, -50, 50)
    likely: Floats = 1 / (1 + np.exp(-away))
    return likely
