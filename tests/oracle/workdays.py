"""Section C1: the calendar table decides, else the mainland calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import chinese_calendar

from .model import DAY


@dataclass(frozen=True)
class Workdays:
    table: dict[date, bool]

    def is_workday(self, day: date) -> bool:
        if day in self.table:
            return self.table[day]
        return bool(chinese_calendar.is_workday(day))

    def after(self, day: date, count: int) -> date:
        """The count-th workday after a day, counted from the day after it."""
        while count > 0:
            day += DAY
            if self.is_workday(day):
                count -= 1
        return day
