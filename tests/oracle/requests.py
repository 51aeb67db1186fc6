"""Section M15: data requests in order, which of them pass, and what blocks them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from .records import Request
from .world import World


@dataclass(frozen=True)
class Judged:
    """A request and the fields that block it; an emergency passes all the same."""

    request: Request
    blocking: set[str]

    @property
    def passed(self) -> bool:
        return not self.blocking or self.request.is_emergency


def judged_requests(world: World) -> list[Judged]:
    """All requests in order of issued_at, then request_id."""
    found: list[Judged] = []
    for request in sorted(world.requests, key=lambda asked: (asked.issued_at, asked.request_id)):
        passed = [earlier.request for earlier in found if earlier.passed]
        blocking = {
            field
            for field in request.fields
            if not _exempt(world, request, field)
            and (_held(world, field) or _asked(world, request, field, passed))
        }
        found.append(Judged(request, blocking))
    return found


def _exempt(world: World, request: Request, field: str) -> bool:
    return any(
        (held.field, held.table_code, held.owner_id)
        == (field, request.table_code, request.issuer_id)
        for held in world.held
    )


def _held(world: World, field: str) -> bool:
    return any(held.field == field for held in world.held)


def _asked(world: World, request: Request, field: str, passed: list[Request]) -> bool:
    window = timedelta(hours=world.params.repeat_hours)
    return any(
        earlier.target_id == request.target_id
        and earlier.issuer_id != request.issuer_id
        and field in earlier.fields
        and request.issued_at - earlier.issued_at <= window
        for earlier in passed
    )
