"""Small changes by the million: what they say they save is what the roster saves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings

from nuanxin.planning.roster.engine.incumbent import Incumbent
from nuanxin.planning.roster.engine.pricer import pricers
from nuanxin.planning.roster.engine.start import start
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.engine.trade import Trade, Trader
from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.model import Apart, Budget, Count, Problem

from .test_solve import crowded, problems


def first_of(problem: Problem) -> Incumbent:
    tables = Tables(problem)
    return start(tables, pricers(tables), np.random.default_rng(0))


def annealed(roster: Incumbent, seed: int = 0, effort: float = 0.0) -> tuple[float, Incumbent]:
    trader = Trader(roster.tables, list(roster.pricers))
    walk = trader.anneal(roster, np.random.default_rng(seed), effort)
    return walk.saved, Incumbent(roster.tables, roster.pricers, walk.lines)


def tied(problem: Problem) -> Problem:
    """With a couple, a budget of nights and, for the first, nights that are counted softly."""
    nights = frozenset("N")
    first, *others = problem.people
    counted = replace(first.contract, counts=(Count("soft", nights, 1, over=7),))
    return replace(
        problem,
        people=(replace(first, contract=counted), *others),
        apart=(Apart("A", "B", 50),),
        budgets=(Budget("nights", nights, 20, 3),),
    )


@settings(max_examples=60, deadline=None)
@given(problems())
def test_what_is_saved_is_what_the_roster_costs_less(random: Problem) -> None:
    for problem in (random, tied(random)):
        try:
            roster = first_of(problem)
        except RosterError:
            assume(False)
        saved, better = annealed(roster)
        assert saved >= 0
        assert np.isfinite(better.costs).all()
        assert better.objective == pytest.approx(roster.objective - saved)


def test_it_finds_what_greedy_rounds_do_not() -> None:
    roster = first_of(crowded())
    saved, better = annealed(roster, effort=0.3)
    assert saved > 0.3 * roster.objective
    assert better.objective == pytest.approx(roster.objective - saved)


def test_the_same_seed_finds_the_same_roster() -> None:
    roster = first_of(crowded())
    (_, one), (_, two) = annealed(roster, 5), annealed(roster, 5)
    assert all((a == b).all() for a, b in zip(one.lines, two.lines, strict=True))


def test_a_stop_leaves_the_roster_as_it_is() -> None:
    roster = first_of(crowded())
    trader = Trader(roster.tables, list(roster.pricers))
    walk = trader.anneal(roster, np.random.default_rng(0), 1.0, lambda: True)
    assert (walk.saved, walk.end) == (0, np.inf)
    assert all((a == b).all() for a, b in zip(roster.lines, walk.lines, strict=True))


def test_days_are_exchanged_with_those_who_do_the_same_work() -> None:
    problem = crowded()
    first, second, *others = problem.people
    late, early = {"E": "asthma"}, {"L": "nursing"}
    people = (replace(first, barred=late), replace(second, barred=early), *others)
    tables = Tables(replace(problem, people=people))
    trader = Trader(tables, pricers(tables))
    counts = trader.people["peer"]
    assert counts.tolist() == [len(others)] * 2 + [len(others) + 1] * len(others)
    assert set(trader.peers[0, : counts[0]]) == set(range(2, len(people)))


@pytest.fixture
def trade() -> Trade:
    tables = Tables(crowded())
    return Trade(tables, pricers(tables))


def test_where_the_next_attempt_will_end_is_told_from_the_last_ones(trade: Trade) -> None:
    assert trade.rate(1000.0) == np.inf
    trade.learn(1000.0, 0.5)
    assert (trade.effort, trade.hoped) == (1.0, 850.0), "as long as nothing is known"
    trade.learn(700.0, 1.0)
    assert (trade.effort, trade.hoped) == (2.0, 550.0), "half of what it went down before"
    assert trade.rate(600.0) == pytest.approx(25.0)
    assert trade.rate(500.0) == 0, "what is in hand is better than it will be"
    trade.learn(1300.0, 2.0)
    assert trade.hoped == 1300.0, "one that ended higher promises nothing"


def test_it_comes_before_all_else_while_it_is_brief_and_promises_much(trade: Trade) -> None:
    assert trade.eager(1000.0)
    trade.learn(1000.0, 0.5)
    assert trade.eager(1000.0)
    assert not trade.eager(890.0), "4 % is not much"
    trade.learn(500.0, 2.0)
    assert not trade.eager(1000.0), "four seconds are not brief"


def test_an_attempt_takes_at_most_half_of_what_was_spent(trade: Trade) -> None:
    trade.effort = 60.0
    assert trade.share() == 3.0
    trade.tables.effort.spent = 100.0
    assert trade.share() == pytest.approx(50.0)
