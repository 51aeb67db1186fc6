"""A stage: a named table of a run, defined by one Ibis expression over facts and earlier stages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import ibis
import ibis.expr.types as ir


@dataclass(frozen=True)
class Stage:
    """One step from facts to provisions.

    ``once`` stages read nothing of the scope (days, stock, children) and are built once for a
    run; ``kept`` stages collect rows over all its slices (sums of units over people); the others
    are built anew for each slice. With ``into`` the rows join those of that kept stage.
    """

    name: str
    define: Callable[[], ir.Table]
    kept: bool = False
    once: bool = False
    into: str | None = None

    @cached_property
    def expression(self) -> ir.Table:
        """The defining expression."""
        return self.define()

    @cached_property
    def table(self) -> ir.Table:
        """The built stage, as later stages and provisions read it."""
        return ibis.table(self.expression.schema(), name=self.name, database="run")


def stage(define: Callable[[], ir.Table]) -> Stage:
    """Make a stage of a function; its name is the function's."""
    return Stage(define.__name__, define)


def once_stage(define: Callable[[], ir.Table]) -> Stage:
    """Make a stage that does not depend on the scope."""
    return Stage(define.__name__, define, once=True)


def kept_stage(define: Callable[[], ir.Table]) -> Stage:
    """Make a stage that collects rows over all slices."""
    return Stage(define.__name__, define, kept=True)
