"""Search for other systems."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query

from nuanxin.domains.access.roles import SEES_PEOPLE
from nuanxin.domains.actor import actor_of
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.shapes import Asked, Sought, Told
from nuanxin.domains.search.finding import Found, find
from nuanxin.policy.text import Text

api = Operations(Text("查找", "Search"))


class Words(Asked):
    """What is looked for: a name, its sound or initials, a number, with or without the unit."""

    q: Sought


class Hit(Told):
    """A person or unit; ``alike`` when it does not match but is near."""

    kind: str
    key: str
    name: str
    unit_id: str
    alike: bool


class Hits(Told):
    """What was found, the surest first."""

    people: list[Hit]
    units: list[Hit]


@api.get("/search", Text("查找人和单位", "Find people and units"), SEES_PEOPLE, Hits)
def search(request: HttpRequest, asked: Query[Words]) -> Hits:
    """At most 20 of each, within the unit of the token and those below."""
    below = actor_of(request).unit_id
    return Hits(
        people=_hits(find(asked.q, below=below)),
        units=_hits(find(asked.q, below=below, kind="unit")),
    )


def _hits(found: list[Found]) -> list[Hit]:
    return [Hit.model_validate(one) for one in sorted(found, key=lambda one: one.alike)]
