"""The public instances: known optima, bounds, and a validator's figures term by term."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nuanxin.commands.bench_roster import VARIABLE, bench_folder
from nuanxin.planning.roster.bound import lower_bound
from nuanxin.planning.roster.certificate import proven
from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.formats import read_problem
from nuanxin.planning.roster.formats.inrc2 import DAYS
from nuanxin.planning.roster.model import Assignment, Problem, Roster
from nuanxin.planning.roster.peer import cp_sat
from nuanxin.planning.roster.solve import solve

FOLDER = bench_folder() or Path("absent")
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"the public instances are absent; set {VARIABLE} to their folder"
)


@pytest.mark.parametrize(("number", "best"), [(2, 828), (3, 1001), (4, 1716)])
def test_optima_with_proof(number: int, best: int) -> None:
    problem = read_problem(FOLDER / "nrp" / f"Instance{number}.txt")
    plan = solve(problem, 60)
    assert (plan.objective, plan.bound, plan.status) == (best, best, "optimal")


def test_a_bound_is_verified_without_the_solver() -> None:
    problem = read_problem(FOLDER / "nrp" / "Instance1.txt")
    certificate = lower_bound(problem, 30)
    assert certificate.bound == 558
    assert proven(certificate) == 558


def test_the_validator_of_the_competition() -> None:
    folder = FOLDER / "inrc2" / "n005w4"
    rows = []
    for week in range(4):
        [file] = (folder / "Solution_H_0-WD_1-2-3-3").glob(f"Sol-n005w4-*-{week}.txt")
        for line in file.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if len(words) == 4 and words[1] in DAYS:
                day = 7 * week + DAYS.index(words[1])
                rows.append(Assignment(words[0], day, words[2], words[3]))
    report = check(read_problem(folder / "n005w4_0_1-2-3-3"), Roster(tuple(rows)))
    terms = report.terms
    runs = sum(v for k, v in terms.items() if "_consecutive_" in k and not k.endswith("_off"))
    assert report.valid
    assert report.objective == 1695
    assert {
        "Total assignment": terms["max_assignments"],
        "Consecutive": runs,
        "Non working days": terms["min_consecutive_off"],
        "Preferences": terms["wish_off"],
        "Max working weekend": terms["max_weekends"],
        "Complete weekends": terms["incomplete_weekend"],
        "Optimal coverage": terms["cover_under"],
    } == {
        "Total assignment": 320,
        "Consecutive": 465,
        "Non working days": 330,
        "Preferences": 70,
        "Max working weekend": 210,
        "Complete weekends": 60,
        "Optimal coverage": 240,
    }


def test_a_named_instance_and_its_folder() -> None:
    named = read_problem(FOLDER / "inrc2" / "n030w4_1_6-2-9-1")
    assert (named.days, len(named.people), len(named.skills)) == (28, 30, 4)
    plain = read_problem(FOLDER / "inrc2" / "n030w4")
    assert plain.people[0].id == named.people[0].id
    assert plain.cover != named.cover


def test_the_peer_agrees_on_the_rules() -> None:
    problem = read_problem(FOLDER / "nrp" / "Instance2.txt")
    peer = cp_sat(problem, 20, 1, 0)
    assert peer.roster is not None
    report = check(problem, peer.roster)
    assert report.valid
    assert report.objective >= 828
    assert peer.bound <= 828


def test_the_peer_agrees_on_soft_rules_and_history() -> None:
    whole = read_problem(FOLDER / "inrc2" / "n005w4" / "n005w4_0_1-2-3-3")
    problem = _first_days(whole, 9)
    peer, plan = cp_sat(problem, 60, 1, 0), solve(problem, 60)
    assert peer.roster is not None
    assert check(problem, peer.roster).objective == peer.objective == peer.bound
    assert (plan.objective, plan.bound) == (peer.objective, peer.bound)


def _first_days(problem: Problem, days: int) -> Problem:
    cover = tuple(cover for cover in problem.cover if cover.day < days)
    people = tuple(
        replace(person, wishes=tuple(wish for wish in person.wishes if wish.day < days))
        for person in problem.people
    )
    return replace(problem, days=days, cover=cover, people=people)
