"""Shifts on my page: the next one, today's, and how far it is to a forced rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.mine.hours import (
    Shift,
    Worked,
    credited,
    long_ones,
    of_week,
    run_of_days,
    shifts,
)
from nuanxin.policy.parameter import Parameter, Value
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.text import Text

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Duty:
    """One row of attendance as the worker reads it, in local time."""

    row: Attendance
    start: datetime
    end: datetime

    @classmethod
    def of(cls, row: Attendance) -> Duty:
        return cls(row, *(timezone.localtime(t) for t in (row.start, row.end)))

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def hours(self) -> Decimal:
        return in_hours(self.end - self.start)

    @property
    def until(self) -> str:
        """The end as people say it: midnight ends the day it closes."""
        return "24:00" if self.end.time() == time() else f"{self.end:%H:%M}"

    @property
    def times(self) -> str:
        return f"{self.start:%H:%M}–{self.until}"

    @property
    def is_unconfirmed(self) -> bool:
        return self.row.status == "planned"


@dataclass(frozen=True)
class Gauge:
    """A number against its limit, with the parameter that sets the limit."""

    label: Text
    value: Decimal
    limit: Decimal
    unit: Text
    rule: Text
    parameter: Parameter
    version: Value | None

    @property
    def percent(self) -> str:
        """The share of the limit, at most the whole."""
        return f"{min(Decimal(100), 100 * self.value / (self.limit or 1)):.2f}"

    @property
    def rest_percent(self) -> str:
        return f"{100 - Decimal(self.percent):.2f}"

    @property
    def is_over(self) -> bool:
        return self.value > self.limit


@dataclass(frozen=True)
class DutyView:
    """All that my page says of shifts."""

    all: Sequence[Duty]
    next: Duty | None
    today: Sequence[Duty]
    coming: Sequence[Duty]
    lately: Sequence[Duty]
    unconfirmed: Sequence[Duty]
    gauges: Sequence[Gauge]
    hours: dict[date, timedelta]
    long: Sequence[Shift]


def view(rows: Iterable[Attendance], rules: Parameters, on: date) -> DutyView:
    """A person's attendance around a day by the rules in force; cancelled rows are no duty."""
    told = [Duty.of(row) for row in rows if row.status != "cancelled"]
    worked = [d for d in told if d.row.status == "worked" and d.day <= on]
    facts = [
        Worked(d.start.replace(tzinfo=None), d.end.replace(tzinfo=None), d.row.pk, _reason(d))
        for d in worked
    ]
    days = {day: hours for day, hours in credited(facts).items() if day <= on}
    ahead = [d for d in told if d.day > on]
    week = on - timedelta(days=6)
    return DutyView(
        all=told,
        next=ahead[0] if ahead else None,
        today=[d for d in told if d.day == on],
        coming=ahead[1:7],
        lately=[d for d in worked if d.day >= week][::-1],
        unconfirmed=[d for d in told if d.is_unconfirmed and d.day <= on],
        gauges=_gauges(rules, on, days, shifts(facts)),
        hours=days,
        long=long_ones(shifts(facts), on, _hours_of(rules, "roster.shift_max_normal", on)),
    )


def in_hours(length: timedelta) -> Decimal:
    """A length in hours, to two decimals."""
    return (Decimal(length.total_seconds()) / 3600).quantize(Decimal("0.01"))


def _reason(duty: Duty) -> str:
    return (duty.row.reason_over_8h or "").strip()


def _hours_of(rules: Parameters, key: str, on: date) -> timedelta:
    return float(number_of(rules, key, on)) * HOUR


def number_of(rules: Parameters, key: str, on: date) -> Decimal:
    """The value of a parameter that is a number."""
    value = rules[key].value(on)
    assert isinstance(value, Decimal)
    return value


def _gauges(
    rules: Parameters, on: date, days: dict[date, timedelta], of: Sequence[Shift]
) -> list[Gauge]:
    rest = number_of(rules, "rest.forced_hours", on)
    longest = _hours_of(rules, "roster.shift_max_normal", on)
    week_max = number_of(rules, "rest.week_hours_max", on)
    run_max = number_of(rules, "rest.duty_run_max", on)
    return [
        _gauge(
            *(rules, on, "rest.week_hours_max"),
            Text("近 7 天工时", "Hours in the last 7 days"),
            in_hours(of_week(days, on)),
            Text("小时", "hours"),
            Text(
                f"超过 {week_max} 小时，必须休 {rest} 小时",
                f"Above {week_max} hours you must rest {rest} hours",
            ),
        ),
        _gauge(
            *(rules, on, "rest.duty_run_max"),
            Text("连续上班", "Days in a row"),
            Decimal(run_of_days(days, on)),
            Text("天", "days"),
            Text(
                f"第 {run_max} 天下班后，必须休 {rest} 小时",
                f"After day {run_max} you must rest {rest} hours",
            ),
        ),
        _gauge(
            *(rules, on, "rest.long_shifts_in_week"),
            Text(
                f"近 7 天超过 {longest // HOUR} 小时的班",
                f"Shifts over {longest // HOUR} hours in the last 7 days",
            ),
            Decimal(len(long_ones(of, on, longest))),
            Text("班", "shifts"),
            Text(f"到了这个数，必须休 {rest} 小时", f"At this number you must rest {rest} hours"),
        ),
    ]


def _gauge(
    rules: Parameters, on: date, key: str, label: Text, value: Decimal, unit: Text, rule: Text
) -> Gauge:
    parameter = rules[key]
    limit = number_of(rules, key, on)
    return Gauge(label, value, limit, unit, rule, parameter, parameter.version(on))
