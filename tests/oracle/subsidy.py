"""What one day pays under M09-1, under the sure reading or with unknowns turned."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .model import Person, Spell, Work, seconds
from .spells import Span, spell_of
from .time import credits_of, seconds_by_day
from .world import World

HUBEI_NAMES = ("湖北", "hubei", "wuhan")
HUBEI_PREFECTURES = (
    *("武汉", "黄石", "十堰", "宜昌", "襄阳", "鄂州", "荆门", "孝感", "荆州", "黄冈", "咸宁"),
    *("随州", "恩施", "仙桃", "潜江", "天门", "神农架"),
)
UNKNOWNS = ("aid_place", "contact_confirmed")


@dataclass(frozen=True)
class Reading:
    """A piece read one way: its tier (0 = does not qualify), contact, spell and factor."""

    piece: Work
    tier: int
    contact: bool
    spell: Spell | None
    factor: int

    @property
    def rank(self) -> tuple[int, int, bool, str]:
        """The paying row is the one that sorts first."""
        payer = self.spell.arranged_by if self.spell else ""
        return (self.tier, -self.factor, self.spell is None, payer)


@dataclass(frozen=True)
class Worker:
    """One person with their effective spells and the pieces of their worked rows."""

    person: Person
    spans: list[Span]
    pieces: list[Work]

    @property
    def dates(self) -> list[date]:
        return sorted({piece.day for piece in self.pieces})


@dataclass(frozen=True)
class Pay:
    """What one day pays, and by whom, under one reading."""

    fen: Decimal
    payer: str | None


NOTHING = Pay(Decimal(0), None)


def in_hubei(place: str | None) -> bool:
    return place is not None and any(
        name in place.lower() for name in (*HUBEI_NAMES, *HUBEI_PREFECTURES)
    )


def read(world: World, worker: Worker, piece: Work, turned: Collection[str]) -> Reading:
    """A piece with the named unknown columns taken the other way."""
    contact = piece.contact_confirmed
    if contact is None:
        contact = "contact_confirmed" in turned
    post = world.posts[piece.post_id]
    if contact and post.contact in ("confirmed", "suspected"):
        tier = 1
    elif post.risk in ("high", "higher") or worker.person.medical:
        tier = 2
    else:
        tier = 0
    spell = spell_of(piece, worker.spans)
    factor = 1
    if spell is not None and spell.mission == "aid" and piece.day >= world.params.hubei_from:
        unknown_turned = spell.aid_place is None and "aid_place" in turned
        if in_hubei(spell.aid_place) or unknown_turned:
            factor = world.params.hubei_factor
    return Reading(piece, tier, contact, spell, factor)


def pay_of(world: World, worker: Worker, day: date, turned: Collection[str] = ()) -> Pay:
    """One day, with the named unknown columns of its own rows taken the other way."""
    readings = [
        read(world, worker, piece, turned if piece.day == day else ()) for piece in worker.pieces
    ]
    today = [reading for reading in readings if reading.piece.day == day]
    qualifying = [reading for reading in readings if reading.tier]
    credit = credits_of([reading.piece for reading in qualifying])
    worked = seconds_by_day(credit).get(day, 0)
    if worked == 0:
        return NOTHING
    if worker.person.is_leader and not any(reading.contact for reading in today):
        return NOTHING
    paying = min((r for r in today if r.tier), key=lambda reading: reading.rank)
    fen = _rate(world, day, paying.tier) * paying.factor
    if worked <= seconds(world.params.full_day_over_hours):
        fen = fen / 2
    return Pay(fen, paying.spell.arranged_by if paying.spell else None)


def _rate(world: World, day: date, tier: int) -> Decimal:
    if day < world.params.tiers_from:
        return Decimal(0)
    return Decimal(world.params.tier1_fen if tier == 1 else world.params.tier2_fen)
