"""Folders of the Second International Nurse Rostering Competition: Sc-, H0- and WD- files.

Read in the static form: all weeks known, one history before the first. Minimum cover, skills and
successions are hard; the rest is soft with the weights of the competition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.formats.text import finished, read_text, whole
from nuanxin.planning.roster.model import (
    Contract,
    Cover,
    History,
    Person,
    Problem,
    Range,
    ShiftType,
    Wish,
)

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
OPTIMAL_COVER = 30
SAME_SHIFT, WORK_RUN, OFF_RUN = 15, 30, 30
WISH, INCOMPLETE_WEEKEND, ASSIGNMENTS, WEEKENDS = 10, 30, 20, 30
# The competition's shifts have no length; one stands for a working day.
MINUTES = 480
_NAME = re.compile(r"(n\d+w\d+)_(\d+)_(\d+(?:-\d+)*)")
_PAIR = re.compile(r"\((\d+),(\d+)\)")


def named_instance(path: Path) -> bool:
    """Whether the path is of the form ``…/n030w4_1_6-2-9-1`` (history 1, weeks 6, 2, 9, 1)."""
    return not path.exists() and _NAME.fullmatch(path.name) is not None


def read_inrc2(path: Path) -> Problem:
    """Read a folder, or a named instance that stands for files of its folder."""
    folder, history, weeks = _files(path)
    return finished(path, lambda: _problem(path.name, folder, history, weeks))


def _files(path: Path) -> tuple[Path, Path, list[Path]]:
    if path.is_dir():
        return (path, *_of_folder(path))
    found = _NAME.fullmatch(path.name)
    assert found is not None
    name, history, weeks = found.groups()
    for folder in (path.parent, path.parent / name):
        if (folder / f"Sc-{name}.txt").exists():
            files = [folder / f"WD-{name}-{week}.txt" for week in weeks.split("-")]
            return folder, folder / f"H0-{name}-{history}.txt", files
    raise RosterError(f"{path}: neither {path.parent} nor {name} in it holds Sc-{name}.txt")


def _of_folder(folder: Path) -> tuple[Path, list[Path]]:
    histories, weeks = sorted(folder.glob("H0-*.txt")), sorted(folder.glob("WD-*.txt"))
    if not histories or not weeks:
        raise RosterError(f"{folder}: expected files Sc-*.txt, H0-*.txt and WD-*.txt")
    return histories[0], weeks


@dataclass(frozen=True)
class _Line:
    """One line of a file: its words, and where it stands."""

    words: list[str]
    where: str

    def pairs(self) -> list[tuple[int, int]]:
        """The pairs ``(a,b)`` of the line."""
        found = _PAIR.findall(" ".join(self.words))
        return [(int(a), int(b)) for a, b in found]

    def need(self, count: int) -> list[str]:
        """Its words, when there are at least so many."""
        if len(self.words) < count:
            raise RosterError(f"{self.where}: expected {count} words, found {len(self.words)}")
        return self.words


def _sections(path: Path) -> dict[str, list[_Line]]:
    """Lines under each heading in capitals; a heading keeps its own line as the first."""
    found: dict[str, list[_Line]] = {}
    heading = ""
    for number, text in enumerate(read_text(path).splitlines(), 1):
        words = text.replace("=", " = ").split()
        if not words:
            continue
        if re.fullmatch(r"[A-Z_]{5,}", words[0]):
            heading = words[0]
        found.setdefault(heading, []).append(_Line(words, f"{path.name}, {heading}, line {number}"))
    return found


def _value(sections: Mapping[str, list[_Line]], heading: str, file: Path) -> str:
    for line in sections.get(heading, []):
        return line.need(3)[2]
    raise RosterError(f"{file.name}: {heading} is missing")


def _rest(sections: Mapping[str, list[_Line]], heading: str, file: Path) -> list[_Line]:
    if heading not in sections:
        raise RosterError(f"{file.name}: {heading} is missing")
    return sections[heading][1:]


def _problem(name: str, folder: Path, history: Path, weeks: list[Path]) -> Problem:
    scenarios = sorted(folder.glob("Sc-*.txt"))
    if len(scenarios) != 1:
        raise RosterError(f"expected one file Sc-*.txt, found {len(scenarios)}")
    file = scenarios[0]
    scenario = _sections(file)
    count = whole(_value(scenario, "WEEKS", file), f"{file.name}, WEEKS")
    if len(weeks) < count:
        raise RosterError(f"{count} weeks are asked, {len(weeks)} are there")
    skills = tuple(line.words[0] for line in _rest(scenario, "SKILLS", file))
    shifts = _shifts(scenario, file)
    people = {p.id: p for p in _people(scenario, file, _histories(history))}
    cover: list[Cover] = []
    for week, data in enumerate(weeks[:count]):
        sections = _sections(data)
        for line in _rest(sections, "REQUIREMENTS", data):
            cover.extend(_requirements(line, week))
        for line in _rest(sections, "SHIFT_OFF_REQUESTS", data):
            _wish(people, line, week)
    return Problem(name, 7 * count, shifts, tuple(people.values()), tuple(cover), skills)


def _shifts(scenario: Mapping[str, list[_Line]], file: Path) -> tuple[ShiftType, ...]:
    after = {
        line.need(2)[0]: frozenset(line.words[2:])
        for line in _rest(scenario, "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS", file)
    }
    shifts = []
    for line in _rest(scenario, "SHIFT_TYPES", file):
        ((low, high),) = line.pairs()[:1] or [(1, 10**6)]
        run = Range(low, high, SAME_SHIFT, SAME_SHIFT)
        name = line.words[0]
        shifts.append(ShiftType(name, MINUTES, after.get(name, frozenset()), run=run))
    return tuple(shifts)


def _contracts(scenario: Mapping[str, list[_Line]], file: Path) -> dict[str, Contract]:
    contracts = {}
    for line in _rest(scenario, "CONTRACTS", file):
        words, pairs = line.need(6), line.pairs()
        if len(pairs) != 3:
            raise RosterError(f"{line.where}: expected three pairs (a,b), found {len(pairs)}")
        (least, most), work, off = pairs
        complete = whole(words[-1], line.where)
        contracts[words[0]] = Contract(
            assignments=Range(least, most, ASSIGNMENTS, ASSIGNMENTS),
            work_run=Range(*work, WORK_RUN, WORK_RUN),
            off_run=Range(*off, OFF_RUN, OFF_RUN),
            weekends=Range(None, whole(words[-2], line.where), None, WEEKENDS),
            incomplete_weekend=INCOMPLETE_WEEKEND if complete else 0,
        )
    return contracts


def _histories(file: Path) -> dict[str, History]:
    found = {}
    for line in _rest(_sections(file), "NURSE_HISTORY", file):
        name, assignments, weekends, last, same, work, off = line.need(7)[:7]
        shift = None if last == "None" else last
        found[name] = History(
            assignments=whole(assignments, line.where),
            weekends=whole(weekends, line.where),
            last_shift=shift,
            same_shift=whole(same, line.where) if shift else 0,
            work_run=whole(work, line.where),
            off_run=whole(off, line.where),
        )
    return found


def _people(
    scenario: Mapping[str, list[_Line]], file: Path, histories: Mapping[str, History]
) -> Iterator[Person]:
    contracts = _contracts(scenario, file)
    for line in _rest(scenario, "NURSES", file):
        name, contract, _, *skills = line.need(4)
        if contract not in contracts:
            raise RosterError(f"{line.where}: there is no contract {contract}")
        if name not in histories:
            raise RosterError(f"{line.where}: {name} has no history")
        yield Person(name, contracts[contract], frozenset(skills), histories[name])


def _requirements(line: _Line, week: int) -> Iterator[Cover]:
    shift, skill = line.need(9)[:2]
    pairs = line.pairs()
    if len(pairs) != 7:
        raise RosterError(f"{line.where}: expected seven pairs (a,b), found {len(pairs)}")
    for weekday, (least, optimum) in enumerate(pairs):
        wanted = max(least, optimum)
        day = 7 * week + weekday
        yield Cover(day, shift, wanted, OPTIMAL_COVER, minimum=least, skill=skill)


def _wish(people: dict[str, Person], line: _Line, week: int) -> None:
    name, shift, weekday = line.need(3)[:3]
    if name not in people or weekday not in DAYS:
        raise RosterError(f"{line.where}: expected NURSE SHIFT DAY, as Andrea Any Tue")
    day = 7 * week + DAYS.index(weekday)
    wish = Wish(day, None if shift == "Any" else shift, False, WISH)
    people[name] = replace(people[name], wishes=(*people[name].wishes, wish))
