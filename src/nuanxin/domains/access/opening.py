"""What a page opens to: every view states it, and one that does not opens to nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from nuanxin.domains.access.roles import Role

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Opening:
    """To whom a page opens; ``to_all`` means without signing in.

    ``by_token``: an address of the API. It asks for a token, no session, and each of its
    operations holds the roles that it states (``domains/api``).
    """

    roles: frozenset[Role] = frozenset()
    to_all: bool = False
    by_token: bool = False

    def admits(self, role: Role) -> bool:
        """Whether somebody in a role may come in."""
        return self.to_all or role in self.roles


NOBODY = Opening()


def opens(*roles: Role | Iterable[Role]) -> Callable[[View], View]:
    """State the roles that a page opens to: ``@opens(Role.FINANCE, Role.AUDITOR)`` or a set.

    It only states; the middleware holds it for every view, also for one that states nothing.
    """
    named: set[Role] = set()
    for one in roles:
        named |= {one} if isinstance(one, Role) else set(one)
    return _stated(Opening(frozenset(named)))


def opens_to_all(view: View) -> View:
    """State that a page needs no sign-in."""
    return _stated(Opening(to_all=True))(view)


def opening_of(view: Callable[..., Any]) -> Opening:
    """What a view states; NOBODY where it states nothing."""
    found = getattr(view, "opening", NOBODY)
    return found if isinstance(found, Opening) else NOBODY


def _stated(opening: Opening) -> Callable[[View], View]:
    def state(view: View) -> View:
        view.opening = opening  # type: ignore[attr-defined]
        return view

    return state
