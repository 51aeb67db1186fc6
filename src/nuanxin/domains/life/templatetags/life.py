"""What the auditor's templates need: looking things up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(found: Mapping[Any, Any], key: object) -> Any:
    """The entry of that key, or nothing."""
    return found.get(key)
