"""Pages of a list in a stable order: the cursor says behind which row the next page begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from django.core import signing
from django.db.models import Model, Q, QuerySet
from django.http import Http404

from nuanxin.domains.wording import say

PAGE = 50
LARGEST = 200
Row = TypeVar("Row", bound=Model)


def page_of(
    rows: QuerySet[Row], order: Sequence[str], cursor: str, limit: int
) -> tuple[list[Row], str | None]:
    """The rows behind a cursor, and the cursor of the next page; None at the end. One query.

    ``order`` are fields, the last one unique; empty ones stand last. Http404 when the cursor is
    not of such a list.
    """
    if cursor:
        rows = rows.filter(_behind(list(zip(order, _read(cursor, order), strict=True))))
    found = list(rows.order_by(*order)[: limit + 1])
    more = len(found) > limit
    return found[:limit], _cursor(found[limit - 1], order) if more else None


def part_of(rows: Sequence[Any], cursor: str, limit: int) -> tuple[Sequence[Any], str | None]:
    """The same of a short list that is at hand: the cursor tells a place."""
    start = _read(cursor, ("place",))[0] if cursor else 0
    end = start + limit
    following = signing.dumps(["place", end], salt="cursor") if end < len(rows) else None
    return rows[start:end], following


def _behind(place: list[tuple[str, Any]]) -> Q:
    """The condition of standing behind a place, first field first."""
    (field, value), *rest = place
    same = Q(**{f"{field}__isnull": True}) if value is None else Q(**{field: value})
    later = Q(pk__in=[]) if value is None else Q(**{f"{field}__gt": value})
    if value is not None and field == "due_on":
        later |= Q(**{f"{field}__isnull": True})
    return later | (same & _behind(rest)) if rest else later


def _cursor(row: Model, order: Sequence[str]) -> str:
    told = [getattr(row, field) for field in order]
    plain = [one.isoformat() if isinstance(one, date) else one for one in told]
    return signing.dumps([",".join(order), *plain], salt="cursor")


def _read(cursor: str, order: Sequence[str]) -> list[Any]:
    try:
        name, *told = signing.loads(cursor, salt="cursor")
    except signing.BadSignature:
        name, told = "", []
    if name != ",".join(order):
        raise Http404(
            say(
                "没有从这里开始的一页；请从头取",
                "No page begins there; ask again from the beginning.",
            )
        )
    return list(told)
