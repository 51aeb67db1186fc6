"""The small vocabulary in which stages and provisions are written, over Ibis.

Days are whole day numbers since 1970-01-01, times are whole seconds since 1970-01-01 00:00
local, months are ``year * 12 + month - 1``: integers mean the same in every engine, which
dates, intervals and time zones do not. Sets of days of one month are 32-bit masks held in 64
bits, day of month *n* being bit *n*.

Parameters, the as-of day and the scope stand in the compiled text as calls (``PARAM('key')``,
``AS_OF()``, ``IN_SCOPE(person_id)``); :mod:`nuanxin.policy.compiler` writes them out when the
text is run.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

DAY = 86_400
HOUR = 3_600


@ibis.udf.scalar.builtin(name="PARAM")
def param(key: str) -> int:
    """The value of a parameter in its own unit, as known on the as-of day."""


@ibis.udf.scalar.builtin(name="AS_OF")
def as_of() -> int:
    """The day number at whose end the world is seen (T1)."""


@ibis.udf.scalar.builtin(name="IN_SCOPE")
def in_scope(person_id: str) -> bool:
    """Whether a person is among those being evaluated: everybody, a slice of all, or one."""


@ibis.udf.scalar.builtin(name="bit_count")
def _bit_count(mask: int) -> int: ...


@ibis.udf.agg.builtin(name="bit_xor")
def days_of_odd_number(mask: int) -> int:
    """The days that an odd number of these masks hold (Ibis has no text of it for Spark)."""


def day_number(date: ir.DateValue) -> ir.IntegerValue:
    """Days since 1970-01-01."""
    return date.delta(ibis.date("1970-01-01"), unit="day").cast("int64")


def date_of(day: ir.IntegerValue) -> ir.DateValue:
    """The calendar date of a day number; unknown stays unknown.

    Ibis takes a date plus an interval for a date, engines make it a timestamp: hence two casts.
    """
    moment = ibis.date("1970-01-01") + day.cast("int32").as_interval("D")
    return moment.cast("timestamp").cast("date")


def written_time(moment: ir.IntegerValue) -> ir.StringValue:
    """Seconds since 1970 as ``YYYY-MM-DDTHH:MM:SS`` local, whatever zone the engine is in."""
    time = ibis.timestamp("1970-01-01 00:00:00") + moment.as_interval("s")
    return time.cast("timestamp").strftime("%Y-%m-%dT%H:%M:%S")


def seconds(time: ir.TimestampValue) -> ir.IntegerValue:
    """Local seconds since 1970-01-01 00:00."""
    return time.epoch_seconds().cast("int64")


def month_number(date: ir.DateValue) -> ir.IntegerValue:
    """``year * 12 + month - 1``: no month truncation, which shifts under a time zone."""
    return (date.year() * 12 + date.month() - 1).cast("int64")


def first_of_month(month: ir.IntegerValue) -> ir.DateValue:
    """The first date of a month number."""
    return ibis.date(whole_part(month, 12), month % 12 + 1, 1)


def ymd(date: ir.DateValue) -> ir.IntegerValue:
    """The date as ``20200220``: years are counted on it alike in every engine."""
    return (date.year() * 10_000 + date.month() * 100 + date.day()).cast("int64")


def completed(years: ir.IntegerValue, since: ir.DateValue, on: ir.DateValue) -> ir.BooleanValue:
    """Whether so many years are completed; unknown when a date is."""
    return ymd(on) - ymd(since) >= years * 10_000


def whole_part(value: ir.IntegerValue, by: int) -> ir.IntegerValue:
    """``value`` by ``by``, rounded down: exact below 2**53, where engines divide as doubles."""
    return (value // by).cast("int64")


def bit(day_of_month: ir.IntegerValue) -> ir.IntegerValue:
    """The mask of one day of a month."""
    return whole(1) << day_of_month.cast("int64")


def when(condition: ir.BooleanValue, mask: ir.IntegerValue) -> ir.IntegerValue:
    """The mask where the condition is true, else the empty mask (also where it is unknown)."""
    return ibis.ifelse(condition, mask, whole(0))


def everywhere(condition: ir.BooleanValue) -> ir.IntegerValue:
    """All days when true, none when false or unknown: lifts a person's fact to a mask."""
    return when(condition, whole(-1))


def without(these: ir.Value, others: ir.Value) -> ir.Value:
    """The days of ``these`` that are not in ``others``; for truth values, these and not others.

    Ibis writes ``~(a & b)`` of whole numbers as ``~a & b``, so masks never use ``~``.
    """
    if isinstance(these, ir.BooleanValue):
        return these & ~others
    return these ^ (these & others)


def count_days(mask: ir.IntegerValue) -> ir.IntegerValue:
    """How many days a mask holds."""
    return _bit_count(mask).cast("int64")


def whole(value: int) -> ir.IntegerValue:
    """A 64-bit literal (a bare literal is 32-bit in some engines and overflows)."""
    return ibis.literal(value).cast("int64")


def hours(duration: ir.IntegerValue) -> ir.DecimalValue:
    """Seconds as hours with four decimals."""
    return (duration.cast("decimal(18, 4)") / HOUR).cast("decimal(18, 4)")


def quantity(value: ir.NumericValue) -> ir.DecimalValue:
    """A number as the contract's quantity."""
    return value.cast("decimal(18, 4)")


def text(value: str) -> ir.StringValue:
    """A text literal."""
    return ibis.literal(value, type="string")


def unknown(kind: str) -> ir.Value:
    """The unknown value of a kind."""
    return ibis.null().cast(kind)


def since(
    mask: ir.IntegerValue, first_day: ir.IntegerValue, day: ir.IntegerValue
) -> ir.IntegerValue:
    """The days of a month's mask on or after ``day``; ``first_day`` is the month's first."""
    shift = ibis.least(ibis.greatest(day - first_day + 1, 0), 40)
    return without(mask, (whole(1) << shift.cast("int64")) - 1)


@ibis.udf.scalar.builtin(name="ABSENT")
def absent(table: str) -> bool:
    """Whether a fact table was not handed in at all, which is not the same as empty (R9)."""


def week_number(day: ir.IntegerValue) -> ir.IntegerValue:
    """Weeks from Monday to Sunday; that of 1970-01-01 is 0."""
    return whole_part(day + 3, 7)


def monday(week: ir.IntegerValue) -> ir.IntegerValue:
    """The first day of a week."""
    return week * 7 - 3


def whole_days(hours_allowed: ir.NumericValue) -> ir.IntegerValue:
    """A limit in hours as the whole days that facts with dates alone can tell."""
    return whole_part(hours_allowed, 24)
