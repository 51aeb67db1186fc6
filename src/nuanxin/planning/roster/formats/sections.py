"""The text format of the public shift-scheduling benchmark (Curtois and Qu 2014): SECTION_ blocks.

Its rules become: maxima, minutes, runs, weekends and days off hard; requests and cover soft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.formats.text import finished, read_text, whole
from nuanxin.planning.roster.model import (
    Contract,
    Count,
    Cover,
    Person,
    Problem,
    Range,
    ShiftType,
    Wish,
)


@dataclass
class _Draft:
    """What has been read so far."""

    days: int = 0
    shifts: list[ShiftType] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    cover: list[Cover] = field(default_factory=list)

    def shift(self, name: str, where: str) -> str:
        if all(shift.id != name for shift in self.shifts):
            raise RosterError(f"{where}: there is no shift {name}")
        return name

    def person(self, name: str, where: str) -> Person:
        if name not in self.people:
            raise RosterError(f"{where}: there is no person {name}")
        return self.people[name]

    def day(self, text: str, where: str) -> int:
        day = whole(text, where)
        if day >= self.days:
            raise RosterError(f"{where}: day {day} is outside 0 to {self.days - 1}")
        return day


def read_sections(path: Path) -> Problem:
    """Read one file; RosterError names section and line of what cannot be read."""

    def build() -> Problem:
        draft = _Draft()
        _fill(draft, read_text(path))
        people = tuple(draft.people.values())
        return Problem(path.stem, draft.days, tuple(draft.shifts), people, tuple(draft.cover))

    return finished(path, build)


def _fill(draft: _Draft, text: str) -> None:
    section, seen = "", set()
    for number, line in _lines(text):
        if line.startswith("SECTION_"):
            section = line
            if section not in _SECTIONS:
                raise RosterError(f"line {number}: there is no section {section}")
            if section in seen:
                raise RosterError(f"line {number}: {section} is given twice")
            seen.add(section)
            continue
        where = f"{section or 'before any section'}, line {number}"
        if not section:
            raise RosterError(f"{where}: expected SECTION_HORIZON first")
        least, most, read = _SECTIONS[section]
        fields = [part.strip() for part in line.split(",")]
        if not least <= len(fields) <= most:
            wanted = str(least) if least == most else f"{least} or more"
            raise RosterError(f"{where}: expected {wanted} fields, found {len(fields)}")
        read(draft, fields, where)
    for needed in ("SECTION_HORIZON", "SECTION_SHIFTS", "SECTION_STAFF", "SECTION_COVER"):
        if needed not in seen:
            raise RosterError(f"{needed} is missing")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare and not bare.startswith("#"):
            yield number, bare


def _horizon(draft: _Draft, fields: list[str], where: str) -> None:
    if draft.days:
        raise RosterError(f"{where}: the horizon is given twice")
    draft.days = whole(fields[0], where)
    if not draft.days:
        raise RosterError(f"{where}: the horizon has no day")


def _shift(draft: _Draft, fields: list[str], where: str) -> None:
    name, minutes, after = fields
    if any(shift.id == name for shift in draft.shifts):
        raise RosterError(f"{where}: shift {name} is given twice")
    barred = frozenset(part.strip() for part in after.split("|") if part.strip())
    draft.shifts.append(ShiftType(name, whole(minutes, where), barred))


def _staff(draft: _Draft, fields: list[str], where: str) -> None:
    name, maxima = fields[0], fields[1]
    if name in draft.people:
        raise RosterError(f"{where}: person {name} is given twice")
    most, least, run, least_run, least_off, weekends = (whole(f, where) for f in fields[2:])
    contract = Contract(
        minutes=Range(least, most),
        work_run=Range(least_run, run),
        off_run=Range(least_off, None),
        weekends=Range(None, weekends),
    )
    counts, barred = _maxima(draft, maxima, where)
    contract = replace(contract, counts=counts)
    draft.people[name] = Person(name, contract, barred=barred)


def _maxima(draft: _Draft, text: str, where: str) -> tuple[tuple[Count, ...], dict[str, str]]:
    """``E=14|L=0``: none at all bars the shift; as many as there are days is no limit."""
    counts: list[Count] = []
    barred: dict[str, str] = {}
    for part in filter(None, (p.strip() for p in text.split("|"))):
        name, equals, number = part.partition("=")
        if not equals:
            raise RosterError(f"{where}: expected SHIFT=MAXIMUM, found {part}")
        shift, most = draft.shift(name.strip(), where), whole(number, where)
        if most == 0:
            barred[shift] = "at most 0"
        elif most < draft.days:
            counts.append(Count(f"shifts_{shift}", frozenset([shift]), most))
    return tuple(counts), barred


def _days_off(draft: _Draft, fields: list[str], where: str) -> None:
    person = draft.person(fields[0], where)
    days = {draft.day(text, where): "day off" for text in fields[1:] if text}
    draft.people[person.id] = replace(person, days_off={**person.days_off, **days})


def _request(on: bool) -> Callable[[_Draft, list[str], str], None]:
    def read(draft: _Draft, fields: list[str], where: str) -> None:
        name, day, shift, weight = fields
        person = draft.person(name, where)
        wish = Wish(
            draft.day(day, where), draft.shift(shift, where), on, whole(weight, where), "request"
        )
        draft.people[name] = replace(person, wishes=(*person.wishes, wish))

    return read


def _cover(draft: _Draft, fields: list[str], where: str) -> None:
    day, shift, wanted, under, over = fields
    draft.cover.append(
        Cover(
            draft.day(day, where),
            draft.shift(shift, where),
            whole(wanted, where),
            whole(under, where),
            whole(over, where),
        )
    )


_SECTIONS: dict[str, tuple[int, int, Callable[[_Draft, list[str], str], None]]] = {
    "SECTION_HORIZON": (1, 1, _horizon),
    "SECTION_SHIFTS": (3, 3, _shift),
    "SECTION_STAFF": (8, 8, _staff),
    "SECTION_DAYS_OFF": (1, 400, _days_off),
    "SECTION_SHIFT_ON_REQUESTS": (4, 4, _request(True)),
    "SECTION_SHIFT_OFF_REQUESTS": (4, 4, _request(False)),
    "SECTION_COVER": (5, 5, _cover),
}
