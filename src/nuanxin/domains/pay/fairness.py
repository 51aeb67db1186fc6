"""The fairness check of a pay run, before anything is made public. Pure: no database.

Four checks stop a run: the one who is to approve is paid by it, a leader reported more days than
have a recorded contact, a member of an aid team is paid less than colleagues at home for the
same work, the total is not the sum of the days. The fifth only shows who should be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

PERCENTILE = 90


@dataclass(frozen=True)
class Day:
    """A day that a tier covers; ``percent`` is the factor, ``fen`` what it pays."""

    date: date
    tier: int
    percent: int
    is_half: bool
    contact: bool
    is_aid: bool
    fen: int

    @property
    def full_day_fen(self) -> int:
        """What a whole day at the same rate pays."""
        return self.fen * 2 if self.is_half else self.fen


@dataclass(frozen=True)
class Beneficiary:
    """A person of a run: what is owed, and the days it is made of."""

    person_id: str
    name: str
    is_leader: bool
    owed_fen: int
    days: Sequence[Day]


@dataclass(frozen=True)
class Finding:
    """One check: whether it passed, whether it stops a run that fails it, and whom it found."""

    code: str
    passed: bool
    stops: bool
    found: list[dict[str, Any]] = field(default_factory=list)


def check(people: Sequence[Beneficiary], approver: str) -> list[Finding]:
    """All five checks over the people that a run would pay."""
    return [
        _approver_is_no_beneficiary(people, approver),
        _leaders_have_contact(people),
        _aid_not_below_home(people),
        _total_is_the_sum_of_days(people),
        _leaders_above_percentile(people),
    ]


def _finding(code: str, found: Iterable[dict[str, Any]], *, stops: bool = True) -> Finding:
    told = list(found)
    return Finding(code, not told, stops, told)


def _approver_is_no_beneficiary(people: Sequence[Beneficiary], approver: str) -> Finding:
    mine = (p for p in people if approver and p.person_id == approver and p.owed_fen > 0)
    return _finding("approver", ({"person_id": p.person_id, "fen": p.owed_fen} for p in mine))


def _leaders_have_contact(people: Sequence[Beneficiary]) -> Finding:
    """Days reported by a leader who is paid, against the days with recorded contact."""
    found = []
    for person in people:
        reported, known = len(person.days), sum(day.contact for day in person.days)
        if person.is_leader and person.owed_fen > 0 and reported > known:
            found.append({"person_id": person.person_id, "days": reported, "contact": known})
    return _finding("leaders", found)


def _aid_not_below_home(people: Sequence[Beneficiary]) -> Finding:
    """On no day may an aid day pay less than a day of the same tier at home."""
    home: dict[tuple[date, int], int] = {}
    for person in people:
        for day in person.days:
            if not day.is_aid and day.fen:
                place = (day.date, day.tier)
                home[place] = max(home.get(place, 0), day.full_day_fen)
    found = []
    for person in people:
        below = [
            day
            for day in person.days
            if day.is_aid and day.fen and day.full_day_fen < home.get((day.date, day.tier), 0)
        ]
        if below:
            lost = sum(home[day.date, day.tier] - day.full_day_fen for day in below)
            found.append({"person_id": person.person_id, "days": len(below), "fen": lost})
    return _finding("aid", found)


def _total_is_the_sum_of_days(people: Sequence[Beneficiary]) -> Finding:
    found = (
        {"person_id": p.person_id, "fen": p.owed_fen, "of_days": of_days}
        for p in people
        if p.owed_fen != (of_days := sum(day.fen for day in p.days))
    )
    return _finding("total", found)


def _leaders_above_percentile(people: Sequence[Beneficiary]) -> Finding:
    """Leaders paid more than 90 of 100 people of the run (nearest rank)."""
    paid = sorted(p.owed_fen for p in people if p.owed_fen > 0)
    limit = paid[-(-len(paid) * PERCENTILE // 100) - 1] if paid else 0
    high = (p for p in people if p.is_leader and p.owed_fen > limit)
    told = ({"person_id": p.person_id, "fen": p.owed_fen, "limit": limit} for p in high)
    return _finding("percentile", told, stops=False)
