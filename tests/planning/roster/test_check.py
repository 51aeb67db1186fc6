"""Each rule on a roster made by hand: kept at its limit, broken one beyond, at each edge."""

from __future__ import annotations

import pytest

from nuanxin.planning.roster.check import Report, check
from nuanxin.planning.roster.model import (
    Apart,
    Assignment,
    Budget,
    Contract,
    Count,
    Cover,
    History,
    Person,
    Problem,
    Range,
    Roster,
    Window,
    Wish,
)

from .small import EARLY, LATE, NIGHT, problem, roster


def found(report: Report) -> list[tuple[str, int | None, int | None]]:
    """Rule, day and penalty of each finding."""
    return [(f.rule, f.day, f.penalty) for f in report.findings]


def judged(
    contract: Contract, line: str, **more: object
) -> list[tuple[str, int | None, int | None]]:
    return found(check(problem(contract, len(line), **more), roster({"A": line})))


WORK = Contract(work_run=Range(2, 3))
OFF = Contract(off_run=Range(2, None))
NEW = History()
AT_WORK = History(last_shift="E", same_shift=1, work_run=2)


@pytest.mark.parametrize(
    ("line", "history", "expected"),
    [
        ("EEE----", None, []),
        ("EEEE---", None, [("max_consecutive_work", 3, None)]),
        ("--E----", None, [("min_consecutive_work", 2, None)]),
        ("E------", None, []),  # it may have begun before
        ("------E", None, []),  # it may go on
        ("E------", NEW, [("min_consecutive_work", 0, None)]),
        ("E------", AT_WORK, []),  # 2 + 1
        ("EE-----", AT_WORK, [("max_consecutive_work", 1, None)]),
        ("-------", History(last_shift="E", same_shift=1, work_run=1),
         [("min_consecutive_work", 0, None)]),
    ],
)  # fmt: skip
def test_days_of_work_in_a_row(
    line: str, history: History | None, expected: list[tuple[str, int, int | None]]
) -> None:
    assert judged(WORK, line, history=history) == expected


@pytest.mark.parametrize(
    ("line", "history", "expected"),
    [
        ("EE--EEE", None, []),
        ("EE-EEEE", None, [("min_consecutive_off", 2, None)]),
        ("-EEEEE-", None, []),
        ("-EEEEE-", History(off_run=1), []),
        ("EEEEEEE", History(off_run=1), [("min_consecutive_off", 0, None)]),
        ("-EEEEEE", AT_WORK, [("min_consecutive_off", 0, None)]),
    ],
)
def test_days_off_in_a_row(
    line: str, history: History | None, expected: list[tuple[str, int, int | None]]
) -> None:
    assert judged(OFF, line, history=history) == expected


def test_soft_runs_cost_by_the_day() -> None:
    contract = Contract(work_run=Range(3, 4, 30, 30), off_run=Range(2, 3, 7, 7))
    assert judged(contract, "EEEEEE-E-----E") == [
        ("max_consecutive_work", 5, 60),
        ("min_consecutive_work", 7, 60),
        ("min_consecutive_off", 6, 7),
        ("max_consecutive_off", 12, 14),
    ]
    long = History(last_shift="E", same_shift=6, work_run=6)
    assert judged(contract, "E-------", history=long)[0] == ("max_consecutive_work", 0, 30)


def test_runs_of_the_same_shift() -> None:
    night = NIGHT.__class__("N", 600, frozenset("EL"), run=Range(2, 3, 15, 15))
    shifts = (EARLY, LATE, night)
    assert judged(Contract(), "NNNN-N-", shifts=shifts) == [
        ("max_consecutive_N", 3, 15),
        ("min_consecutive_N", 5, 15),
    ]
    before = History(last_shift="N", same_shift=1, work_run=1)
    assert judged(Contract(), "N------", shifts=shifts, history=before) == []
    assert judged(Contract(), "E------", shifts=shifts, history=before) == [
        ("forbidden_succession", 0, None),
        ("min_consecutive_N", 0, 15),
    ]


def test_successions() -> None:
    assert judged(Contract(), "LE-N-EL") == [("forbidden_succession", 1, None)]


def test_minutes_and_assignments() -> None:
    bounds = Contract(minutes=Range(960, 1080))
    assert judged(bounds, "EE") == []
    assert judged(bounds, "EN") == []
    assert judged(bounds, "NN") == [("max_minutes", None, None)]
    assert judged(bounds, "E-") == [("min_minutes", None, None)]
    soft = Contract(assignments=Range(3, 4, 20, 20))
    assert judged(soft, "E------") == [("min_assignments", None, 40)]
    assert judged(soft, "E------", history=History(assignments=2)) == []
    assert judged(soft, "EEEEEE-") == [("max_assignments", None, 40)]


def test_a_weekend_counts_once() -> None:
    one = Contract(weekends=Range(None, 1))
    assert judged(one, "-----EE-------") == []
    assert judged(one, "-----E-------E") == [("max_weekends", None, None)]
    assert judged(one, "-----E-", history=History(weekends=1)) == [("max_weekends", None, None)]
    # Day 0 is a Sunday whose Saturday was worked: the history has counted that weekend.
    assert judged(one, "E-", history=History(last_shift="E", same_shift=1, work_run=1, weekends=1),
                  first_weekday=6) == []  # fmt: skip


def test_incomplete_weekends() -> None:
    whole = Contract(incomplete_weekend=30)
    assert judged(whole, "-----EE------E") == [("incomplete_weekend", 13, 30)]
    assert judged(whole, "E-", first_weekday=6) == []  # nobody knows of the Saturday
    assert judged(whole, "E-", first_weekday=6, history=NEW) == [("incomplete_weekend", 0, 30)]


def test_counts_and_windows() -> None:
    counts = Contract(
        counts=(Count("nights", frozenset("N"), 1), Count("late", frozenset("L"), 0, 5))
    )
    assert judged(counts, "NN--LL-") == [("max_nights", None, None), ("max_late", None, 10)]
    week = Contract(windows=(Window("week", 3, 1500),))
    assert judged(week, "EEE-NN-") == []  # 1440, 1200
    assert judged(week, "EEN----") == [("week", 2, None)]  # 1560
    nights = History(last_shift="N", work_run=2, same_shift=2, recent=("N", "N"))
    assert judged(week, "-E-----", history=nights) == []  # 600, 480
    assert judged(week, "N------", history=nights) == [("week", 0, None)]  # 1800


def test_settled_days() -> None:
    assert judged(Contract(), "E-", days_off={0: "ill"}) == [("day_off", 0, None)]
    assert judged(Contract(), "E-", barred={"E": "no ride"}) == [("barred", 0, None)]
    assert judged(Contract(), "E-", fixed={0: "L", 1: None}) == [("fixed", 0, None)]


@pytest.mark.parametrize(
    ("wish", "line", "cost"),
    [
        (Wish(0, "E", True, 4), "E", None),
        (Wish(0, "E", True, 4), "L", 4),
        (Wish(0, "E", False, 4), "E", 4),
        (Wish(0, "E", False, 4), "L", None),
        (Wish(0, None, False, 4), "L", 4),
        (Wish(0, None, True, 4), "-", 4),
    ],
)
def test_wishes(wish: Wish, line: str, cost: int | None) -> None:
    penalties = [penalty for _, _, penalty in judged(Contract(), line, wishes=(wish,))]
    assert penalties == ([] if cost is None else [cost])


def test_cover_by_skill() -> None:
    people = (
        Person("A", Contract(), frozenset({"head", "nurse"})),
        Person("B", Contract(), frozenset({"nurse"})),
    )
    cover = (
        Cover(0, "E", 2, 30, 5, minimum=1, skill="head"),
        Cover(0, "E", 0, 0, 9, skill="nurse"),
    )
    asked = Problem("p", 1, (EARLY,), people, cover, ("head", "nurse"))
    head, nurse = Assignment("A", 0, "E", "head"), Assignment("B", 0, "E", "nurse")
    assert found(check(asked, Roster((head, nurse)))) == [
        ("cover_under", 0, 30),
        ("cover_over", 0, 9),
    ]
    assert found(check(asked, Roster(()))) == [("minimum_cover", 0, None), ("cover_under", 0, 60)]
    wrong = Assignment("B", 0, "E", "head")
    assert ("skill", 0, None) in found(check(asked, Roster((wrong,))))


def test_couples_and_budgets() -> None:
    people = (Person("A", Contract()), Person("B", Contract()))
    both = Problem("p", 3, (EARLY, NIGHT), people, (), apart=(Apart("A", "B", 50),))
    assert found(check(both, roster({"A": "EE-", "B": "-NN"}))) == [("apart", 1, 50)]
    budget = Budget("over_8h", frozenset("N"), 10, 3)
    some = Problem("p", 12, (EARLY, NIGHT), people, (), budgets=(budget,))
    one = {"A": "N-----------", "B": "------------"}
    assert found(check(some, roster(one))) == [("over_8h", 0, 3)]  # one is always allowed
    two = {"A": "NN----------", "B": "EEEEEEEEEEEE"}
    assert found(check(some, roster(two)))[-1] == ("over_8h_budget", None, None)  # 2 of 14
    many = {"A": "EEEEEEEEEENN", "B": "EEEEEEEEEEEE"}
    assert [rule for rule, _, _ in found(check(some, roster(many)))] == ["over_8h"] * 2  # 2 of 24


def test_rows_that_mean_nothing() -> None:
    rows = (
        Assignment("A", 0, "E"),
        Assignment("A", 0, "L"),
        Assignment("Z", 0, "E"),
        Assignment("A", 1, "Q"),
        Assignment("A", 9, "E"),
    )
    report = check(problem(Contract()), Roster(rows))
    assert [f.rule for f in report.violations] == [
        "one_shift_a_day",
        "unknown_person",
        "unknown_shift",
        "unknown_day",
    ]
