"""Spark SQL."""

from __future__ import annotations

from typing import Any

import ibis.expr.operations as ops
from ibis.backends.sql.compilers.pyspark import PySparkCompiler


class SparkTexts(PySparkCompiler):
    """SQL for Spark."""

    __slots__ = ()

    SIMPLE_OPS = {ops.BitOr: "bit_or"}  # noqa: RUF012

    def visit_GroupConcat(
        self, op: ops.GroupConcat, *, arg: Any, sep: Any, where: Any, order_by: Any
    ) -> Any:
        """Texts joined in their own order, which is the only one that rules ask for."""
        if order_by:
            arg_sorted = self.f.array_sort(self.agg.collect_list(arg, where=where))
            return self.f.array_join(arg_sorted, sep)
        return super().visit_GroupConcat(op, arg=arg, sep=sep, where=where, order_by=order_by)
