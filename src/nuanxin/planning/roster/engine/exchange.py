"""The best roster of several searches, in memory that their processes share."""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import SpawnContext
from typing import Any

import numpy as np

from nuanxin.planning.roster.engine.tables import Roles

BETTER = 0.5  # penalties are whole: what is less is noise


class Exchange:
    """One row of whole numbers: a role for each person and day, under one lock."""

    def __init__(self, people: int, days: int, context: SpawnContext | None = None) -> None:
        context = context or multiprocessing.get_context("spawn")
        self.people, self.days = people, days
        self._roles: Any = context.Array("h", people * days)
        self._objective: Any = context.Value("d", np.inf, lock=False)
        self._stop: Any = context.Event()

    def offer(self, lines: list[Roles], objective: float) -> None:
        """Give a roster to the others, when it is better than what is there."""
        if objective > self._objective.value - BETTER:
            return
        with self._roles.get_lock():
            if objective < self._objective.value - BETTER:
                self._array()[:] = np.stack(lines)
                self._objective.value = objective

    def better(self, objective: float) -> list[Roles] | None:
        """A roster that costs less than ``objective``; None when there is none."""
        if self._objective.value > objective - BETTER:
            return None
        with self._roles.get_lock():
            return list(self._array().copy())

    def end(self) -> None:
        """Tell all searches to stop."""
        self._stop.set()

    def ended(self) -> bool:
        """Whether a search was told to stop."""
        return bool(self._stop.is_set())

    def _array(self) -> np.ndarray[Any, np.dtype[np.int16]]:
        flat = np.frombuffer(self._roles.get_obj(), dtype=np.int16)
        return flat.reshape(self.people, self.days)
