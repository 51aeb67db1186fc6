"""M15-2: what is held already, or was just asked by another, is not asked again."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from .model import Row
from .requests import Judged, judged_requests
from .world import World


def rows(world: World) -> list[Row]:
    return [_row(world, judged) for judged in judged_requests(world) if judged.blocking]


def _row(world: World, judged: Judged) -> Row:
    request = judged.request
    lasts = timedelta(hours=world.params.emergency_hours if judged.passed else 0)
    return Row(
        provision="M15-2",
        modality="MUST_NOT",
        subject_kind="request",
        subject_id=request.request_id,
        period_start=request.issued_at.date(),
        period_end=(request.issued_at + lasts).date(),
        quantity=Decimal(len(judged.blocking)),
        quantity_unit="count",
        state="excepted" if judged.passed else "breached",
        owner_unit_id=request.issuer_id,
    )
