"""Files that are spoiled at random are read, or refused in one line; nothing else ever happens."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.formats import read_problem, read_roster
from nuanxin.planning.roster.formats.plain import problem_to, read_json
from nuanxin.planning.roster.frontline import Ward

from .test_formats import TEXT
from .test_solve import ward

ROSTER = "employee_id,day,shift_id\nA,0,E\nB,1,L\n"
WARD = json.dumps({"people": {"A": {"rest": {"1": "forced"}}}, "couples": [["A", "B"]]})
SCENARIO = """SCENARIO = n001w1
WEEKS = 1
SKILLS = 1
Nurse
SHIFT_TYPES = 1
Early (2,5)
FORBIDDEN_SHIFT_TYPES_SUCCESSIONS
Early 0
CONTRACTS = 1
Full (4,5) (2,3) (2,3) 2 1
NURSES = 1
Ann Full 1 Nurse
"""
HISTORY = """HISTORY
0 n001w1
NURSE_HISTORY
Ann 0 0 Early 1 4 0
"""
WEEK = """WEEK_DATA
n001w1
REQUIREMENTS
Early Nurse (0,1) (0,1) (0,1) (0,1) (0,1) (0,1) (0,1)
SHIFT_OFF_REQUESTS = 1
Ann Any Mon
"""
JUNK = st.one_of(
    st.sampled_from(["", ",", "|", "=", "\n", "-1", "0", "9" * 12, "1e9", '"', "{", "[", "null"]),
    st.sampled_from(["(", ")", "\x00", "\u2028", "²", "true", "SECTION_COVER\n", "NURSES = 1\n"]),
    st.text(max_size=3),
)


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> str:
    """A text of which a few pieces were cut, doubled, or changed for something else."""
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(text)))
        end = min(len(text), begin + draw(st.integers(0, 12)))
        middle = draw(st.one_of(JUNK, st.just(text[begin:end] * 2)))
        text = text[:begin] + middle + text[end:]
    return text


def refused(read: Callable[[Path], object], path: Path) -> str | None:
    """What reading refuses with, as the command prints it; None when it works."""
    try:
        read(path)
    except RosterError as error:
        return " ".join(str(error).split())
    return None


def kept(read: Callable[[Path], object], path: Path) -> None:
    """Reading works, or says in which file it does not."""
    said = refused(read, path)
    assert said is None or said.startswith(path.name)


fuzz = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PLAIN = json.dumps(problem_to(ward(2, 3)))


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("one.txt", TEXT, read_problem),
        ("one.json", PLAIN, read_problem),
        ("roster.csv", ROSTER, read_roster),
        ("roster.json", '{"assignments": [{"employee_id": "A", "day": 0, "shift_id": "E"}]}',
         read_roster),
        ("ward.json", WARD, lambda path: read_json(Ward, path)),
    ],
)  # fmt: skip
@fuzz
@given(st.data())
def test_spoiled_files(
    tmp_path: Path, name: str, text: str, read: Callable[[Path], object], data: st.DataObject
) -> None:
    path = tmp_path / name
    path.write_text(data.draw(spoiled(text)), encoding="utf-8", errors="surrogatepass")
    kept(read, path)


@fuzz
@given(st.data())
def test_spoiled_folders(tmp_path: Path, data: st.DataObject) -> None:
    files = {"Sc-n001w1.txt": SCENARIO, "H0-n001w1-0.txt": HISTORY, "WD-n001w1-0.txt": WEEK}
    wrong = data.draw(st.sampled_from(sorted(files)))
    for name, text in files.items():
        given_text = data.draw(spoiled(text)) if name == wrong else text
        (tmp_path / name).write_text(given_text, encoding="utf-8", errors="surrogatepass")
    kept(read_problem, tmp_path)


def test_the_folder_is_read_as_it_stands(tmp_path: Path) -> None:
    for name, text in (("Sc-n001w1", SCENARIO), ("H0-n001w1-0", HISTORY), ("WD-n001w1-0", WEEK)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert read_problem(tmp_path).days == 7
