"""Why the minimum of cover cannot be met: the cells left short and a minimal set of rules.

The problem is stripped to its hard rules and counts missing people. Rules are dropped one by one;
one that can go while the shortage stays proven takes no part in the reason. What is left is a
problem of its own with a certificate that at least one person is missing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from nuanxin.planning.roster.bound import lower_bound
from nuanxin.planning.roster.certificate import Certificate
from nuanxin.planning.roster.finding import Finding
from nuanxin.planning.roster.model import Contract, Cover, Person, Problem, Range
from nuanxin.planning.roster.replan import only_hard
from nuanxin.planning.roster.solve import solve

Relax = Callable[[Problem], Problem]


@dataclass(frozen=True)
class Shortage:
    """Cells of cover left short in the best roster; rules that bind; the proof."""

    short: tuple[Finding, ...]
    rules: tuple[str, ...]
    cells: tuple[Cover, ...]
    certificate: Certificate


def explain_shortage(problem: Problem, seconds: float) -> Shortage | None:
    """The reason for a shortage; None when the minimum can be met, or no proof was found."""
    began = time.monotonic()
    counted = _counting(problem)
    plan = solve(counted, seconds / 4)
    if plan.bound < 1:
        return None
    certificate = lower_bound(counted, seconds / 4)
    if certificate.bound < 1:
        return None
    kept: list[str] = []
    for name, relax in _relaxations(counted):
        looser = relax(certificate.problem)
        if looser == certificate.problem:
            continue
        proof = None
        if time.monotonic() - began < seconds:
            proof = lower_bound(looser, seconds / 10)
        if proof is not None and proof.bound >= 1:
            certificate = proof
        elif not name.startswith("cover "):
            kept.append(name)
    short = tuple(f for f in plan.report.findings if f.rule == "cover_under")
    return Shortage(short, tuple(kept), certificate.problem.cover, certificate)


def _counting(problem: Problem) -> Problem:
    """One point for each person missing to the minimum; nothing else costs anything."""
    bare = only_hard(problem)
    cover = tuple(replace(c, wanted=c.minimum, minimum=0, under=1) for c in bare.cover if c.minimum)
    return replace(bare, cover=cover, budgets=())


def _relaxations(problem: Problem) -> Iterator[tuple[str, Relax]]:
    """Cells of cover day by day, then each kind of rule."""
    for day in sorted({cover.day for cover in problem.cover}):
        yield f"cover {day}", _without_day(day)
    for name in ("minutes", "assignments", "work_run", "off_run", "weekends"):
        yield f"{name}_low", _opened(name, "low")
        yield f"{name}_high", _opened(name, "high")
    for name in sorted({w.name for p in problem.people for w in p.contract.windows}):
        yield name, _without_window(name)
    for name in sorted({c.name for p in problem.people for c in p.contract.counts}):
        yield name, _without_count(name)
    yield "forbidden_succession", _free_successions
    for reason in sorted({r for p in problem.people for r in p.days_off.values()}):
        yield f"day_off: {reason}", _without_off(reason)
    for reason in sorted({r for p in problem.people for r in p.barred.values()}):
        yield f"barred: {reason}", _without_bar(reason)
    yield "fixed", _people(lambda p: replace(p, fixed={}))


def _without_day(day: int) -> Relax:
    def relax(problem: Problem) -> Problem:
        cover = tuple(c for c in problem.cover if c.day != day)
        return replace(problem, cover=cover) if cover else problem

    return relax


def _people(change: Callable[[Person], Person]) -> Relax:
    return lambda problem: replace(problem, people=tuple(change(p) for p in problem.people))


def _contracts(change: Callable[[Contract], Contract]) -> Relax:
    return _people(lambda p: replace(p, contract=change(p.contract)))


def _opened(name: str, side: str) -> Relax:
    def change(contract: Contract) -> Contract:
        bounds: Range = getattr(contract, name)
        if side == "low":
            return replace(contract, **{name: replace(bounds, low=None)})  # type: ignore[arg-type]
        return replace(contract, **{name: replace(bounds, high=None)})  # type: ignore[arg-type]

    return _contracts(change)


def _without_window(name: str) -> Relax:
    def change(contract: Contract) -> Contract:
        kept = tuple(window for window in contract.windows if window.name != name)
        return replace(contract, windows=kept)

    return _contracts(change)


def _without_count(name: str) -> Relax:
    def change(contract: Contract) -> Contract:
        return replace(contract, counts=tuple(c for c in contract.counts if c.name != name))

    return _contracts(change)


def _free_successions(problem: Problem) -> Problem:
    shifts = tuple(replace(s, forbidden_next=frozenset()) for s in problem.shifts)
    return replace(problem, shifts=shifts)


def _without_off(reason: str) -> Relax:
    def change(person: Person) -> Person:
        kept = {day: why for day, why in person.days_off.items() if why != reason}
        return replace(person, days_off=kept)

    return _people(change)


def _without_bar(reason: str) -> Relax:
    def change(person: Person) -> Person:
        return replace(person, barred={s: r for s, r in person.barred.items() if r != reason})

    return _people(change)
