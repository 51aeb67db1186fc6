"""Requests for data to the grassroots (M15): what they ask, and which of them pass.

Whether a request passes depends on the earlier ones that passed, so they are judged one after
the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.policy.procedure import Numbers, Procedure
from nuanxin.policy.terms import DAY, HOUR, as_of, seconds


class AskedField(NamedTuple):
    """One field of one request; ``at`` in local seconds.

    ``held`` are the references of the tables that hold it, parted by ``;``, empty when none does;
    ``is_exempt`` when the issuer owns it in the table that the request names.
    """

    request_id: str
    issuer_id: str
    target_id: str
    at: int
    minutes: Decimal
    is_emergency: bool
    field: str
    held: str
    is_exempt: bool


class JudgedRequest(NamedTuple):
    """One request with its verdict; ``issued`` in local seconds.

    ``blocking`` is the number of its fields that must not be asked, ``blocked_by`` the references
    of what holds or asked them. ``minutes`` are those of the target and day up to this request,
    of passed ones only; ``crosses`` marks the first that brings them above the limit. ``place``
    is its place in the order of time.
    """

    request_id: str
    issuer_id: str
    target_id: str
    issued: int
    day: int
    place: int
    is_emergency: bool
    is_passed: bool
    blocking: int
    blocked_by: str
    minutes: Decimal
    crosses: bool


def asked_fields() -> ir.Table:
    """Every field that a request asks, once, with what holds it."""
    r, h = fact("data_requests"), fact("held_fields")
    r = r.select(
        "request_id", "issuer_id", "target_id", "minutes", "is_emergency", "table_code",
        at=seconds(r.issued_at), field=r.fields.unnest(),
    )  # fmt: skip
    r = r.filter(r.at < (as_of() + 1) * DAY).distinct()
    h = h.mutate(ref=reference(h, "held_fields"))
    held = h.group_by("field").agg(held=h.ref.group_concat(";", order_by=h.ref))
    own = h.select("field", "table_code", issuer_id="owner_id", owned="ref")
    r = r.left_join(held, "field").drop("field_right")
    r = r.left_join(own, ["field", "table_code", "issuer_id"])
    return r.select(
        "request_id", "issuer_id", "target_id", "at", "minutes", "is_emergency", "field",
        held=r.held.fill_null(""), is_exempt=r.owned.notnull(),
    )  # fmt: skip


class _Pass:
    """What is remembered of the requests that passed so far."""

    def __init__(self, numbers: Numbers) -> None:
        self.repeat = numbers["burden.repeat_hours"] * HOUR
        self.limit = numbers["burden.minutes_per_day"]
        self.asked: dict[tuple[str, str], dict[str, AskedField]] = defaultdict(dict)
        self.minutes: dict[tuple[str, int], Decimal] = defaultdict(Decimal)

    def judge(self, place: int, fields: list[AskedField]) -> JudgedRequest:
        first = fields[0]
        blocks = [refs for refs in map(self._blocks, fields) if refs]
        is_passed = first.is_emergency or not blocks
        day = first.at // DAY
        before = self.minutes[first.target_id, day]
        if is_passed:
            self.minutes[first.target_id, day] += first.minutes
            for field in fields:
                self.asked[field.target_id, field.field][field.issuer_id] = field
        now = self.minutes[first.target_id, day]
        return JudgedRequest(
            first.request_id,
            first.issuer_id,
            first.target_id,
            first.at,
            day,
            place,
            first.is_emergency,
            is_passed,
            len(blocks),
            ";".join(sorted({ref for refs in blocks for ref in refs})),
            now,
            before <= self.limit < now,
        )

    def _blocks(self, asked: AskedField) -> list[str]:
        """The references of what holds the field already, or asked it lately for another."""
        if asked.is_exempt:
            return []
        earlier = [
            f"data_requests:{other.request_id}"
            for issuer, other in self.asked[asked.target_id, asked.field].items()
            if issuer != asked.issuer_id and asked.at - other.at <= self.repeat
        ]
        return [*filter(None, [asked.held]), *earlier]


def judge_requests(asked: Sequence[AskedField], numbers: Numbers) -> Iterator[JudgedRequest]:
    """Judge requests in order of time, then id; each by those before it that passed."""
    so_far = _Pass(numbers)
    in_order = sorted(asked, key=attrgetter("at", "request_id", "field"))
    by_request = groupby(in_order, key=attrgetter("at", "request_id"))
    for place, (_, fields) in enumerate(by_request):
        yield so_far.judge(place, list(fields))


judged_request = Procedure(
    "judged_request",
    asked_fields,
    AskedField,
    JudgedRequest,
    judge_requests,
    ("burden.repeat_hours", "burden.minutes_per_day"),
)
