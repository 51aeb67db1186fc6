"""Shift patterns: which shift falls on which day of a cycle."""

from __future__ import annotations

import numpy as np

from nuanxin.city.streams import Ints

HOUR = 3_600
# letter: start hour, length in hours
SHIFTS = {
    "D": (8, 8),
    "E": (16, 8),
    "N": (0, 8),
    "M": (7.5, 7.5),
    "L": (14.5, 7.5),
    "O": (22, 8),
    "W": (8.5, 8),
    "F": (9, 7),
    "C": (20, 8),
    "a": (8, 4),
    "b": (12, 4),
    "c": (16, 4),
    "d": (20, 4),
    "e": (0, 6),
    "f": (14, 6),
}
LETTERS = tuple(SHIFTS)
SHIFT_START = np.array([int(start * HOUR) for start, _ in SHIFTS.values()], dtype=np.int64)
SHIFT_LENGTH = np.array([int(hours * HOUR) for _, hours in SHIFTS.values()], dtype=np.int64)
DAY_SHIFT = LETTERS.index("D")
FOUR_HOURS = 4 * HOUR
# A second 4 h shift follows 8 h after the first: never after one that ends too late for it.
SPLITTABLE = (LETTERS.index("a"), LETTERS.index("b"))

# An evening to midnight is never followed by a night from midnight: they would be one shift.
CYCLES = {
    "isolation": "aab-cd-e",
    "three_shifts": "DDEE-NN-",
    "nights": "MMLLOO--",
    "day": "WWWWWW-",
    "checkpoint": "DDD-EEE-CC--",
    "office": "FFFFF--",
    "every_day": "D",
    "six_hours": "ffe-ee-",
}
ROTAS = tuple(CYCLES)
ISOLATION, THREE_SHIFTS = ROTAS.index("isolation"), ROTAS.index("three_shifts")
EVERY_DAY, SIX_HOURS = ROTAS.index("every_day"), ROTAS.index("six_hours")
LENGTH = np.array([len(cycle) for cycle in CYCLES.values()], dtype=np.int64)


def _grid() -> Ints:
    grid = np.full((len(CYCLES), int(LENGTH.max())), -1, dtype=np.int64)
    for row, cycle in enumerate(CYCLES.values()):
        for place, letter in enumerate(cycle):
            grid[row, place] = LETTERS.index(letter) if letter != "-" else -1
    return grid


CYCLE = _grid()
