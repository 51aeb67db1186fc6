"""M03: what institution staff and local cadres who are listed come first in; admission."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from .merit import (
    GRADUATES,
    INSTITUTION_STAFF,
    LOCAL_CADRES,
    Conditions,
    Holds,
    Profile,
    Tie,
    aged_at_most,
    completed,
    counting,
    listings,
    person_row,
    preferred,
    profiles,
    taken_together,
)
from .model import Row
from .world import World


def rows(world: World) -> list[Row]:
    listed = listings(world)
    found = []
    for person in profiles(world):
        if person.person_id in listed:
            start = listed[person.person_id]
            for provision, kind, conditions, further in (
                ("M03-1", "title", _posts(person), _anybody),
                ("M03-2", "title", _transfer(world, person), _unrelaxed(world, person)),
                ("M03-4", "district", _township(person), _is_township),
                ("M03-5", "district", _election(world, person), _is_election(world)),
            ):
                tie = Tie(kind, lambda q: q.person_id not in listed, further)  # type: ignore[arg-type]
                given = bool(counting(world, provision, person.person_id, start))
                found += preferred(
                    world, provision, "PREFER", person, start, conditions, given=given, tie=tie
                )
            found += _admission(world, person, start)
    return found


def _anybody(_other: Profile) -> Holds:
    return True


def _posts(person: Profile) -> Conditions:
    known = True if person.title_level is not None else None
    return [(person.employment in INSTITUTION_STAFF, ""), (known, "title_level")]


# -- M03-2 -----------------------------------------------------------------------------------


def _transfer(world: World, person: Profile) -> Conditions:
    age = world.merit["transfer_age"] + world.merit["age_relaxation"]
    years = world.merit["title_years"] - world.merit["title_relaxation"]
    return [
        (person.employment in INSTITUTION_STAFF, ""),
        (aged_at_most(age, person, world.as_of), "birth_date"),
        (_is_educated(person), "education"),
        _title(world, person, years),
    ]


def _is_educated(person: Profile) -> Holds:
    if person.education is None:
        return None
    return person.education in ("college", *GRADUATES)


def _title(world: World, person: Profile, years: int) -> tuple[Holds, str]:
    if person.title_level is None:
        return None, "title_level"
    if person.title_level == "associate":
        if person.title_since is None:
            return None, "title_since"
        return completed(person.title_since, world.as_of, years), "title_since"
    return person.title_level in ("none", "full"), "title_level"


def _unrelaxed(world: World, person: Profile) -> object:
    def meets(other: Profile) -> Holds:
        return taken_together(
            [
                (aged_at_most(world.merit["transfer_age"], other, world.as_of), ""),
                (other.education is not None and other.education == person.education, ""),
                _title(world, other, world.merit["title_years"]),
            ]
        )

    return meets


# -- M03-4, M03-5 ----------------------------------------------------------------------------


def _township(person: Profile) -> Conditions:
    if person.employment in ("grassroots_institution_staff", "graduate_village_official"):
        return [(True, "")]
    if person.employment in LOCAL_CADRES:
        return [(person.is_secretary, "is_secretary")]
    return [(False, "")]


def _is_township(other: Profile) -> Holds:
    return taken_together(_township(other))


def _election(world: World, person: Profile) -> Conditions:
    if person.employment in (*LOCAL_CADRES, "graduate_village_official"):
        return [(True, "")]
    if person.employment not in ("enterprise_staff", "contract", "volunteer"):
        return [(False, "")]
    graduate = None if person.education is None else person.education in GRADUATES
    young = aged_at_most(world.merit["talent_age"], person, world.as_of)
    return [(young, "birth_date"), (graduate, "education")]


def _is_election(world: World) -> object:
    return lambda other: taken_together(_election(world, other))


# -- M03-6 -----------------------------------------------------------------------------------


def _admission(world: World, person: Profile, start: date) -> list[Row]:
    steps = counting(world, "M03-6", person.person_id, start)
    publicity = min((d.on_date for d in steps if d.counterpart_id == "publicity"), default=None)
    approval = min((d.on_date for d in steps if d.counterpart_id == "approval"), default=None)
    if person.party == "none" or (person.party in ("member", "probationary") and approval is None):
        return []
    due: date | None = _months_after(start, world.merit["admission_months"])
    missing = None
    if approval is not None:
        days = world.merit["publicity_workdays"]
        kept = publicity is not None and approval >= world.workdays.after(publicity, days)
        state = "met" if kept else "breached"
    elif person.party is None:
        state, due, missing = "unknown", None, "party"
    else:
        state = "overdue" if due is not None and world.as_of > due else "owed"
    met = Decimal(int(state == "met"))
    return [
        person_row(
            "M03-6", "MUST", person, start, None, Decimal(1), state,
            met=met, due=due, missing=missing,
        )
    ]  # fmt: skip


def _months_after(start: date, months: int) -> date:
    month = start.year * 12 + start.month - 1 + months
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
