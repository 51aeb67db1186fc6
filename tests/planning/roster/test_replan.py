"""Re-planning: what must change changes, nothing else; then quality."""

from __future__ import annotations

from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.model import Contract, Cover, Person, Problem, Range, Wish
from nuanxin.planning.roster.replan import Change, changes, replan

from .small import EARLY, LATE, roster

FREE = Contract(work_run=Range(None, 5))


def ward(*wishes: Wish) -> Problem:
    """Three people, one early and one late wanted each day, and both are a must."""
    people = tuple(Person(name, FREE, wishes=wishes if name == "C" else ()) for name in "ABC")
    cover = tuple(Cover(day, shift, 1, 10, minimum=1) for day in range(4) for shift in ("E", "L"))
    return Problem("ward", 4, (EARLY, LATE), people, cover)


PUBLISHED = roster({"A": "EEEE", "B": "LLLL", "C": "----"})


def test_one_absence_changes_two_cells() -> None:
    found = replan(ward(), PUBLISHED, {"A": [2]}, 1, 10)
    assert found.plan.report.valid
    assert found.changes == (Change("A", 2, "E", None), Change("C", 2, None, "E"))


def test_days_before_today_stay_even_when_absence_is_told_for_them() -> None:
    found = replan(ward(), PUBLISHED, {"A": [0, 2]}, 1, 10)
    assert [c.day for c in found.changes] == [2, 2]


def test_quality_is_no_reason_for_a_change() -> None:
    # C would love to work on day 3, but nobody has to move for it.
    found = replan(ward(Wish(3, "E", True, 500)), PUBLISHED, {"A": [2]}, 1, 10)
    assert [(c.person, c.day) for c in found.changes] == [("A", 2), ("C", 2)]


def test_nothing_happened_nothing_changes() -> None:
    found = replan(ward(), PUBLISHED, {}, 0, 10)
    assert found.changes == ()
    assert found.plan.objective == check(ward(), PUBLISHED).objective


def test_changes_are_told_by_person_and_day() -> None:
    after = roster({"A": "EEEL", "B": "LLLE", "C": "----"})
    assert changes(ward(), PUBLISHED, after) == (
        Change("A", 3, "E", "L"),
        Change("B", 3, "L", "E"),
    )
