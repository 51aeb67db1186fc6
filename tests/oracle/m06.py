"""M06: awards, ad hoc commendation, and a higher share of excellent grades."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from . import m08_4, m10_4
from .merit import (
    Conditions,
    counting,
    delivered,
    listings,
    preferred,
    profiles,
    spell_days,
    unit_row,
    units,
)
from .model import Row
from .world import World

ORGANS = ("party_organ", "government_organ")
ASSESSED = (*ORGANS, "public_institution", "hospital", "school")


def rows(world: World) -> list[Row]:
    listed, exceptional = listings(world), listings(world, "exceptional")
    found = []
    for person in profiles(world):
        who = person.person_id
        if who in listed:
            given = bool(counting(world, "M06-1", who, listed[who]))
            found += preferred(world, "M06-1", "MAY", person, listed[who], [], given=given)
        if who in exceptional:
            start = exceptional[who]
            merit = any(d.counterpart_id == "merit" for d in delivered(world, "M06-1", who))
            panel = any(d.counterpart_id == "panel" for d in delivered(world, "M06-2", who))
            bar: Conditions = [(merit or panel, "")]
            given = any(d.counterpart_id != "panel" for d in counting(world, "M06-2", who, start))
            found += preferred(world, "M06-2", "MAY", person, start, bar, given=given)
    years = {day.year for p in profiles(world) for day in spell_days(world, p.person_id)}
    return found + [row for year in sorted(years) for row in _heavy(world, year)]


def _heavy(world: World, year: int) -> list[Row]:
    loads = _loads(world, year)
    first, last = date(year, 1, 1), date(year, 12, 31)
    red = _red(world, first, last)
    found = []
    for unit_id, load in loads.items():
        above = sum(1 for other in loads.values() if other > load)
        heavy = above * 100 < world.merit["heavy_percent"] * len(loads)
        given = any(
            d.period_start == first or (d.period_start is None and d.on_date <= last)
            for d in delivered(world, "M06-3", unit_id)
            if d.on_date >= first
        )
        if given or (heavy and unit_id not in red):
            state = "met" if given else "available"
            cap = Decimal(_cap(world, units(world)[unit_id]["kind"]))
            found.append(unit_row("M06-3", "MAY", unit_id, first, last, cap, state))
    return found


def _loads(world: World, year: int) -> dict[str, int]:
    """Front days a head, in millionths, of the units that have any."""
    found = {}
    for unit_id, unit in units(world).items():
        people = [p for p in profiles(world) if p.unit_id == unit_id]
        days = sum(1 for p in people for day in spell_days(world, p.person_id) if day.year == year)
        if unit["kind"] in ASSESSED and days:
            found[unit_id] = days * 1_000_000 // len(people)
    return found


def _red(world: World, first: date, last: date) -> set[str | None]:
    """Units with an uncovered run or a scarce issue in the year."""
    runs = [] if world.covers is None else m10_4.rows(world)
    issues = [row for row in m08_4.rows(world) if row.state == "breached"]
    return {
        row.owner_unit_id
        for row in (*runs, *issues)
        if row.period_start <= last and row.period_end is not None and row.period_end >= first
    }


def _cap(world: World, kind: str) -> int:
    if kind in ORGANS:
        return 25 if world.as_of >= date(2020, 12, 28) else 20
    return 25 if world.as_of >= date(2023, 1, 1) else 15
