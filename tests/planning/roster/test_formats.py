"""Reading problems and rosters: bad input gives one line that names section and line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.formats import read_problem, read_roster, write_roster
from nuanxin.planning.roster.formats.plain import problem_from, problem_to, write_problem_json
from nuanxin.planning.roster.model import Contract, Count, Range, Wish

from .small import problem, roster

TEXT = """# a comment
SECTION_HORIZON
7

SECTION_SHIFTS
D,480,
N,600,D

SECTION_STAFF
A,D=7|N=0,2400,960,5,2,2,1
B,D=7|N=2,2400,960,5,2,2,1

SECTION_DAYS_OFF
A,0,3

SECTION_SHIFT_ON_REQUESTS
A,2,D,2

SECTION_SHIFT_OFF_REQUESTS
B,4,N,3

SECTION_COVER
0,D,1,100,1
"""


def read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "one.txt"
    file.write_text(text, encoding="utf-8")
    read_problem(file)


def test_the_text_format(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text(TEXT, encoding="utf-8")
    found = read_problem(file)
    a, b = found.people
    assert (found.days, [s.id for s in found.shifts]) == (7, ["D", "N"])
    assert found.shift("N").forbidden_next == {"D"}
    assert a.contract == Contract(
        minutes=Range(960, 2400), work_run=Range(2, 5), off_run=Range(2), weekends=Range(None, 1)
    )
    assert (dict(a.barred), dict(a.days_off)) == (
        {"N": "at most 0"},
        {0: "day off", 3: "day off"},
    )
    assert a.wishes == (Wish(2, "D", True, 2, "request"),)
    assert b.contract.counts == (Count("shifts_N", frozenset("N"), 2),)
    assert found.cover[0].over == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("7\n", "seven\n", "SECTION_HORIZON, line 3: expected a whole number, found seven"),
        ("D,480,", "D,480", "SECTION_SHIFTS, line 6: expected 3 fields, found 2"),
        ("A,0,3", "Z,0,3", "SECTION_DAYS_OFF, line 14: there is no person Z"),
        ("A,0,3", "A,0,7", "SECTION_DAYS_OFF, line 14: day 7 is outside 0 to 6"),
        ("A,2,D,2", "A,2,Q,2", "SECTION_SHIFT_ON_REQUESTS, line 17: there is no shift Q"),
        ("A,2,D,2", "A,2,D,-2", "line 17: expected a whole number, found -2"),
        ("D=7|N=0", "D7", "SECTION_STAFF, line 10: expected SHIFT=MAXIMUM, found D7"),
        ("B,D=7", "A,D=7", "SECTION_STAFF, line 11: person A is given twice"),
        ("SECTION_COVER", "SECTION_COVERS", "line 22: there is no section SECTION_COVERS"),
        ("0,D,1,100,1\n", "0,D,1,100,1\n0,D,2,1,1\n", "cover of day 0, D, anyone is given 2 times"),
        ("N,600,D", "N,600,X", "shift N, what cannot follow: there is no shift X"),
        ("2400,960", "2400,9600", "minutes: at least 9600 and at most 2400 cannot both hold"),
        ("# a comment", "stray", "before any section, line 1: expected SECTION_HORIZON first"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in TEXT
    with pytest.raises(RosterError) as error:
        read(tmp_path, TEXT.replace(old, new, 1))
    assert said in str(error.value)
    assert str(error.value).startswith("one.txt: ")
    assert "\n" not in str(error.value)


def test_a_section_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="SECTION_COVER is missing"):
        read(tmp_path, TEXT[: TEXT.index("SECTION_COVER")])


def test_our_json_carries_everything(tmp_path: Path) -> None:
    original = problem(Contract(minutes=Range(0, 960, 3)), 5, days_off={1: "leave"})
    file = tmp_path / "one.json"
    write_problem_json(original, file)
    assert read_problem(file) == original
    assert problem_from(problem_to(original)) == original


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"days": "5"}, 'days: expected a whole number, found "5"'),
        ({"dayz": 5}, "there is no field dayz"),
        ({"shifts": [{"id": "E"}]}, "shifts[0].minutes is missing"),
        ({"cover": {}}, "cover: expected a list"),
        ({"days": 0}, "the horizon has 0 days; expected at least 1"),
    ],
)
def test_json_that_does_not_fit(tmp_path: Path, change: dict[str, object], said: str) -> None:
    file = tmp_path / "one.json"
    file.write_text(json.dumps({**problem_to(problem(Contract())), **change}), encoding="utf-8")
    with pytest.raises(RosterError) as error:
        read_problem(file)
    assert said in str(error.value)


@pytest.mark.parametrize("name", ["r.csv", "r.json"])
def test_rosters_there_and_back(tmp_path: Path, name: str) -> None:
    mine = roster({"A": "EL-"})
    write_roster(problem(Contract(), 3), mine, tmp_path / name)
    assert read_roster(tmp_path / name) == mine


def test_the_columns_of_a_roster(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    write_roster(problem(Contract(), 3), roster({"A": "E--"}), file)
    assert file.read_text(encoding="utf-8") == "employee_id,day,shift_id\nA,0,E\n"
    file.write_text("employee_id,day,shift_id\nA,x,E\n", encoding="utf-8")
    with pytest.raises(RosterError, match=r"r.csv, line 2: expected a whole number, found x"):
        read_roster(file)
    file.write_text("who,when\n", encoding="utf-8")
    with pytest.raises(RosterError, match="should be employee_id,day,shift_id"):
        read_roster(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="no such file or folder"):
        read_problem(tmp_path / "nothing.txt")
