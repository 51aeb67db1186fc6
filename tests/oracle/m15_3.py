"""M15-3: at most thirty minutes of form work per target and day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .model import Row
from .records import Request
from .requests import judged_requests
from .world import World


def rows(world: World) -> list[Row]:
    found = []
    minutes: dict[tuple[str, date], Decimal] = {}
    for judged in judged_requests(world):
        if not judged.passed:
            continue
        request = judged.request
        day = (request.target_id, request.issued_at.date())
        before = minutes.get(day, Decimal(0))
        minutes[day] = before + request.minutes
        if before <= world.params.minutes_a_day < minutes[day]:
            found.append(_row(request, minutes[day]))
    return found


def _row(request: Request, minutes: Decimal) -> Row:
    day = request.issued_at.date()
    return Row(
        provision="M15-3",
        modality="MUST",
        subject_kind="request",
        subject_id=request.request_id,
        period_start=day,
        period_end=day,
        quantity=minutes,
        quantity_unit="count",
        state="excepted" if request.is_emergency else "breached",
        owner_unit_id=request.issuer_id,
    )
