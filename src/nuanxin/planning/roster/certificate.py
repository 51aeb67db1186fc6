"""Certificates of rosters, checked without the solver.

A certificate holds a problem, a price for each cell of cover, and a bound. Whatever roster is
made, its penalty is at least: the prices times what is wanted, plus for each person the cheapest
line once the prices of the cells it serves are taken off. The check computes that sum anew, with
plain dictionaries over the rules as they read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Any

from nuanxin.planning.roster.cheapest import cheapest
from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.formats.plain import problem_from, problem_to
from nuanxin.planning.roster.formats.text import read_text
from nuanxin.planning.roster.model import Cover, Problem
from nuanxin.planning.roster.validate import validated

KIND = "roster-bound"
SCALE = 10**6  # prices are kept as whole millionths of a penalty point


@dataclass(frozen=True)
class Certificate:
    """No roster of ``problem`` costs less than ``bound``; ``prices`` in millionths, by cover."""

    problem: Problem
    prices: tuple[int, ...]
    bound: int


def write_certificate(certificate: Certificate, path: Path) -> None:
    """Write a certificate as JSON."""
    value = {
        "kind": KIND,
        "bound": certificate.bound,
        "prices": list(certificate.prices),
        "problem": problem_to(certificate.problem),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False) + "\n", encoding="utf-8")


def read_certificate(path: Path) -> Certificate:
    """Read a certificate; RosterError when it is none."""
    try:
        value: Any = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise RosterError(f"{path.name}, line {error.lineno}: {error.msg}") from error
    if not isinstance(value, Mapping) or value.get("kind") != KIND:
        raise RosterError(f"{path.name}: expected a certificate of kind {KIND}")
    prices, bound = value.get("prices"), value.get("bound")
    if not isinstance(prices, list) or any(type(price) is not int for price in prices):
        raise RosterError(f"{path.name}: prices should be a list of whole numbers")
    if type(bound) is not int:
        raise RosterError(f"{path.name}: bound should be a whole number")
    problem = validated(problem_from(value.get("problem")))
    if len(prices) != len(problem.cover):
        raise RosterError(f"{path.name}: {len(prices)} prices for {len(problem.cover)} cells")
    return Certificate(problem, tuple(prices), bound)


def proven(certificate: Certificate) -> int:
    """The bound that the prices prove, rounded up; compare it with the one that is claimed."""
    problem = certificate.problem
    prices = [
        _clipped(cover, Fraction(price, SCALE))
        for cover, price in zip(problem.cover, certificate.prices, strict=True)
    ]
    total = sum((_of_cover(c, p) for c, p in zip(problem.cover, prices, strict=True)), Fraction(0))
    gains = _gains(problem, prices)
    for person in problem.people:
        least = cheapest(problem, person, gains)
        if least is None:
            raise RosterError(f"person {person.id}: no line keeps all hard rules")
        total += least
    return ceil(total)


def _clipped(cover: Cover, price: Fraction) -> Fraction:
    """A price that cover can bear: beyond what a surplus costs it would prove nothing."""
    low = Fraction(-cover.over)
    high = None if cover.minimum else Fraction(cover.under)
    return max(low, price if high is None else min(price, high))


def _of_cover(cover: Cover, price: Fraction) -> Fraction:
    """The least that a cell costs with its price, over all numbers that can be there."""
    levels = range(cover.minimum, cover.wanted + 1)
    return min(cover.under * (cover.wanted - n) + price * n for n in levels)


def _gains(
    problem: Problem, prices: Sequence[Fraction]
) -> dict[tuple[int, str], list[tuple[str | None, Fraction]]]:
    """By day and shift: what each skill gains there, None what anyone gains."""
    found: dict[tuple[int, str], list[tuple[str | None, Fraction]]] = {}
    for cover, price in zip(problem.cover, prices, strict=True):
        found.setdefault((cover.day, cover.shift), []).append((cover.skill, price))
    return found
