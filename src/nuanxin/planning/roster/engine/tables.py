"""A problem as arrays: roles, cells, rows.

A *role* is a shift worked under a skill; role 0 is off. A *row* is a cell of cover, or a rule that
ties people together; it has a level and what departures from it cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nuanxin.planning.roster.engine.effort import Effort
from nuanxin.planning.roster.model import Assignment, Person, Problem, Roster

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Roles = NDArray[np.int16]  # one role a day


@dataclass(frozen=True)
class Role:
    """One way to spend a working day."""

    shift: int
    skill: str | None


@dataclass(frozen=True)
class Link:
    """The part of one person in one row: ``gain[role]`` on one day, on every day if day is −1."""

    row: int
    day: int
    gain: Floats


@dataclass(frozen=True)
class Rows:
    """For each row its level; the costs of a unit below, of one below ``least``, of one above."""

    level: Floats
    least: Floats
    under: Floats
    hard: Floats
    over: Floats

    def cost(self, there: Floats) -> float:
        """The penalty when the rows hold these values."""
        return float(self.costs(there).sum())

    def costs(self, there: Floats) -> Floats:
        """The same for each row."""
        below = np.maximum(self.level - there, 0)
        deep = np.maximum(self.least - there, 0)
        above = np.maximum(there - self.level, 0)
        found: Floats = below * self.under + deep * self.hard + above * self.over
        return found


class Tables:
    """Everything about a problem that does not depend on a solution; and the effort of its run."""

    def __init__(self, problem: Problem) -> None:
        self.problem, self.effort = problem, Effort()
        self.days = problem.days
        self.shift_index = {shift.id: n for n, shift in enumerate(problem.shifts)}
        self.roles = self._make_roles()
        self.person_index = {person.id: n for n, person in enumerate(problem.people)}
        self.role_shift = np.array([-1, *(role.shift for role in self.roles[1:])])
        self.hard = self._hard_weight()
        self.cover_rows = np.full((2, self.days, len(self.roles)), -1, dtype=np.int64)
        self.links: list[list[Link]] = [[] for _ in problem.people]
        self.rows = self._make_rows()
        self.cells = np.stack([self._cells(person) for person in problem.people])
        self.possible = np.isfinite(self.cells)
        self._asked: tuple[Floats, Floats] | None = None

    def _make_roles(self) -> list[Role]:
        asked = {(cover.shift, cover.skill) for cover in self.problem.cover}
        skills: tuple[str | None, ...] = self.problem.skills or (None,)
        roles = [Role(-1, None)]
        for shift in self.problem.shifts:
            named = [s for s in skills if (shift.id, s) in asked] or list(skills)
            roles.extend(Role(self.shift_index[shift.id], skill) for skill in named)
        return roles

    def _hard_weight(self) -> float:
        weights = [max(cover.under, cover.over) for cover in self.problem.cover]
        weights += [wish.weight for person in self.problem.people for wish in person.wishes]
        return 10.0 * max([100, *weights])

    @property
    def ties(self) -> bool:
        """Whether rows beyond cover tie people together."""
        return self.first_link < len(self.rows.level)

    @cached_property
    def role_index(self) -> dict[tuple[str, str | None], int]:
        """Role by shift and skill."""
        shifts = self.problem.shifts
        return {(shifts[r.shift].id, r.skill): n for n, r in enumerate(self.roles) if n}

    def _make_rows(self) -> Rows:
        level: list[float] = []
        least: list[float] = []
        costs: list[tuple[float, float, float]] = []
        for cover in self.problem.cover:
            for n, role in enumerate(self.roles[1:], 1):
                if role.shift == self.shift_index[cover.shift] and (
                    cover.skill is None or cover.skill == role.skill
                ):
                    which = 0 if cover.skill is None else 1
                    self.cover_rows[which, cover.day, n] = len(level)
            level.append(cover.wanted)
            least.append(cover.minimum)
            costs.append((cover.under, self.hard if cover.minimum else 0, cover.over))
        self.first_link = len(level)
        self._tie(level, costs)
        least += [0.0] * (len(level) - len(least))
        under, hard, over = np.array(costs, dtype=float).reshape(-1, 3).T
        return Rows(np.array(level, dtype=float), np.array(least), under, hard, over)

    def _tie(self, level: list[float], costs: list[tuple[float, float, float]]) -> None:
        """Rows beyond cover: couples apart, soft counts, budgets of exceptions."""
        works = np.array([0.0] + [1.0] * (len(self.roles) - 1))
        for pair in self.problem.apart:
            for day in range(self.days):
                for name in (pair.first, pair.second):
                    person = self.person_index[name]
                    self.links[person].append(Link(len(level), day, works))
                level.append(1)
                costs.append((0, 0, pair.weight))
        for number, one in enumerate(self.problem.people):
            for count in one.contract.counts:
                if count.over is not None:
                    self.links[number].append(Link(len(level), -1, self.members(count.shifts)))
                    level.append(count.high)
                    costs.append((0, 0, count.over))
        for budget in self.problem.budgets:
            gain = 100.0 * self.members(budget.shifts) - budget.percent * works
            few = sum(c.wanted for c in self.problem.cover) * budget.percent < 100
            if few:
                gain = 100.0 * self.members(budget.shifts)
            for links in self.links:
                links.append(Link(len(level), -1, gain))
            level.append(100 if few else 0)
            costs.append((0, 0, self.hard / 10))

    def members(self, shifts: frozenset[str]) -> Floats:
        """1 for each role of these shifts, else 0."""
        names = [""] + [self.problem.shifts[role.shift].id for role in self.roles[1:]]
        return np.array([float(name in shifts) for name in names])

    def _cells(self, person: Person) -> Floats:
        """What each role costs this person on each day, infinite where it cannot be."""
        cells = np.zeros((self.days, len(self.roles)))
        shifts = np.array(["", *(self.problem.shifts[r.shift].id for r in self.roles[1:])])
        for n, role in enumerate(self.roles[1:], 1):
            if shifts[n] in person.barred or (
                role.skill is not None and role.skill not in person.skills
            ):
                cells[:, n] = np.inf
        for budget in self.problem.budgets:
            cells += budget.weight * self.members(budget.shifts)
        for day in person.days_off:
            cells[day, 1:] = np.inf
        for day, shift in person.fixed.items():
            cells[day, shifts != (shift or "")] = np.inf
        for wish in person.wishes:
            fits = shifts == wish.shift if wish.shift is not None else shifts != ""
            cells[wish.day, fits != wish.on] += wish.weight
        return cells

    def held(self, person: int, roles: Roles) -> tuple[Ints, Floats]:
        """The rows that a line adds to, and how much to each."""
        days = np.arange(self.days)
        rows = self.cover_rows[:, days, roles].ravel()
        found = np.zeros(len(self.rows.level))
        np.add.at(found, rows[rows >= 0], 1.0)
        for link in self.links[person]:
            if link.day >= 0:
                found[link.row] += link.gain[roles[link.day]]
            else:
                found[link.row] += link.gain[roles].sum()
        (where,) = np.nonzero(found)
        return where, found[where]

    def paid(self, person: int, duals: Floats) -> Floats:
        """What the duals of the rows pay a person for each role on each day; not to be changed."""
        cover = self._cover(duals)
        if not self.links[person]:
            return cover
        paid = cover.copy()
        for link in self.links[person]:
            if duals[link.row]:
                days = slice(None) if link.day < 0 else link.day
                paid[days] += duals[link.row] * link.gain
        return paid

    def priced(self, person: int, duals: Floats, days: slice = slice(None)) -> Floats:
        """The cells of a person on these days after that has been taken off."""
        cells: Floats = self.cells[person, days] - self.paid(person, duals)[days]
        return cells

    def _cover(self, duals: Floats) -> Floats:
        """What cover pays on each day for each role. Everybody is asked about the same duals."""
        if self._asked is None or self._asked[0] is not duals:
            self._asked = duals, np.append(duals, 0.0)[self.cover_rows].sum(axis=0)
        return self._asked[1]

    def to_roster(self, lines: list[Roles]) -> Roster:
        """Lines, one a person, as a roster."""
        names = [""] + [self.problem.shifts[role.shift].id for role in self.roles[1:]]
        return Roster(
            tuple(
                Assignment(person.id, int(day), names[roles[day]], self.roles[roles[day]].skill)
                for person, roles in zip(self.problem.people, lines, strict=True)
                for day in np.nonzero(roles)[0]
            )
        )

    def to_lines(self, roster: Roster) -> list[Roles]:
        """A roster as lines; what names nothing of the problem is left out."""
        lines = [np.zeros(self.days, dtype=np.int16) for _ in self.problem.people]
        for a in roster.assignments:
            role = self.role_index.get((a.shift, a.skill))
            person = self.person_index.get(a.person)
            if role is not None and person is not None and 0 <= a.day < self.days:
                lines[person][a.day] = role
        return lines
