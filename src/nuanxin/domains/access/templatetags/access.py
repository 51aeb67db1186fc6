"""The head of a page: the navigation of a role, and who is signed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from nuanxin.domains.access.menu import menu_of
from nuanxin.domains.access.roles import Role
from nuanxin.domains.wording import pick

register = template.Library()


@register.simple_tag(takes_context=True)
def menu(context: Mapping[str, Any]) -> list[Any]:
    """The entries of the navigation that open to the role; none before signing in."""
    here = getattr(context.get("request"), "signed_in", None)
    return list(menu_of(here.role)) if here else []


@register.filter
def role_words(code: str) -> str:
    """A role's name."""
    return pick(Role(code).text)
