"""Who does something: every service that writes takes one."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


@dataclass(frozen=True)
class Actor:
    """Somebody's id and the role in which they act, at a unit and for a purpose.

    The id is that of the facts when they are a person whom the facts know (``person_id``), else
    the name of their account. An empty unit is the whole city.
    """

    id: str
    role: str = ""
    unit_id: str = ""
    purpose: str = ""
    person_id: str = ""
    account: str = ""


def actor_of(request: HttpRequest) -> Actor:
    """Who is signed in at the page, in the role they wear; PermissionDenied when nobody is."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        raise PermissionDenied
    return actor
