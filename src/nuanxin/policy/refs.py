"""References to facts, ``table:key``, parted by ``;`` where there are several.

A key may hold anything a person typed: ``%`` and ``;`` in it are written ``%25`` and ``%3B``, so
that references can always be parted again.
"""

from __future__ import annotations

import ibis.expr.types as ir


def escaped(key: ir.StringValue) -> ir.StringValue:
    """A key as it stands in a reference."""
    return key.replace("%", "%25").replace(";", "%3B")


def escape(key: str) -> str:
    """A key as it stands in a reference."""
    return key.replace("%", "%25").replace(";", "%3B")


def parted(refs: str | None) -> list[str]:
    """The references of a criterion, each with its key as it stands in the facts."""
    return [ref.replace("%3B", ";").replace("%25", "%") for ref in (refs or "").split(";") if ref]
