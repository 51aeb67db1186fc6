"""The city's case curve, for the picture that shows it beside the promises."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from nuanxin.policy.text import Text


@dataclass(frozen=True)
class Event:
    """A day of 2020 in Dalian that explains the curves."""

    on: date
    words: Text


EVENTS: tuple[Event, ...] = (
    Event(date(2020, 2, 8), Text("529 人驰援武汉", "529 to Wuhan")),
    Event(date(2020, 2, 20), Text("十六条印发", "Measures issued")),
    Event(date(2020, 3, 16), Text("首批患者全部出院", "First wave all home")),
    Event(date(2020, 3, 30), Text("队员返回", "Team returns")),
    Event(date(2020, 4, 13), Text("集中休整结束", "Rest ends")),
    Event(date(2020, 7, 22), Text("第二波", "Second wave")),
    Event(date(2020, 8, 28), Text("患者全部出院", "All home")),
)


@lru_cache
def active_cases() -> dict[date, int]:
    """Confirmed cases not yet cured or dead, by day; empty when the city brings no curve."""
    source = files("nuanxin.city").joinpath("data", "dalian_cases.csv")
    if not source.is_file():
        return {}
    with source.open(encoding="utf-8") as file:
        return {
            date.fromisoformat(row["date"]): (
                int(row["confirmed"]) - int(row["cured"]) - int(row["dead"])
            )
            for row in csv.DictReader(file)
        }
