"""How strongly the city was deployed on each day, from the real case curve and events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from nuanxin.city.figures import figure, figure_day, read
from nuanxin.city.plan import day
from nuanxin.city.streams import Floats, Ints


@cache
def active_cases() -> dict[int, int]:
    """Confirmed less cured less dead by day (dalian_cases.csv), never below 0."""
    return {
        day(row["date"]): max(0, int(row["confirmed"]) - int(row["cured"]) - int(row["dead"]))
        for row in read("dalian_cases")
    }


@dataclass(frozen=True)
class Wave:
    """One wave: first and last day, and the strength of the deployment (0 to 1) on each day."""

    first: int
    last: int
    strength: Floats

    def starts(self, drawn: Floats) -> Ints:
        """Start days for draws in [0, 1): as many have started by a day as its strength asks."""
        rising = np.maximum.accumulate(self.strength)
        return self.first + np.searchsorted(rising / rising[-1], drawn)

    def ends(self, drawn: Floats) -> Ints:
        """Last days for draws in [0, 1): as many are still there as the strength asks."""
        falling = np.maximum.accumulate(self.strength[::-1])
        return self.last - np.searchsorted(falling / falling[-1], drawn)


@cache
def wave(name: str) -> Wave:
    """The wave ``wave1`` or ``wave2``: the active cases, and a floor that grid control holds."""
    first, last = figure_day(f"{name}.first"), figure_day(f"{name}.last")
    days = np.arange(first, last + 1)
    active = np.array([active_cases().get(d, 0) for d in days.tolist()], dtype=np.float64)
    ramp = figure("wave.ramp_days")
    edge = np.minimum((days - first + 1) / ramp, (last - days + 1) / ramp)
    floor = figure("wave.floor") * np.minimum(1.0, edge)
    return Wave(first, last, np.maximum(active / active.max(), floor))
