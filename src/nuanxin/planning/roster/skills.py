"""Skills for a roster that names none: each shift of a day as its cover is met best.

Some tools keep rosters without the skill under which a shift is worked. In each shift the places
of cover are filled, the dearest first, and people change places for one another where that lets
one more place be filled: an exact matching, as places alone have a worth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nuanxin.planning.roster.model import Assignment, Cover, Problem, Roster

REQUIRED = 10**9  # worth of a place below the minimum


def with_skills(problem: Problem, roster: Roster) -> Roster:
    """The same roster; who has no skill named gets one of their own. Skills named stay."""
    if not problem.skills or all(a.skill for a in roster.assignments):
        return roster
    skills = {person.id: person.skills for person in problem.people}
    cells: dict[tuple[int, str], list[Assignment]] = defaultdict(list)
    for a in roster.assignments:
        cells[a.day, a.shift].append(a)
    covers: dict[tuple[int, str], list[Cover]] = defaultdict(list)
    for cover in problem.cover:
        covers[cover.day, cover.shift].append(cover)
    given: dict[Assignment, str] = {}
    for cell, group in cells.items():
        given.update(_cell(group, covers[cell], skills))
    return Roster(tuple(replace(a, skill=a.skill or given.get(a)) for a in roster.assignments))


def _cell(
    group: Sequence[Assignment], covers: Sequence[Cover], skills: Mapping[str, frozenset[str]]
) -> dict[Assignment, str]:
    open_ones = [a for a in group if a.skill is None]
    places = _places(open_ones, group, covers, skills)
    held: dict[Assignment, tuple[int, str]] = {}

    def filled(place: tuple[int, str], seen: set[Assignment]) -> bool:
        for a in open_ones:
            if place[1] not in skills.get(a.person, frozenset()) or a in seen:
                continue
            seen.add(a)
            if a not in held or filled(held[a], seen):
                held[a] = place
                return True
        return False

    for _, number, skill in places:
        filled((number, skill), set())
    return {a: skill for a, (_, skill) in held.items()}


def _places(
    open_ones: Sequence[Assignment],
    group: Sequence[Assignment],
    covers: Sequence[Cover],
    skills: Mapping[str, frozenset[str]],
) -> list[tuple[int, int, str]]:
    """Places as (−worth, number, skill), the dearest first; enough for everybody."""
    named = sorted({s for a in open_ones for s in skills.get(a.person, frozenset())})
    cover_of = {cover.skill: cover for cover in covers if cover.skill}
    found = []
    for skill in named:
        there = sum(a.skill == skill for a in group)
        for number in range(there, there + len(open_ones)):
            found.append((-_worth(cover_of.get(skill), number), number, skill))
    return sorted(found)


def _worth(cover: Cover | None, there: int) -> int:
    """What one more is worth where so many are."""
    if cover is None:
        return 0
    if there < cover.minimum:
        return REQUIRED + cover.under
    return cover.under if there < cover.wanted else -cover.over
