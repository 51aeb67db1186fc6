"""The carriers of facts in files: which file or sheet holds which table.

A carrier puts a table into the schema ``reading`` as it came: a column ``row`` (the header is
row 1) and the contract's columns that its header names, in contract order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nuanxin.facts.carriers import csv, parquet, xlsx
from nuanxin.facts.carriers.source import Given
from nuanxin.facts.errors import FactsError
from nuanxin.policy.contract import REQUIRED_TABLES, TABLE

_CARRIERS: dict[str, Callable[[Path], list[Given]]] = {
    ".csv": csv.given,
    ".parquet": parquet.given,
    ".xlsx": xlsx.given,
}


@dataclass(frozen=True)
class Folder:
    """What a folder gives: the tables by name, and the names of what is no table."""

    given: dict[str, Given]
    ignored: tuple[str, ...]


def look_into(folder: Path) -> Folder:
    """Find the tables of a folder; FactsError when it cannot hold facts at all."""
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise FactsError(str(folder), what, "name a folder with a file per table")
    given: dict[str, Given] = {}
    ignored: list[str] = []
    for path in sorted(folder.iterdir()):
        found = _tables_of(path)
        if not found:
            ignored.append(path.name)
        for one in found:
            _add(given, one)
    _all_required(folder, given)
    return Folder(given, tuple(ignored))


def _tables_of(path: Path) -> list[Given]:
    carrier = _CARRIERS.get(path.suffix.lower())
    if carrier is None or not path.is_file() or path.name.startswith((".", "~$")):
        return []
    return carrier(path)


def _add(given: dict[str, Given], one: Given) -> None:
    name = one.table.name
    if name in given:
        both = f"the table {name} is also in {given[name].file}"
        raise FactsError(one.file, both, "give each table once")
    given[name] = one


def _all_required(folder: Path, given: dict[str, Given]) -> None:
    absent = [name for name in REQUIRED_TABLES if name not in given]
    if absent:
        known = f"e.g. {absent[0]}.csv with {', '.join(_required(absent[0]))}"
        what = f"the required table {' and '.join(absent)} is absent"
        raise FactsError(str(folder), what, f"add it, {known}")


def _required(table: str) -> list[str]:
    return [column.name for column in TABLE[table].columns if column.required]
