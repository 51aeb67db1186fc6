"""Requests for data to the grassroots (M15): what they ask, and which of them pass.

Whether a request passes depends on the earlier ones that passed, so they are judged one after
the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.policy.procedure import Numbers, Procedure
from nuanxin.policy.refs import escape
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
    """One request that is blocked, or with which the form work of a day crosses its limit.

    ``blocking`` is the number of its fields that must not be asked, ``blocked_by`` the references
    of what holds or asked them. ``minutes`` are those of the target and day up to this request,
    of passed ones only; where it ``crosses`` the limit, ``filled_by`` are their references.
    """

    request_id: str
    blocking: int
    blocked_by: str
    minutes: Decimal
    crosses: bool
    filled_by: str


def requests() -> ir.Table:
    """Every request that exists at the end of the as-of day."""
    r = fact("data_requests")
    r = r.select(
        "request_id", "issuer_id", "target_id", "fields", "minutes", "is_emergency", "table_code",
        at=seconds(r.issued_at), ref=reference(r, "data_requests"),
    )  # fmt: skip
    return r.filter(r.at < (as_of() + 1) * DAY)


def asked_fields() -> ir.Table:
    """Every field that a request asks, once, with what holds it."""
    r, h = requests(), fact("held_fields")
    r = r.mutate(field=r.fields.unnest()).drop("fields", "ref").distinct()
    h = h.mutate(ref=reference(h, "held_fields"))
    held = h.group_by("field").agg(held=h.ref.group_concat(";", order_by=h.ref))
    own = h.select("field", "table_code", issuer_id="owner_id")
    r = r.left_join(held, "field").drop("field_right")
    r = r.left_join(own, ["field", "table_code", "issuer_id"])
    return r.select(
        "request_id", "issuer_id", "target_id", "at", "minutes", "is_emergency", "field",
        held=r.held.fill_null(""), is_exempt=r.issuer_id_right.notnull(),
    )  # fmt: skip


class _Pass:
    """What is remembered of the requests that passed so far."""

    def __init__(self, numbers: Numbers) -> None:
        self.repeat = numbers["burden.repeat_hours"] * HOUR
        self.limit = numbers["burden.minutes_per_day"]
        self.asked: dict[tuple[str, str], dict[str, AskedField]] = defaultdict(dict)
        self.filled: dict[tuple[str, int], list[AskedField]] = defaultdict(list)

    def judge(self, fields: Sequence[AskedField]) -> JudgedRequest:
        first = fields[0]
        blocks = [refs for refs in map(self._blocks, fields) if refs]
        today = self.filled[first.target_id, first.at // DAY]
        before = sum((other.minutes for other in today), Decimal())
        if first.is_emergency or not blocks:
            today.append(first)
            for field in fields:
                self.asked[field.target_id, field.field][field.issuer_id] = field
        now = sum((other.minutes for other in today), Decimal())
        crosses = before <= self.limit < now
        return JudgedRequest(
            first.request_id,
            len(blocks),
            _in_order(ref for refs in blocks for ref in refs),
            now,
            crosses,
            _in_order(map(_reference, today)) if crosses else "",
        )

    def _blocks(self, asked: AskedField) -> list[str]:
        """The references of what holds the field already, or asked it lately for another."""
        if asked.is_exempt:
            return []
        held = asked.held.split(";") if asked.held else []
        return held + [
            _reference(other)
            for issuer, other in self.asked[asked.target_id, asked.field].items()
            if issuer != asked.issuer_id and asked.at - other.at <= self.repeat
        ]


def _reference(asked: AskedField) -> str:
    return f"data_requests:{escape(asked.request_id)}"


def _in_order(refs: Iterable[str]) -> str:
    return ";".join(sorted(set(refs)))


def judge_requests(asked: Sequence[AskedField], numbers: Numbers) -> Iterator[JudgedRequest]:
    """Judge requests in order of time, then id, each by those before it that passed.

    What passes within its limits is left out.
    """
    so_far = _Pass(numbers)
    in_order = sorted(asked, key=attrgetter("at", "request_id", "field"))
    for _, fields in groupby(in_order, key=attrgetter("at", "request_id")):
        judged = so_far.judge(list(fields))
        if judged.blocking or judged.crosses:
            yield judged


judged_request = Procedure(
    "judged_request",
    asked_fields,
    AskedField,
    JudgedRequest,
    judge_requests,
    ("burden.repeat_hours", "burden.minutes_per_day"),
)
