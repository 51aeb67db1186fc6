"""Section G of measures 1 to 6: people as they are weighed, listings, ties, what was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from .model import MEDICAL, Delivery, Row
from .spells import spans
from .world import World

INSTITUTION_STAFF = ("institution_staff", "grassroots_institution_staff")
LOCAL_CADRES = ("community_cadre", "village_cadre")
CADRES = (*INSTITUTION_STAFF, *LOCAL_CADRES, "civil_servant", "graduate_village_official")
GRADUATES = ("bachelor", "master", "doctor")
TITLED = ("junior", "intermediate", "associate")
AWAY = ("sick", "injury", "quarantine", "forced")
COLUMNS = (
    *("is_secretary", "birth_date", "education", "party"),
    *("title_level", "title_since", "rank_since"),
)
"""The columns that conditions name, in the order of the contract."""

Holds = bool | None
Conditions = list[tuple[Holds, str]]
"""Each whether it holds, unknown being none, and the column that it names."""


@dataclass(frozen=True)
class Profile:
    person_id: str
    unit_id: str
    employment: str
    profession: str
    is_leader: bool
    is_secretary: bool | None
    birth_date: date | None
    education: str | None
    party: str | None
    title_level: str | None
    title_since: date | None
    rank_since: date | None

    @property
    def is_cadre(self) -> bool:
        return self.employment in CADRES

    @property
    def is_medical(self) -> bool:
        return self.profession in MEDICAL

    @property
    def is_professional(self) -> bool:
        return self.is_medical or self.title_level in (*TITLED, "full")


@dataclass(frozen=True)
class Finding:
    finding_id: str
    person_id: str
    level: str
    decided_on: date
    channels: list[str]
    expires_on: date | None


def of_table(world: World, table: str, kind: type[Any]) -> list[Any]:
    names = [field.name for field in fields(kind)]
    return [kind(**{name: row.get(name) for name in names}) for row in world.facts.get(table) or []]


def profiles(world: World) -> list[Profile]:
    return of_table(world, "people", Profile)


def findings(world: World) -> list[Finding]:
    found: list[Finding] = of_table(world, "findings", Finding)
    return [finding for finding in found if finding.decided_on <= world.as_of]


def units(world: World) -> dict[str, dict[str, Any]]:
    return {str(row["unit_id"]): row for row in world.facts["units"]}


def ymd(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def completed(since: date, until: date, years: int) -> bool:
    """G3."""
    return ymd(until) - ymd(since) >= years * 10_000


def aged_at_most(years: int, person: Profile, on: date) -> Holds:
    """G3; unknown without a birth date."""
    return None if person.birth_date is None else not completed(person.birth_date, on, years + 1)


def spell_days(world: World, person_id: str) -> set[date]:
    return {day for span in spans(world, person_id) for day in span.days}


def is_absent(world: World, person_id: str, on: date) -> bool:
    """One of the absences of G5 covers the day."""
    return any(
        absence.person_id == person_id
        and absence.kind in AWAY
        and absence.start_date <= on <= absence.end_date
        for absence in world.absences
    )


def is_free(world: World, person_id: str, on: date) -> bool:
    """G5."""
    return on not in spell_days(world, person_id) and not is_absent(world, person_id, on)


# -- G6: listings --------------------------------------------------------------------------------


def _stands(world: World, finding: Finding) -> bool:
    if len(set(finding.channels)) < world.merit["channels"]:
        return False
    if finding.expires_on is not None:
        return world.as_of <= finding.expires_on
    return ymd(world.as_of) <= ymd(finding.decided_on) + world.merit["list_years"] * 10_000


def listings(world: World, level: str | None = None) -> dict[str, date]:
    """The start of each listed person's listing: of any level, or of that one."""
    found: dict[str, date] = {}
    for finding in findings(world):
        if _stands(world, finding) and level in (None, finding.level):
            start = found.get(finding.person_id, finding.decided_on)
            found[finding.person_id] = min(start, finding.decided_on)
    return found


# -- G1, G2: deliveries --------------------------------------------------------------------------


def delivered(world: World, provision: str, subject: str) -> list[Delivery]:
    return [
        delivery
        for delivery in world.deliveries
        if (delivery.provision, delivery.subject_id) == (provision, subject)
    ]


def counting(
    world: World, provision: str, subject: str, start: date, *, since: date | None = None
) -> list[Delivery]:
    """Deliveries that count for the row of that start, dated then or later."""
    return [
        delivery
        for delivery in delivered(world, provision, subject)
        if delivery.on_date >= (since or start) and delivery.period_start in (None, start)
    ]


# -- G7 to G9: conditions, ties, states ----------------------------------------------------------


def taken_together(conditions: Conditions) -> Holds:
    values = [value for value, _ in conditions]
    if False in values:
        return False
    return None if None in values else True


def missing_of(conditions: Conditions) -> str:
    unknown = {column for value, column in conditions if value is None}
    return ";".join(column for column in COLUMNS if column in unknown)


@dataclass(frozen=True)
class Tie:
    """Who is an equal: the kind of place, what else it surely meets, and what it lacks."""

    kind: str
    lacks: Callable[[Profile], bool]
    further: Callable[[Profile], Holds] = lambda _other: True

    def exists(self, world: World, person: Profile) -> bool:
        return any(self._is_equal(world, person, other) for other in profiles(world))

    def _is_equal(self, world: World, person: Profile, other: Profile) -> bool:
        if other.person_id == person.person_id or not self.lacks(other):
            return False
        if self.kind == "district":
            known = units(world)
            same_place = known[person.unit_id]["district"] == known[other.unit_id]["district"]
        else:
            same_place = person.unit_id == other.unit_id
        alike = all(
            getattr(person, column) == getattr(other, column)
            for column in ("employment", "profession", "is_leader")
        )
        if self.kind == "title":
            alike = alike and person.title_level is not None
            alike = alike and person.title_level == other.title_level
        return same_place and alike and self.further(other) is True


def preferred(
    world: World,
    provision: str,
    modality: str,
    person: Profile,
    start: date,
    conditions: Conditions,
    *,
    given: bool,
    tie: Tie | None = None,
) -> list[Row]:
    """G9: at most one row."""
    holds, missing = taken_together(conditions), None
    if given:
        state = "met"
    elif holds is False:
        return []
    elif holds is None:
        state, missing = "unknown", missing_of(conditions)
    elif tie is not None and not tie.exists(world, person):
        return []
    else:
        state = "available"
    return [
        person_row(provision, modality, person, start, None, Decimal(1), state, missing=missing)
    ]


def person_row(
    provision: str,
    modality: str,
    person: Profile,
    start: date,
    end: date | None,
    quantity: Decimal,
    state: str,
    *,
    met: Decimal | None = None,
    due: date | None = None,
    missing: str | None = None,
    extra: tuple[str, ...] = (),
) -> Row:
    return Row(
        provision=provision,
        modality=modality,
        subject_kind="person",
        subject_id=person.person_id,
        period_start=start,
        period_end=end,
        quantity=quantity,
        quantity_unit="count",
        quantity_met=met,
        due_on=due,
        state=state,
        owner_unit_id=person.unit_id,
        missing=missing,
        extra=extra,
    )


def unit_row(
    provision: str,
    modality: str,
    unit_id: str,
    start: date,
    end: date | None,
    quantity: Decimal | None,
    state: str,
    *,
    met: Decimal | None = None,
    due: date | None = None,
    missing: str | None = None,
) -> Row:
    return Row(
        provision=provision,
        modality=modality,
        subject_kind="unit",
        subject_id=unit_id,
        period_start=start,
        period_end=end,
        quantity=quantity,
        quantity_unit="count",
        quantity_met=met,
        due_on=due,
        state=state,
        owner_unit_id=unit_id,
        missing=missing,
    )


@dataclass(frozen=True)
class Call:
    """Deliveries to one unit on one day, taken together; ``until`` is the unit's next such day."""

    unit_id: str
    on: date
    quantity: Decimal | None
    until: date | None

    def holds(self, day: date) -> bool:
        return self.on <= day and (self.until is None or day < self.until)


def calls_of(world: World, deliveries: Iterable[Delivery]) -> list[Call]:
    """The calls that these deliveries make; one quantity unknown makes the call's unknown."""
    sums: dict[tuple[str, date], Decimal | None] = {}
    for delivery in deliveries:
        if delivery.subject_id in units(world):
            key = (delivery.subject_id, delivery.on_date)
            so_far = sums.get(key, Decimal(0))
            known = so_far is not None and delivery.quantity is not None
            sums[key] = so_far + delivery.quantity if known else None  # type: ignore[operator]
    found = []
    for unit_id, on in sums:
        later = [day for unit, day in sums if unit == unit_id and day > on]
        found.append(Call(unit_id, on, sums[unit_id, on], min(later, default=None)))
    return found
