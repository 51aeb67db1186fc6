"""M11-6: convalescence of those found outstanding, with their weighted days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from .model import Person, Row
from .months import given
from .records import Finding
from .spells import spans
from .world import World


def rows(world: World) -> list[Row]:
    found = [_row(world, person) for person in world.people.values() if person.medical]
    return [row for row in found if row is not None]


def in_force(world: World, finding: Finding) -> bool:
    """Whether a finding is in force at the end of as-of."""
    last = finding.expires_on
    if last is None:
        year, month = finding.decided_on.year + world.params.list_years, finding.decided_on.month
        last = date(year, month, min(finding.decided_on.day, monthrange(year, month)[1]))
    heard = len(set(finding.channels)) >= world.params.channels_least
    return heard and finding.decided_on <= world.as_of <= last


def _row(world: World, person: Person) -> Row | None:
    decided = [
        finding.decided_on
        for finding in world.findings
        if finding.person_id == person.person_id and in_force(world, finding)
    ]
    mine = spans(world, person.person_id)
    days = {day for span in mine for day in span.days}
    if not decided or not days:
        return None
    severe = {
        day for span in mine if world.posts[span.spell.post_id].kind == "icu" for day in span.days
    }
    weight = len(days - severe) + len(severe) * world.params.icu_weight
    start = min(decided)
    listed = any(d.on_date >= start for d in given(world, "M11-6", person.person_id))
    return Row(
        provision="M11-6",
        modality="PREFER",
        subject_kind="person",
        subject_id=person.person_id,
        period_start=start,
        period_end=None,
        quantity=Decimal(weight),
        quantity_unit="days",
        state="met" if listed else "available",
        owner_unit_id=person.unit_id,
    )
