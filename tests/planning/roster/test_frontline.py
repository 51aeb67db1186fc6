"""The rules of the front line, each at its limit."""

from __future__ import annotations

import pytest

from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.frontline import Standing, frontline
from nuanxin.planning.roster.model import Contract, Cover, History, Person, Problem, ShiftType
from nuanxin.planning.roster.solve import solve

from .small import roster

HOUR = 60
DAY = ShiftType("D", 8 * HOUR, start=8 * HOUR)
EVENING = ShiftType("E", 6 * HOUR, start=16 * HOUR)
NIGHT = ShiftType("N", 8 * HOUR, start=22 * HOUR)
LONG = ShiftType("X", 12 * HOUR, start=8 * HOUR)


def ward(days: int, history: History | None = None, people: str = "AB") -> Problem:
    staff = tuple(Person(name, Contract(), history=history) for name in people)
    cover = tuple(Cover(day, "D", 1, 100) for day in range(days))
    return Problem("ward", days, (DAY, EVENING, NIGHT, LONG), staff, cover)


def rules(problem: Problem, lines: dict[str, str]) -> list[tuple[str, int | None]]:
    return [(f.rule, f.day) for f in check(problem, roster(lines)).findings if f.penalty is None]


def test_eleven_hours_of_rest() -> None:
    laid = frontline(ward(4), {})
    assert laid.shift("E").forbidden_next == {"D", "X"}  # 22:00 to 08:00 is 10 h
    assert laid.shift("D").forbidden_next == frozenset()  # 16:00 to 08:00 is 16 h
    assert laid.shift("N").forbidden_next == {"D", "E", "X"}


def test_eleven_hours_of_rest_after_an_evening() -> None:
    laid = frontline(ward(4), {})
    assert rules(laid, {"A": "ED--"}) == [("forbidden_succession", 1)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("DDDDDDDDD-", []),
        ("DDDDDDDDDD", [("max_consecutive_work", 9)]),
        ("XX-X------", [("overload_long_shifts", 3)]),
        ("XX-----X--", []),  # the first lies seven days back
        ("XXDDDDD---", [("overload_hours", 6)]),  # 64 h
        ("XXDDD-D---", []),  # 56 h
    ],
)
def test_overload_can_never_arise(line: str, expected: list[tuple[str, int]]) -> None:
    hard = [found for found in rules(frontline(ward(10), {}), {"A": line})
            if not found[0].endswith("_budget")]  # fmt: skip
    assert hard == expected


def test_the_days_before_count() -> None:
    eight = History(last_shift="D", same_shift=8, work_run=8, recent=("D",) * 8)
    assert rules(frontline(ward(3, eight), {}), {"A": "D--", "B": "---"}) == []
    assert rules(frontline(ward(3, eight), {}), {"A": "DD-", "B": "---"}) == [
        ("max_consecutive_work", 1)
    ]


def test_who_may_not_work_when() -> None:
    standings = {"A": Standing(pregnant=True, rest={1: "forced rest"}), "B": Standing(ride=False)}
    laid = frontline(ward(3), standings, inside={"E": 5 * HOUR})
    a, b = laid.people
    assert set(a.barred) == {"N", "X", "E"}
    assert a.barred["E"] == "300 minutes inside, at most 240"
    assert dict(a.days_off) == {1: "forced rest"}
    assert b.barred["N"] == "no ride after the end"


def test_exceptions_and_spouses_are_counted_with_their_names() -> None:
    laid = frontline(ward(4), {}, couples=[("A", "B")])
    report = check(laid, roster({"A": "X---", "B": "D---"}))
    assert report.valid
    assert report.terms["over_8h"] == 50
    assert report.terms["spouses_apart"] == 200


def test_a_ward_is_solved_under_all_rules() -> None:
    laid = frontline(ward(28, people="ABCD"), {"A": Standing(owed_days=2)}, [("A", "B")])
    plan = solve(laid, 20)
    assert plan.report.valid
    assert plan.report.terms.get("cover_under", 0) == 0
    assert plan.report.terms.get("over_8h", 0) == 0
