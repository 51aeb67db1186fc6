"""A procedure: a stage that an ordered pass makes, where each step depends on those before it.

What it reads is an expression like any other; the pass itself is a pure function over the rows
read, so it says the same on every engine and is tested without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Generic, TypeVar, get_type_hints

import ibis
import ibis.expr.types as ir

Given = TypeVar("Given", bound=tuple[Any, ...])
Found = TypeVar("Found", bound=tuple[Any, ...])
Numbers = Mapping[str, Decimal]
"""Parameter values by key, as known on the as-of day."""

_KINDS: Mapping[type, tuple[str, str]] = {
    str: ("string", "VARCHAR"),
    int: ("int64", "BIGINT"),
    bool: ("boolean", "BOOLEAN"),
    Decimal: ("decimal(18, 4)", "DECIMAL(18, 4)"),
}


@dataclass(frozen=True)
class Procedure(Generic[Given, Found]):
    """One ordered pass, made once for a run: it reads nothing of the scope.

    ``reads`` gives the columns of the named tuple ``given`` in its order; ``decide`` takes those
    rows in any order and returns rows of the named tuple ``found``, whose fields are text, whole
    numbers, decimals or truth values and become the columns of the stage.
    """

    name: str
    reads: Callable[[], ir.Table]
    given: Callable[..., Given]
    found: type[Found]
    decide: Callable[[Sequence[Given], Numbers], Iterable[Found]]
    parameters: tuple[str, ...] = ()
    once = True

    @cached_property
    def expression(self) -> ir.Table:
        """What is read."""
        return self.reads()

    @cached_property
    def table(self) -> ir.Table:
        """The decided rows, as later stages and provisions read them."""
        schema = {name: _KINDS[kind][0] for name, kind in get_type_hints(self.found).items()}
        return ibis.table(schema, name=self.name, database="run")

    @property
    def columns(self) -> dict[str, str]:
        """The columns of the stage with their SQL types."""
        return {name: _KINDS[kind][1] for name, kind in get_type_hints(self.found).items()}

    def rows(self, read: Iterable[Sequence[object]], numbers: Numbers) -> list[Found]:
        """Run the pass over the rows read."""
        return list(self.decide([self.given(*row) for row in read], numbers))
