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
    saved, lines = trader.anneal(roster, np.random.default_rng(seed), effort)
    return saved, Incumbent(roster.tables, roster.pricers, lines)


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
    saved, lines = trader.anneal(roster, np.random.default_rng(0), 1.0, lambda: True)
    assert saved == 0
    assert all((a == b).all() for a, b in zip(roster.lines, lines, strict=True))


def test_an_attempt_that_gains_much_is_followed_by_a_longer_one_at_once() -> None:
    tables = Tables(crowded())
    trade = Trade(tables, pricers(tables))
    assert trade.eager
    trade.learn(1000.0, 900.0, 0.5)
    assert (trade.eager, trade.effort, trade.rate) == (True, 1.0, 200.0)
    trade.learn(900.0, 890.0, 1.0)  # 1 % is not much
    assert (trade.eager, trade.effort) == (False, 2.0)
    trade.learn(890.0, 890.0, 2.0)
    assert (trade.effort, trade.rate) == (2.0, 0.0)


def test_an_attempt_is_brief_until_much_has_been_spent() -> None:
    tables = Tables(crowded())
    trade = Trade(tables, pricers(tables))
    trade.effort = 60.0
    assert trade.share() == 3.0
    tables.effort.spent = 100.0
    assert trade.share() == pytest.approx(15.0)
