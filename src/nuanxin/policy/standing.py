"""Standing: who is what on which day, written as a table of its own when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import ibis
import ibis.expr.types as ir

from nuanxin.policy.terms import date_of, text, unknown

STANDING_TYPES = {
    "subject_kind": "VARCHAR",
    "subject_id": "VARCHAR",
    "class": "VARCHAR",
    "detail": "VARCHAR",
    "first_day": "DATE",
    "last_day": "DATE",
    "missing": "VARCHAR",
}
"""The columns of ``standing`` with their SQL types."""


@dataclass(frozen=True)
class Standing:
    """One way in which classes are found: rows with the columns of ``standing``.

    ``over_all`` ones run once, after all slices; those that ``compare`` subjects with each other
    are left out when only some are evaluated.
    """

    name: str
    define: Callable[[], ir.Table]
    parameters: tuple[str, ...] = ()
    over_all: bool = False
    compare: bool = False

    @cached_property
    def expression(self) -> ir.Table:
        """The defining expression."""
        return self.define()


def standing_rows(
    rows: ir.Table,
    kind: str,
    subject: ir.StringValue,
    name: ir.StringValue,
    *,
    detail: ir.StringValue | None = None,
    start: ir.IntegerValue | None = None,
    last: ir.IntegerValue | None = None,
    missing: ir.StringValue | None = None,
) -> ir.Table:
    """Give rows the columns of ``standing``; days are day numbers, none are undated."""
    return rows.select(
        subject_kind=text(kind),
        subject_id=subject,
        **{"class": name},
        detail=unknown("string") if detail is None else detail,
        first_day=ibis.null().cast("date") if start is None else date_of(start),
        last_day=ibis.null().cast("date") if last is None else date_of(last),
        missing=unknown("string") if missing is None else missing,
    )
