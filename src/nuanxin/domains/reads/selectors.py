"""Who read a person's record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.reads.models import Entry, Lane
from nuanxin.domains.seals.sealing import every_mark

MOST = 100
EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def readers_of(person_id: str, most: int = MOST) -> list[Entry]:
    """The last readers of a person's record, the latest first; the caller answers for who asks."""
    with everywhere():
        return list(
            Entry.objects.filter(person__in=every_mark(person_id)).order_by("-at", "-pk")[:most]
        )


@dataclass(frozen=True)
class Break:
    """The first entry of a lane that does not hang on the one before, and what is wrong."""

    lane: int
    number: int
    what: str


def breaks() -> Iterator[Break]:
    """The first break of each lane, computed anew from the entries; nothing when all is whole."""
    for lane in Lane.objects.order_by("lane"):
        before, number, broken = b"", 0, None
        entries = Entry.objects.filter(lane=lane.lane).order_by("number").iterator(5000)
        for entry in entries:
            number += 1
            if entry.number != number:
                broken = Break(lane.lane, number, "missing")
                break
            before = digest(entry, before)
            if before != bytes(entry.hash):
                broken = Break(lane.lane, number, "altered")
                break
        if broken is None and (number, before) != (lane.number, bytes(lane.hash)):
            broken = Break(lane.lane, number + 1, "missing at the end")
        if broken:
            yield broken


def digest(entry: Entry, before: bytes) -> bytes:
    """The hash of an entry behind another, as the database computes it."""
    since = (entry.at - EPOCH) // timedelta(microseconds=1)
    told = (
        *(entry.lane, entry.number, since, entry.account, entry.actor, entry.role),
        *(entry.purpose, entry.person, entry.page),
    )
    return sha256(before + "\x1f".join(map(str, told)).encode()).digest()


def count() -> int:
    """How many entries there are."""
    return Entry.objects.count()
