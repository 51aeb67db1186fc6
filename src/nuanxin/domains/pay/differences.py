"""Why a line differs from what was paid: days that came, days that went, days at another rate.

A day at another rate is what a rule change leaves: the same day, the same tier, another amount.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nuanxin.domains.pay.models import LineDay, PayLine, PayRun


@dataclass(frozen=True)
class Part:
    """Some days of one kind (``came``, ``went``, ``rate`` or ``kind``) and their fen together."""

    kind: str
    days: int
    fen: int


Day = tuple[int, int]
"""Tier and fen of a day."""


def differences(of: PayRun, lines: Sequence[PayLine]) -> dict[int, list[Part]]:
    """For each line (by its pk) the parts of its difference from its last approved run.

    Two queries. A line that was never approved before has no parts: all of it is new.
    """
    people = {line.person_id: line.pk for line in lines}
    now: dict[str, dict[date, Day]] = {person: {} for person in people}
    here = LineDay.objects.filter(line__run=of, line__person_id__in=people)
    for person, on, tier, fen in here.values_list("line__person_id", "date", "tier", "fen"):
        now[person][on] = (tier, fen)
    before = _approved_before(of, people)
    return {
        people[person]: parts(before[person], now[person]) for person in people if person in before
    }


def parts(before: Mapping[date, Day], now: Mapping[date, Day]) -> list[Part]:
    """Compare the days of two reckonings."""
    both = before.keys() & now.keys()
    changed = [on for on in both if before[on][1] != now[on][1]]
    kinds = {
        "came": [now[on][1] for on in now.keys() - before.keys()],
        "went": [-before[on][1] for on in before.keys() - now.keys()],
        "rate": [now[on][1] - before[on][1] for on in changed if now[on][0] == before[on][0]],
        "kind": [now[on][1] - before[on][1] for on in changed if now[on][0] != before[on][0]],
    }
    return [Part(kind, _paying(fen), sum(fen)) for kind, fen in kinds.items() if any(fen)]


def _paying(fen: Iterable[int]) -> int:
    return sum(1 for one in fen if one)


def _approved_before(of: PayRun, people: Iterable[str]) -> dict[str, dict[date, Day]]:
    """The days of each person in the last run before that was approved and paid them."""
    found = LineDay.objects.filter(
        line__run__payer=of.payer,
        line__run__month=of.month,
        line__run__number__lt=of.number,
        line__run__approved_by__isnull=False,
        line__held="",
        line__person_id__in=list(people),
    ).order_by("line__run__number")
    last: dict[str, tuple[int, dict[date, Day]]] = {}
    shown = ("line__person_id", "line__run__number", "date", "tier", "fen")
    for person, number, on, tier, fen in found.values_list(*shown):
        if person not in last or last[person][0] < number:
            last[person] = (number, {})
        last[person][1][on] = (tier, fen)
    return {person: days for person, (_, days) in last.items()}
