"""Who does something: every service that writes takes one."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Actor:
    """A person's id and the role in which they act; the id is that of the facts when they are
    staff whom the facts know."""

    id: str
    role: str = ""


OFFICER = Actor("demo-officer", "officer")
APPROVER = Actor("demo-approver", "approver")
_KNOWN = {actor.id: actor for actor in (OFFICER, APPROVER)}


def actor_of(request: HttpRequest) -> Actor:
    """Who is at the page. Until there is sign-in: the officer of the demo, or the one of the
    demo's two people that the form names. This is the one place that sign-in takes over."""
    return _KNOWN.get(request.POST.get("as", ""), OFFICER)
