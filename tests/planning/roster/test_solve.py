"""The solver against the optimum by enumeration; what it returns passes the check, always."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.engine.search import Search
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.model import (
    Contract,
    Count,
    Cover,
    History,
    Person,
    Problem,
    Range,
    Roster,
    ShiftType,
    Window,
    Wish,
)
from nuanxin.planning.roster.plan import Plan, Progress
from nuanxin.planning.roster.solve import prices_of, solve

from .by_enumeration import HARD, optimum
from .small import EARLY, LATE, problem, wanted

DAYS = 5
SHIFTS = (EARLY, ShiftType("N", 600, frozenset("E"), run=Range(1, 2, 7, 9)))
weights = st.one_of(st.none(), st.integers(1, 9))


@st.composite
def ranges(draw: st.DrawFn, top: int) -> Range:
    low = draw(st.one_of(st.none(), st.integers(1, top)))
    high = draw(st.one_of(st.none(), st.integers(low or 1, top)))
    return Range(low, high, draw(weights), draw(weights))


@st.composite
def contracts(draw: st.DrawFn) -> Contract:
    weekends = Range(None, draw(st.one_of(st.none(), st.integers(0, 1))), None, draw(weights))
    counts = (Count("nights", frozenset("N"), draw(st.integers(0, 3))),)
    windows = (Window("window", 3, draw(st.sampled_from([1080, 1560, 1800]))),)
    kind = draw(st.sampled_from(["minutes", "assignments", "none", "both"]))
    minutes = Range(480 * draw(st.integers(0, 2)), 2400, draw(weights), None)
    return Contract(
        minutes=minutes if kind in ("minutes", "both") else Range(),
        assignments=draw(ranges(5)) if kind in ("assignments", "both") else Range(),
        work_run=draw(ranges(4)),
        off_run=draw(ranges(3)),
        weekends=weekends,
        incomplete_weekend=draw(st.integers(0, 5)),
        counts=draw(st.sampled_from([(), counts])),
        windows=draw(st.sampled_from([(), windows])),
    )


HISTORIES = st.sampled_from(
    [
        None,
        History(),
        History(off_run=1),
        History(2, 960, 1, "E", 2, 2, 0, ("E", "E")),
        History(1, 600, 1, "N", 1, 1, 0, (None, "N")),
    ]
)
WISHES = st.builds(
    Wish,
    st.integers(0, DAYS - 1),
    st.sampled_from([None, "E", "N"]),
    st.booleans(),
    st.integers(0, 9),
)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    people = tuple(
        Person(
            name,
            draw(contracts()),
            history=draw(HISTORIES),
            days_off=draw(st.sampled_from([{}, {2: "away"}])),
            wishes=tuple(draw(st.lists(WISHES, max_size=2))),
        )
        for name in "AB"
    )
    cover = tuple(
        Cover(day, shift, most, draw(st.integers(0, 20)), draw(st.integers(0, 3)))
        for day, shift in itertools.product(range(DAYS), "EN")
        for most in [draw(st.integers(0, 2))]
    )
    first = draw(st.integers(0, 6))
    return Problem("random", DAYS, SHIFTS, people, cover, first_weekday=first)


@settings(max_examples=30, deadline=None)
@given(problems())
def test_random_small_problems_to_optimality(random: Problem) -> None:
    best = optimum(random)
    if best is None:
        with pytest.raises(RosterError, match="no line keeps all hard rules"):
            solve(random, 60)
        return
    plan = solve(random, 60)
    assert plan.report == check(random, plan.roster)
    assert plan.report.valid
    assert plan.bound <= best
    assert plan.objective == best


def ward(people: int = 8, days: int = 14) -> Problem:
    """A small ward that takes the solver a moment."""
    contract = Contract(
        minutes=Range(240 * days, 310 * days),
        work_run=Range(2, 5),
        off_run=Range(2),
        weekends=Range(None, 1),
    )
    staff = tuple(
        Person(f"P{n}", contract, days_off={n % days: "leave"}, wishes=(Wish(n, "E", True, 3),))
        for n in range(people)
    )
    cover = wanted(days, "E", 3) + wanted(days, "L", 2)
    return Problem("ward", days, (EARLY, LATE), staff, cover)


def crowded() -> Problem:
    """A ward whose wishes and covers quarrel, so that neighbourhoods have work to do."""
    plain = ward(14, 28)
    rng = random.Random(3)
    staff = tuple(
        replace(
            person,
            contract=replace(person.contract, weekends=Range(None, 2)),
            wishes=tuple(
                Wish(day, rng.choice("EL"), rng.random() < 0.6, rng.randint(1, 3))
                for day in rng.sample(range(28), 8)
            ),
        )
        for person in plain.people
    )
    cover = wanted(28, "E", 5) + wanted(28, "L", 4)
    return replace(plain, people=staff, cover=cover)


@pytest.mark.parametrize("calls", [0, 1, 5, 50, 500])
def test_a_stop_at_any_moment_returns_a_valid_roster(calls: int) -> None:
    left = itertools.count(calls, -1)
    plan = solve(ward(), 30, stopped=lambda: next(left) <= 0)
    assert plan.report == check(ward(), plan.roster)
    assert plan.report.valid
    assert plan.bound <= plan.objective


def test_the_same_seed_gives_the_same_roster() -> None:
    def limited(seed: int) -> tuple[Plan, list[tuple[float, float, str]]]:
        told: list[tuple[float, float, str]] = []
        plan = solve(
            crowded(), 600, seed=seed, effort=2.0,
            on_progress=lambda p: told.append((p.objective, p.bound, p.doing)),
        )  # fmt: skip
        return plan, told

    (first, way), (again, other) = limited(1), limited(1)
    assert first.roster == again.roster
    assert way == other
    assert first.seconds < 600
    assert limited(2)[1] != way


def test_progress_tells_objective_and_bound_and_never_gets_worse() -> None:
    seen: list[Progress] = []
    plan = solve(ward(), 10, on_progress=seen.append)
    assert seen[0].doing == "first roster"
    assert [p.objective for p in seen] == sorted((p.objective for p in seen), reverse=True)
    assert [p.bound for p in seen] == sorted(p.bound for p in seen)
    assert seen[-1].objective == plan.objective


def test_a_warm_start_is_never_left_for_something_worse() -> None:
    first = solve(ward(), 5)
    again = solve(ward(), 30, warm_start=first.roster, stopped=lambda: True)
    assert again.objective <= first.objective


def test_a_warm_start_that_breaks_rules_is_mended() -> None:
    plan = solve(problem(Contract(minutes=Range(960, 960)), 3), 5, warm_start=Roster(()))
    assert plan.report.valid


def test_minimum_cover_that_nobody_can_give_is_said() -> None:
    contract = Contract(windows=(Window("nights", 7, 2, frozenset("N")),))
    cover = tuple(Cover(day, "N", 1, 10, minimum=1) for day in range(4))
    night = ShiftType("N", 600)
    short = Problem("short", 4, (night,), (Person("A", contract),), cover)
    plan = solve(short, 5)
    assert plan.status == "short"
    assert [f.rule for f in plan.report.violations] == ["minimum_cover"] * 2
    assert HARD > plan.objective == 20


def test_a_root_that_proves_less_than_nothing_certifies_nothing() -> None:
    search = Search(Tables(ward()), 0, lambda: False, lambda *_: None)
    search.root_bound, search.duals = -3.0, search.duals + 1
    assert search.certified == 0
    assert set(prices_of(search)) == {0}
