"""The head of a page: the navigation of a role, and who is signed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from nuanxin.domains.access.menu import menu_of, opening_to
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.verbs import Verb
from nuanxin.domains.wording import day, pick, say

register = template.Library()


@register.simple_tag(takes_context=True)
def menu(context: Mapping[str, Any]) -> list[Any]:
    """The entries of the navigation that open to the role; none before signing in."""
    here = getattr(context.get("request"), "signed_in", None)
    return list(menu_of(here.role)) if here else []


@register.simple_tag(takes_context=True)
def opens(context: Mapping[str, Any], page: str) -> bool:
    """Whether the page of a name opens to who is signed in: only then is it offered."""
    here = getattr(context.get("request"), "signed_in", None)
    return here is not None and opening_to(page).admits(here.role)


@register.filter
def verb_words(code: str) -> str:
    """What an administrator did."""
    return pick(Verb(code).text)


@register.filter
def moment(value: datetime) -> SafeString:
    """A moment in Shanghai, to the minute."""
    local = timezone.localtime(value)
    return say("{d} {t}", "{d}, {t}", d=day(local.date(), year=True), t=f"{local:%H:%M}")


@register.filter
def role_words(code: str) -> str:
    """A role's name."""
    return pick(Role(code).text)
