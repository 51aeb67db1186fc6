"""M02: contacts during a deployment, a special assessment after it, the pool and the plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .merit import Profile, counting, findings, listings, person_row, profiles
from .model import DAY, Row
from .spells import deployments
from .world import World


def rows(world: World) -> list[Row]:
    people = {person.person_id: person for person in profiles(world)}
    found = [row for person in people.values() for row in _deployments(world, person)]
    found += _thin_findings(world, people)
    return found + [
        _pooled(world, people[person_id], first) for person_id, first in listings(world).items()
    ]


def _deployments(world: World, person: Profile) -> list[Row]:
    found = []
    mine = deployments(world, person.person_id)
    for place, deployment in enumerate(mine):
        until = mine[place + 1].first if place + 1 < len(mine) else None
        start, release = deployment.first, deployment.release
        contacts = {
            d.on_date
            for d in counting(world, "M02-1", person.person_id, start)
            if until is None or d.on_date < until
        }
        asked = world.merit["contacts"]
        met = min(len(contacts), asked)
        late = release is not None and world.as_of > release
        state = "met" if met >= asked else "overdue" if late else "owed"
        found.append(
            person_row(
                "M02-1", "MUST", person, start, release, Decimal(asked), state,
                met=Decimal(met), due=release,
            )
        )  # fmt: skip
        if release is None:
            continue
        assessed = counting(world, "M02-2", person.person_id, start, since=deployment.last)
        is_open = any(span.open for span in deployment.spans)
        done = bool(assessed) and not is_open
        due = release + DAY * world.merit["assessment_days"]
        state = "met" if done else "overdue" if world.as_of > due else "owed"
        found.append(
            person_row(
                "M02-2", "MUST", person, start, release, Decimal(1), state,
                met=Decimal(int(done)), due=due,
            )
        )  # fmt: skip
    return found


def _thin_findings(world: World, people: dict[str, Profile]) -> list[Row]:
    asked = world.merit["channels"]
    return [
        person_row(
            "M02-1", "MUST", people[f.person_id], f.decided_on, f.decided_on, Decimal(asked),
            "breached", met=Decimal(len(set(f.channels))), extra=("finding", f.finding_id),
        )
        for f in findings(world)
        if len(set(f.channels)) < asked
    ]  # fmt: skip


def _pooled(world: World, person: Profile, first: date) -> Row:
    words = {
        d.counterpart_id
        for d in counting(world, "M02-3", person.person_id, first)
        if d.counterpart_id in ("pool", "plan")
    }
    due = first + DAY * world.merit["pool_days"]
    state = "met" if len(words) == 2 else "overdue" if world.as_of > due else "owed"
    return person_row(
        "M02-3", "MUST", person, first, None, Decimal(2), state, met=Decimal(len(words)), due=due
    )
