"""Exceptions with their reasons."""

from __future__ import annotations

from dataclasses import replace

from nuanxin.planning.roster.departures import Departure, counted, departures
from nuanxin.planning.roster.frontline import frontline
from nuanxin.planning.roster.model import Cover

from .small import roster
from .test_frontline import ward


def test_each_exception_says_which_cover_needs_it() -> None:
    plain = ward(2)
    wanted = (*plain.cover, Cover(1, "X", 1, 100))
    laid = frontline(replace(plain, cover=wanted), {}, [("A", "B")])
    found = departures(laid, roster({"A": "XX", "B": "-D"}))
    assert found == (
        Departure("over_8h", "A", 0, "X: cover would not miss A"),
        Departure("over_8h", "A", 1, "X: 1 of 1 wanted with A"),
        Departure(
            "spouses_apart", "A", 1, "with B; X: 1 of 1 wanted with A; D: 1 of 1 wanted with B"
        ),
    )
    assert counted(found) == {"over_8h": 2, "spouses_apart": 1}
