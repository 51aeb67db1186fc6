"""What a solver returns: a roster that was checked, and how good it is at least."""

from __future__ import annotations

from dataclasses import dataclass

from nuanxin.planning.roster.check import Report
from nuanxin.planning.roster.model import Roster


@dataclass(frozen=True)
class Progress:
    """Where a run stands: seconds, best objective, proven bound, and what it is doing."""

    seconds: float
    objective: float
    bound: float
    doing: str


@dataclass(frozen=True)
class Plan:
    """The best roster found and its check; no roster can cost less than ``bound``.

    ``prices`` of the cells of cover (in millionths) prove ``certified``, the part of the bound that
    needs no trust in the solver; what listing and branching added to it is not certified.
    """

    roster: Roster
    report: Report
    bound: int
    seconds: float
    certified: int = 0
    prices: tuple[int, ...] = ()

    @property
    def objective(self) -> int:
        """Penalty, by the independent check."""
        return self.report.objective

    @property
    def gap(self) -> float:
        """(objective − bound) / objective; 0 when both are 0."""
        return (self.objective - self.bound) / self.objective if self.objective else 0.0

    @property
    def status(self) -> str:
        """``optimal``, ``feasible``, or ``short`` when a hard rule could not be kept."""
        if not self.report.valid:
            return "short"
        return "optimal" if self.bound >= self.objective else "feasible"
