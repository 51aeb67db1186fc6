"""Who does something: every service that writes takes one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """A person's id and the role in which they act; the id is that of the facts when they are
    staff whom the facts know."""

    id: str
    role: str = ""
