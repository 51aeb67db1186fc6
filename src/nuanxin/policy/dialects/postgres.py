"""PostgreSQL: sums and parts of dates are numeric there, and truth is no number."""

from __future__ import annotations

from typing import Any

import ibis.expr.datatypes as dt
import ibis.expr.operations as ops
import sqlglot.expressions as sge
from ibis.backends.sql.compilers.postgres import PostgresCompiler


class PostgresTexts(PostgresCompiler):
    """SQL for PostgreSQL."""

    __slots__ = ()

    def visit_Sum(self, op: ops.Sum, *, arg: Any, where: Any) -> Any:
        """A sum of bigint is numeric, which has no bits: it keeps the expression's type."""
        return self.cast(super().visit_Sum(op, arg=arg, where=where), op.dtype)

    def visit_WindowFunction(self, op: ops.WindowFunction, *, func: Any, **frame: Any) -> Any:
        """The type of a sum is set after its window, not inside it."""
        if not isinstance(func, sge.Cast):
            return super().visit_WindowFunction(op, func=func, **frame)
        over = super().visit_WindowFunction(op, func=func.this, **frame)
        return self.cast(over, op.dtype)

    def visit_ExtractYear(self, op: ops.ExtractYear, *, arg: Any) -> Any:
        """A whole number, not numeric."""
        return self.cast(self.f.extract("year", arg), op.dtype)

    def visit_ExtractMonth(self, op: ops.ExtractMonth, *, arg: Any) -> Any:
        """A whole number, not numeric."""
        return self.cast(self.f.extract("month", arg), op.dtype)

    def visit_Cast(self, op: ops.Cast, *, arg: Any, to: dt.DataType) -> Any:
        """Truth becomes a number by way of int4 only."""
        if op.arg.dtype.is_boolean() and to.is_integer():
            arg = self.cast(arg, dt.int32)
        return super().visit_Cast(op, arg=arg, to=to)

    def visit_DateDelta(self, _op: ops.DateDelta, *, left: Any, right: Any, part: Any) -> Any:
        """Dates are subtracted into whole days, without a float on the way."""
        assert part.this == "day"
        return self.cast(sge.paren(left - right), dt.int64)

    def visit_BitwiseLeftShift(self, _op: ops.BitwiseLeftShift, *, left: Any, right: Any) -> Any:
        """Bits are shifted by int4 only."""
        shifted = sge.BitwiseLeftShift(this=left, expression=self.cast(right, dt.int32))
        return sge.paren(shifted, copy=False)

    def visit_BitwiseRightShift(self, _op: ops.BitwiseRightShift, *, left: Any, right: Any) -> Any:
        """Bits are shifted by int4 only."""
        shifted = sge.BitwiseRightShift(this=left, expression=self.cast(right, dt.int32))
        return sge.paren(shifted, copy=False)

    def visit_ScalarUDF(self, op: ops.ScalarUDF, **arguments: Any) -> Any:
        """Bits are counted of bit strings only."""
        if self.__sql_name__(op) == "bit_count":
            bits = sge.DataType.build("BIT(64)", dialect="postgres")
            return self.f.anon.bit_count(sge.cast(arguments["mask"], bits))
        return super().visit_ScalarUDF(op, **arguments)

    def visit_Strftime(self, _op: ops.Strftime, *, arg: Any, format_str: Any) -> Any:
        """A letter of the format that is meant as itself is no part of a pattern here."""
        date, letter, time = format_str.this.partition("T")
        parts = [self.f.time_to_str(arg, sge.convert(part)) for part in (date, time) if part]
        return parts[0] if not time else self.f.concat(parts[0], letter, parts[1])
