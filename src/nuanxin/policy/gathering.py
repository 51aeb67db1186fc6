"""Golden cases gathered into one city: cases of one day run together, told apart by their ids.

Every id of a case is written behind the case's number, so its people, units and fields meet those
of no other. What is said of the whole city (ends of the task, workdays, absent tables) cannot be
told apart: cases that differ in it, or in the as-of day, stand in different gatherings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nuanxin.policy.cases import Case, Facts, differences
from nuanxin.policy.contract import TABLE

Row = Mapping[str, object]

_MARK = "/"
_NAMES = ("arranged_by", "reported_by", "policy_no", "field", "fields", "table_code")
_CITY_WIDE = ("task_end", "task_reopened")
_WORD = re.compile(r"[^\d]+")
"""A counterpart without a digit is a kind of act (``pool``, ``certificate``) and names nobody."""


@dataclass(frozen=True)
class Gathering:
    """Cases that share the day and what is said of the whole city; ``facts`` are all of theirs."""

    as_of: date
    tables_absent: tuple[str, ...]
    cases: tuple[Case, ...]
    facts: Facts

    @property
    def provisions(self) -> frozenset[str]:
        """The provisions that the cases are about."""
        return frozenset(case.provision for case in self.cases)

    @property
    def days(self) -> tuple[date, date]:
        """The years in which the cases play, with two to either side."""
        years = {self.as_of.year} | {
            value.year
            for table, rows in self.facts.items()
            for row in rows
            for column, value in row.items()
            if isinstance(value, date) and not _is_of_a_life(table, column)
        }
        return date(max(min(years) - 2, 1970), 1, 1), date(min(max(years) + 2, 2099), 12, 31)

    def faults(self, rows: Iterable[Row]) -> dict[int, list[str]]:
        """What the given rows say differently from a case, by its place here; agreeing ones lack.

        A row that carries no case's number could be of each case.
        """
        own: dict[int, list[Row]] = {}
        anybody: list[Row] = []
        for row in rows:
            number, told, _ = str(row["subject_id"] or "").partition(_MARK)
            if told:
                own.setdefault(int(number), []).append(_without_number(row))
            else:
                anybody.append(row)
        found = {
            place: differences(case, [*own.get(place, ()), *anybody])
            for place, case in enumerate(self.cases)
        }
        return {place: lines for place, lines in found.items() if lines}


def gather(cases: Sequence[Case]) -> list[Gathering]:
    """The cases in as few gatherings as can be, larger ones first."""
    groups: dict[object, list[Case]] = {}
    for case in cases:
        groups.setdefault(_of_the_city(case), []).append(case)
    return [gathered(group) for group in sorted(groups.values(), key=len, reverse=True)]


def gathered(cases: Sequence[Case]) -> Gathering:
    """One gathering of cases that may stand together, or of a single one."""
    first = cases[0]
    facts: Facts = {table: [] for table in first.facts}
    for place, case in enumerate(cases):
        for table, rows in case.facts.items():
            facts[table] += (_numbered(table, row, place) for row in rows)
    for table in ("calendar", "declarations"):
        if table in facts:
            facts[table] = _each_once(facts[table])
    return Gathering(first.as_of, first.tables_absent, tuple(cases), facts)


def _of_the_city(case: Case) -> object:
    ends = [
        (row["date"], row["kind"])
        for row in case.facts.get("declarations", ())
        if row["kind"] in _CITY_WIDE
    ]
    days = [tuple(row.values()) for row in case.facts.get("calendar", ())]
    return (case.as_of, tuple(sorted(ends, key=str)), tuple(days), case.tables_absent)


def _numbered(table: str, row: Row, place: int) -> dict[str, object]:
    def number(value: object) -> object:
        return f"{place:04}{_MARK}{value}" if isinstance(value, str) and value else value

    def is_id(column: str, value: object) -> bool:
        if column == "counterpart_id" and isinstance(value, str) and _WORD.fullmatch(value):
            return False
        return _is_name(table, column)

    city_wide = table == "declarations" and row["kind"] in _CITY_WIDE
    return {
        column: _each(value, number) if not city_wide and is_id(column, value) else value
        for column, value in row.items()
    }


def _each(value: object, change: Callable[[object], object]) -> object:
    return [change(item) for item in value] if isinstance(value, list) else change(value)


def _is_name(table: str, column: str) -> bool:
    contract = TABLE[table].column(column)
    return not contract.vocabulary and (column.endswith("_id") or column in _NAMES)


def _is_of_a_life(table: str, column: str) -> bool:
    contract = TABLE[table].column(column)
    return contract.kind == "date" and not contract.dated


def _each_once(rows: Iterable[Row]) -> list[dict[str, object]]:
    found = {tuple(row.values()): dict(row) for row in rows}
    return list(found.values())


def _without_number(row: Row) -> dict[str, object]:
    return {
        name: value.partition(_MARK)[2]
        if isinstance(value, str) and name in ("subject_id", "owner_unit_id") and _MARK in value
        else value
        for name, value in row.items()
    }
