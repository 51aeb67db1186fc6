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
from nuanxin.planning.roster.engine.tables import Floats, Tables

WIDEST, NARROWEST = 1.5, 0.03  # the spread of what the others hold, in people
AGAIN = 0.5  # where a roster that is good already is loosened
STEEP = 1.7  # the logistic curve that is nearest to the normal one
FEWEST, MOST = 12, 100  # rounds


def anneal(
    incumbent: Incumbent,
    rng: np.random.Generator,
    stop: Callable[[], bool],
    told: Callable[[], None],
    effort: float,
    widest: float = WIDEST,
) -> None:
    """Search for about so much effort; ``incumbent`` becomes what is better, ``told`` then."""
    tables = incumbent.tables
    work = Incumbent(tables, incumbent.pricers, incumbent.lines)
    began, done, share = tables.effort.spent, 0, 0.0
    while share < 1.0:
        spread = widest * (NARROWEST / widest) ** share
        for number in rng.permutation(len(work.lines)):
            if stop():
                return
            _respond(work, int(number), spread)
        done += 1
        each = (tables.effort.spent - began) / done
        share = done / np.clip(effort / each, FEWEST, MOST)
        if work.objective < incumbent.objective - 0.5:
            for number, line in enumerate(work.lines):
                incumbent.put(number, line, float(work.costs[number]))
            told()


def _respond(work: Incumbent, number: int, spread: float) -> None:
    """Give a person the line that is best on the average."""
    pricer = work.pricers[number]
    held = work.without([number])
    for _, line in pricer.best(blurred(work.tables, held, spread)).lines[:1]:
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
