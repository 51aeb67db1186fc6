"""Certificates: verified without the solver, refused when they claim too much."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuanxin.planning.roster.bound import lower_bound
from nuanxin.planning.roster.certificate import (
    SCALE,
    Certificate,
    proven,
    read_certificate,
    write_certificate,
)
from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.model import Contract, Cover, Person, Problem, Window
from nuanxin.planning.roster.shortage import explain_shortage

from .by_enumeration import optimum
from .small import EARLY, LATE, NIGHT
from .test_solve import problems, ward


@settings(max_examples=25, deadline=None)
@given(problems(), st.data())
def test_any_prices_prove_no_more_than_the_optimum(random: Problem, data: st.DataObject) -> None:
    best = optimum(random)
    if best is None:
        return
    price = st.integers(-5 * SCALE, 25 * SCALE)
    prices = tuple(data.draw(price) for _ in random.cover)
    assert proven(Certificate(random, prices, 0)) <= best


def test_the_solver_s_bound_is_proven_again() -> None:
    certificate = lower_bound(ward(), 300)
    assert certificate.bound > 0
    assert proven(certificate) == certificate.bound


def test_there_and_back(tmp_path: Path) -> None:
    certificate = lower_bound(ward(4, 10), 300)
    write_certificate(certificate, tmp_path / "c.json")
    assert read_certificate(tmp_path / "c.json") == certificate


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "song"}, "expected a certificate of kind roster-bound"),
        ({"prices": [0.5]}, "prices should be a list of whole numbers"),
        ({"prices": [1]}, "1 prices for"),
        ({"bound": "7"}, "bound should be a whole number"),
    ],
)
def test_what_is_no_certificate(tmp_path: Path, change: dict[str, object], said: str) -> None:
    file = tmp_path / "c.json"
    write_certificate(lower_bound(ward(4, 10), 300), file)
    value = {**json.loads(file.read_text(encoding="utf-8")), **change}
    file.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(RosterError, match=said):
        read_certificate(file)


def test_a_shortage_names_its_rules_and_is_proven() -> None:
    """Two people may work two nights a week each; five nights in a row need one more."""
    contract = Contract(
        windows=(
            Window("nights", 7, 2, frozenset("N")),
            Window("early", 7, 6, frozenset("E")),
        )
    )
    people = (Person("A", contract), Person("B", contract, days_off={6: "leave"}))
    cover = tuple(Cover(day, "N", 1, 10, minimum=1) for day in range(5))
    problem = Problem("short", 7, (EARLY, LATE, NIGHT), people, cover)
    found = explain_shortage(problem, 30)
    assert found is not None
    assert found.rules == ("nights",)
    assert len(found.short) == 1
    assert proven(found.certificate) == found.certificate.bound == 1
    enough = replace(problem, people=(*people, Person("C", contract)))
    assert explain_shortage(enough, 30) is None
