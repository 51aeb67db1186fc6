"""Spark SQL."""

from __future__ import annotations

from typing import Any

import ibis.expr.operations as ops
import sqlglot.expressions as sge
from ibis.backends.sql.compilers.pyspark import PySparkCompiler


class SparkTexts(PySparkCompiler):
    """SQL for Spark."""

    __slots__ = ()

    SIMPLE_OPS = {ops.BitOr: "bit_or", ops.BitXor: "bit_xor"}  # noqa: RUF012

    def visit_GroupConcat(
        self, op: ops.GroupConcat, *, arg: Any, sep: Any, where: Any, order_by: Any
    ) -> Any:
        """Texts joined in their own order, which is the only one that rules ask for."""
        if order_by:
            arg_sorted = self.f.array_sort(self.agg.collect_list(arg, where=where))
            return self.f.array_join(arg_sorted, sep)
        return super().visit_GroupConcat(op, arg=arg, sep=sep, where=where, order_by=order_by)

    def visit_Strftime(self, _op: ops.Strftime, *, arg: Any, format_str: Any) -> Any:
        """A letter of the format that is meant as itself is no part of a pattern here."""
        date, letter, time = format_str.this.partition("T")
        parts = [self.f.time_to_str(arg, sge.convert(part)) for part in (date, time) if part]
        return parts[0] if not time else self.f.concat(parts[0], letter, parts[1])

    def visit_IsNull(self, op: ops.IsNull, *, arg: Any) -> Any:
        """A comparison is no operand of IS without parentheses."""
        return super().visit_IsNull(op, arg=_operand(arg))

    def visit_NotNull(self, op: ops.NotNull, *, arg: Any) -> Any:
        """A comparison is no operand of IS without parentheses."""
        return super().visit_NotNull(op, arg=_operand(arg))


def _operand(arg: Any) -> Any:
    return sge.paren(arg, copy=False) if isinstance(arg, (sge.Binary, sge.Predicate)) else arg
