"""M15-1: only the owners of the two tables ask by them, and change them once a week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from .model import Row
from .months import monday_of
from .records import Request
from .requests import judged_requests
from .world import World


def rows(world: World) -> list[Row]:
    return list(_rows(world))


def _rows(world: World) -> Iterator[Row]:
    changes: Counter[tuple[str, date]] = Counter()
    for judged in judged_requests(world):
        request = judged.request
        if request.table_code is None:
            continue
        table = [held for held in world.held if held.table_code == request.table_code]
        fields = set(request.fields)
        if not table:
            yield _row(request, fields, "unknown")
        elif request.issuer_id not in {held.owner_id for held in table}:
            yield _row(request, fields, "excepted" if request.is_emergency else "breached")
        elif judged.passed and fields - {held.field for held in table}:
            week = (request.table_code, monday_of(request.issued_at.date()))
            changes[week] += 1
            if changes[week] > world.params.form_changes:
                new = fields - {held.field for held in table}
                yield _row(request, new, "excepted" if request.is_emergency else "breached")


def _row(request: Request, fields: set[str], state: str) -> Row:
    day = request.issued_at.date()
    return Row(
        provision="M15-1",
        modality="MUST",
        subject_kind="request",
        subject_id=request.request_id,
        period_start=day,
        period_end=day,
        quantity=Decimal(len(fields)),
        quantity_unit="count",
        state=state,
        owner_unit_id=request.issuer_id,
        missing="held_fields" if state == "unknown" else None,
    )
