"""The rules of the front line, laid over a ward's problem.

Hard: rest between shifts, entry into contaminated areas, the overload limits of M07-3 with the
days before, forced rest and the 15-day rest as days off, no nights or long shifts for pregnant and
nursing staff, no late end without a ride. Normally kept: shifts of at most 8 hours, by a budget
of exceptions. With best effort: spouses apart. Soft: fair nights and long shifts, rest given back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.model import (
    MINUTES_A_DAY,
    Apart,
    Budget,
    Contract,
    Count,
    Person,
    Problem,
    Range,
    ShiftType,
    Window,
)
from nuanxin.planning.roster.validate import validated


@dataclass(frozen=True)
class Rules:
    """Numbers of the rules; minutes unless the name says otherwise. Weights are penalty points.

    Sources: roster.shift_max_normal, roster.over_shift_share_max (M07-2), the overload
    rule of M07-3, roster.contaminated_area_entry (a peer's), and our own weights.
    """

    normal_shift: int = 8 * 60
    exceptions_percent: int = 10
    exception_weight: int = 50
    least_rest: int = 11 * 60
    week_days: int = 7
    week_most: int = 60 * 60
    duty_days_most: int = 9
    long_shifts_most: int = 2
    inside_most: int = 4 * 60
    latest_end_without_ride: int = 22 * 60
    night_from: int = 22 * 60
    night_to: int = 6 * 60
    apart_weight: int = 200
    fair_weight: int = 20
    rest_weight: int = 20


@dataclass(frozen=True)
class Standing:
    """What is known of one person. ``rest`` names days of forced or owed rest, with the reason.

    ``owed_days`` of rest should be given back within the horizon.
    """

    pregnant: bool = False
    nursing: bool = False
    ride: bool = True
    rest: Mapping[int, str] = field(default_factory=dict)
    owed_days: int = 0


@dataclass(frozen=True)
class Ward:
    """What a ward says of its people beside the problem: standings by person, couples.

    ``inside`` gives, for shifts in contaminated areas, the minutes of one entry.
    """

    people: Mapping[str, Standing] = field(default_factory=dict)
    couples: tuple[tuple[str, ...], ...] = ()
    inside: Mapping[str, int] = field(default_factory=dict)


def laid(problem: Problem, ward: Ward, rules: Rules) -> Problem:
    """The problem with all rules of the front line; RosterError where a name is unknown."""
    known = {person.id for person in problem.people}
    for name in (*ward.people, *(name for couple in ward.couples for name in couple)):
        if name not in known:
            raise RosterError(f"people of the ward: there is no person {name}")
    for couple in ward.couples:
        if len(couple) != 2:
            raise RosterError(f"couples: expected two people, found {', '.join(couple)}")
    for name in ward.inside:
        if all(shift.id != name for shift in problem.shifts):
            raise RosterError(f"inside: there is no shift {name}")
    couples = [(couple[0], couple[1]) for couple in ward.couples]
    return validated(frontline(problem, ward.people, couples, ward.inside, rules))


def frontline(
    problem: Problem,
    standings: Mapping[str, Standing],
    couples: Iterable[tuple[str, str]] = (),
    inside: Mapping[str, int] | None = None,
    rules: Rules | None = None,
) -> Problem:
    """The problem with all rules of the front line. Shifts need a start for rest and nights.

    ``inside`` gives, for shifts in contaminated areas, the minutes of one entry.
    """
    rules = rules or Rules()
    entries = inside or {}
    shifts = tuple(_rested(problem, shift, rules) for shift in problem.shifts)
    long = frozenset(s.id for s in shifts if s.minutes > rules.normal_shift)
    nights = frozenset(s.id for s in shifts if _is_night(s, rules))
    shares = _shares(problem, nights, long)
    people = tuple(
        _person(problem, p, standings.get(p.id, Standing()), entries, rules, nights, long, shares)
        for p in problem.people
    )
    pairs = tuple(Apart(a, b, rules.apart_weight, "spouses_apart") for a, b in couples)
    budget = Budget("over_8h", long, rules.exceptions_percent, rules.exception_weight)
    return replace(
        problem,
        shifts=shifts,
        people=people,
        apart=(*problem.apart, *pairs),
        budgets=(*problem.budgets, *((budget,) if long else ())),
    )


def _rested(problem: Problem, shift: ShiftType, rules: Rules) -> ShiftType:
    """What would begin before the rest is over cannot follow."""
    if shift.end is None:
        return shift
    early = {
        other.id
        for other in problem.shifts
        if other.start is not None and other.start + MINUTES_A_DAY - shift.end < rules.least_rest
    }
    return replace(shift, forbidden_next=shift.forbidden_next | early)


def _is_night(shift: ShiftType, rules: Rules) -> bool:
    """Work between ``night_from`` and ``night_to``."""
    if shift.start is None or shift.end is None:
        return False
    return shift.start < rules.night_to or shift.end > rules.night_from


def _shares(problem: Problem, *kinds: frozenset[str]) -> list[int]:
    """A fair share of each kind: what is wanted, over all people, rounded up."""
    return [
        -(-sum(c.wanted for c in problem.cover if c.shift in kind) // len(problem.people))
        for kind in kinds
    ]


def _person(
    problem: Problem,
    person: Person,
    standing: Standing,
    inside: Mapping[str, int],
    rules: Rules,
    nights: frozenset[str],
    long: frozenset[str],
    shares: list[int],
) -> Person:
    barred = dict(person.barred)
    for shift in problem.shifts:
        reason = _bar(shift, standing, inside, rules, nights, long)
        if reason:
            barred.setdefault(shift.id, reason)
    counts = [
        Count("fair_nights", nights, shares[0], rules.fair_weight),
        Count("fair_long_shifts", long, shares[1], rules.fair_weight),
    ]
    every = frozenset(shift.id for shift in problem.shifts)
    if standing.owed_days:
        usual = problem.days * 5 // 7
        most = max(0, usual - standing.owed_days)
        counts.append(Count("rest_owed", every, most, rules.rest_weight))
    contract = _contract(person.contract, rules, long, every)
    kept = tuple(count for count in counts if count.shifts)
    contract = replace(contract, counts=(*contract.counts, *kept))
    days_off = {**person.days_off, **standing.rest}
    return replace(person, contract=contract, barred=barred, days_off=days_off)


def _bar(
    shift: ShiftType,
    standing: Standing,
    inside: Mapping[str, int],
    rules: Rules,
    nights: frozenset[str],
    long: frozenset[str],
) -> str | None:
    if inside.get(shift.id, 0) > rules.inside_most:
        return f"{inside[shift.id]} minutes inside, at most {rules.inside_most}"
    if standing.pregnant or standing.nursing:
        who = "pregnant" if standing.pregnant else "nursing"
        if shift.id in nights:
            return f"{who}: no nights"
        if shift.id in long:
            return f"{who}: no long shifts"
    if not standing.ride and shift.end is not None and shift.end > rules.latest_end_without_ride:
        return "no ride after the end"
    return None


def _contract(
    contract: Contract, rules: Rules, long: frozenset[str], every: frozenset[str]
) -> Contract:
    """Overload can never arise: at most nine duty days in a row, 60 hours and two long shifts."""
    windows = [
        Window("overload_hours", rules.week_days, rules.week_most),
        Window("overload_long_shifts", rules.week_days, rules.long_shifts_most, long),
    ]
    run, most = contract.work_run, rules.duty_days_most
    if run.high is not None and run.over is not None:
        windows.append(Window("overload_days", most + 1, most, every))
    elif run.high is None or run.high > most:
        run = Range(run.low, most, run.under, None)
    return replace(contract, work_run=run, windows=(*contract.windows, *windows))
