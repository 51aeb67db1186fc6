"""Numbers as people read them on a command line: money in yuan, no empty decimals."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from decimal import Decimal

_UNITS = {
    "fen": {"zh": "元", "en": "yuan"},
    "hours": {"zh": "小时", "en": "hours"},
    "days": {"zh": "天", "en": "days"},
    "count": {"zh": "项", "en": ""},
}
_YES = {"true": {"zh": "是", "en": "yes"}, "false": {"zh": "否", "en": "no"}}


def number(value: object) -> str:
    """A number without empty decimals, thousands parted: 10.0000 → 10, 12752.5 → 12,752.5."""
    exact = Decimal(str(value))
    return f"{int(exact):,}" if exact == int(exact) else f"{exact.normalize():,f}"


def yuan(fen: object) -> str:
    """Money from fen, without its unit: 630000 → 6,300.00."""
    return f"{Decimal(str(fen)) / 100:,.2f}"


def spread(spent: Sequence[float]) -> tuple[float, float]:
    """The middle and the 95th of a hundred, to two places."""
    ordered = sorted(spent)
    high = ordered[int(0.95 * (len(ordered) - 1))]
    return round(statistics.median(ordered), 2), round(high, 2)


def quantity(value: object, unit: str, lang: str, met: object = None) -> str:
    """A quantity of an obligation with its unit and, when measured, how much of it is met."""
    if value is None:
        return "–"
    say = yuan if unit == "fen" else number
    part = "" if met is None else f"{say(met)} / "
    return f"{part}{say(value)} {_UNITS[unit][lang]}".strip()


def said(value: str, kind: str, lang: str) -> str:
    """The value of a criterion; ``kind`` as in ``nuanxin.policy.criteria``."""
    if kind == "fen":
        return yuan(value)
    if kind in ("number", "hours", "days", "count"):
        return number(value)
    if kind == "yes":
        return _YES[value][lang]
    return value.replace("T", " ") if kind == "time" else value
