"""All that the line of one person's life tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from nuanxin.domains.changes.models import Change
from nuanxin.domains.ledger.models import PersonDay, Run
from nuanxin.domains.life.anomalies import Anomaly, anomalies
from nuanxin.domains.life.events import LANE_WORDS, LANES, Event, events, who_recorded
from nuanxin.domains.life.readers import Reading, readings
from nuanxin.domains.life.trace import Trace, trace
from nuanxin.domains.people.models import Person
from nuanxin.policy.text import Text


@dataclass(frozen=True)
class Month:
    """The events that begin in a month, the latest first, each with who recorded it."""

    first: date
    rows: Sequence[tuple[Event, Change | None]]

    @property
    def counts(self) -> list[tuple[Text, int]]:
        """How many there are on each lane, as the lanes stand."""
        lanes = Counter(event.lane for event, _ in self.rows)
        return [(LANE_WORDS[lane], lanes[lane]) for lane in LANES if lanes[lane]]


@dataclass(frozen=True)
class Life:
    """Events by day, who recorded them, the days that pay, one of them traced, who looked, and
    what does not fit."""

    person: Person
    events: Sequence[Event]
    wrote: dict[int, Change]
    paid: Sequence[date]
    trace: Trace | None
    readings: Sequence[Reading]
    anomalies: Sequence[Anomaly]

    @property
    def latest_first(self) -> list[tuple[Event, Change | None]]:
        """Each event with the change that recorded it."""
        return [(one, self.wrote.get(one.change or 0)) for one in reversed(self.events)]

    @property
    def months(self) -> list[Month]:
        """The same by month, so that a long life is still one page."""
        by_month = groupby(self.latest_first, key=lambda row: row[0].start.replace(day=1))
        return [Month(first, list(rows)) for first, rows in by_month]


def life_of(person: Person, run: Run | None, on: date | None) -> Life:
    """The life of a person; traced is the day that is asked for, else the last that pays."""
    found = events(person, run)
    days = PersonDay.objects.filter(run=run, person_id=person.pk, fen__gt=0).order_by("date")
    paid = list(days.values_list("date", flat=True))
    on = on or (paid[-1] if paid else None)
    return Life(
        person=person,
        events=found,
        wrote=who_recorded(found),
        paid=paid,
        trace=trace(person, run, on) if on else None,
        readings=readings(person.pk),
        anomalies=[rule for rule in anomalies(run, person.pk) if rule.cases],
    )
