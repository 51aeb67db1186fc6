"""Values set for one run: ``--set key=value``, ``key=value@from``, ``key=value@from..to``."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation

from nuanxin.policy.parameter import WHOLE_UNITS, Parameter, Scalar, Value
from nuanxin.policy.text import Text

MOST = 1_000_000
"""The largest number that may be set: days, hours and yuan beyond it are slips of the hand."""

DECIMALS = 4
WHAT_IF = "what-if"
_PERIOD = re.compile(r"(.*)@(\d[^@]*?)(?:\.\.([^@]*))?", re.DOTALL)


def tried(parameter: Parameter, text: str) -> Parameter:
    """The parameter with the value that the text sets; ValueError when it does not fit.

    A bare value replaces all versions from the first day on which one held. With ``@from`` or
    ``@from..to`` (both days included) it is one version more, which wins in its period.
    """
    given, start, end = _parted(parameter.key, text.strip())
    value = parse(parameter, parameter.values[0].value, given)
    if start is not None:
        added = _trial(value, start, end)
        return replace(parameter, values=(*parameter.values, added))
    first = min(v.start for v in parameter.values)
    return replace(parameter, values=(_trial(value, first, None),))


def _trial(value: Scalar, start: date, end: date | None) -> Value:
    return Value(
        value=value,
        start=start,
        end=end,
        known=start,
        jurisdiction=WHAT_IF,
        certainty="default",
        source=Text("本次设定", "Set for this run"),
        trial=True,
    )


def _parted(key: str, text: str) -> tuple[str, date | None, date | None]:
    found = _PERIOD.fullmatch(text)
    if found is None:
        return text, None, None
    start, end = _day(key, text, found[2]), found[3] and _day(key, text, found[3])
    if end and end < start:
        raise ValueError(f"{key}={text}: the period ends on {end}, before it begins")
    return found[1].strip(), start, end or None


def _day(key: str, text: str, written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written:
        raise ValueError(
            f"{key}={text}: expected value@FROM or value@FROM..TO with days as 2020-03-01"
        )
    return day


def parse(parameter: Parameter, like: Scalar, text: str) -> Scalar:
    """The value that the text writes, of the type of ``like``; ValueError when it does not fit."""

    def bad(expected: str) -> ValueError:
        unit = "" if parameter.unit in ("text", "list", "yes/no") else f" in {parameter.unit}"
        return ValueError(f"{parameter.key}={text}: expected {expected}{unit}")

    if isinstance(like, bool):
        if text.lower() not in ("true", "false"):
            raise bad("true or false")
        return text.lower() == "true"
    if isinstance(like, tuple):
        return tuple(item.strip() for item in text.split(";") if item.strip())
    if isinstance(like, str):
        if not text:
            raise bad("a text")
        return text
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise bad("a number") from None
    if not number.is_finite() or number < 0:
        raise bad("a number of 0 or more")
    if number > MOST:
        raise bad(f"a number of at most {MOST:,}")
    decimals = 0 if parameter.unit in WHOLE_UNITS else DECIMALS
    if number != round(number, decimals):
        raise bad(f"a number with at most {decimals} decimals" if decimals else "a whole number")
    return number
