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

    ``kept`` stages collect rows over all slices of a run (sums of units over people);
    ``over_all`` stages speak of what no slice holds whole (children, stock, requests) and are
    built once, after all slices, from facts, kept stages and each other; the others are built
    anew for each slice. With ``into`` the rows are added to the table of that kept stage.
    """

    name: str
    define: Callable[[], ir.Table]
    kept: bool = False
    over_all: bool = False
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


def kept_stage(define: Callable[[], ir.Table]) -> Stage:
    """Make a stage that collects rows over all slices."""
    return Stage(define.__name__, define, kept=True)


def over_all_stage(define: Callable[[], ir.Table]) -> Stage:
    """Make a stage that is built once, after all slices."""
    return Stage(define.__name__, define, over_all=True)
