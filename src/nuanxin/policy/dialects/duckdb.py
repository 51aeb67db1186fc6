"""DuckDB: the engine in which Ibis is at home; dates are added to the fast way."""

from __future__ import annotations

from typing import Any

import ibis.expr.datatypes as dt
import ibis.expr.operations as ops
from ibis.backends.sql.compilers.duckdb import DuckDBCompiler


class DuckDBTexts(DuckDBCompiler):
    """SQL for DuckDB."""

    __slots__ = ()

    def visit_DateAdd(self, op: ops.DateAdd, *, left: Any, right: Any) -> Any:
        """A date plus whole days is a date; plus an interval it would be a timestamp."""
        if isinstance(op.right, ops.IntervalFromInteger) and op.right.unit.short == "D":
            return left + right.this
        return super().visit_DateAdd(op, left=left, right=right)

    def visit_Cast(self, op: ops.Cast, *, arg: Any, to: dt.DataType) -> Any:
        """A date that is taken for a timestamp and back, for other engines, is left as it is."""
        if to.is_date() and isinstance(op.arg, ops.Cast) and isinstance(op.arg.arg, ops.DateAdd):
            return arg.this
        return super().visit_Cast(op, arg=arg, to=to)
