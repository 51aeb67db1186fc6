"""Which tables a file or folder brings, and which of its sheets cannot be read, and why."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nuanxin.domains.intake.words import file_trouble
from nuanxin.facts.carriers import csv as csv_carrier
from nuanxin.facts.carriers import parquet
from nuanxin.facts.carriers.source import Given
from nuanxin.facts.dirty.grid import BOOKS, TEXTS, Cell, Grid, open_grids
from nuanxin.facts.dirty.header import find_header
from nuanxin.facts.dirty.names import EXPLAINED, EXPLANATION, LISTS, label
from nuanxin.facts.dirty.sheet import DirtySheet
from nuanxin.facts.errors import FactsError
from nuanxin.facts.words import COLUMNS, SPECIAL, TABLES, VALUES
from nuanxin.policy.contract import READING_ORDER, TABLE
from nuanxin.policy.text import Text

ORDER = {table.name: place for place, table in enumerate(READING_ORDER)}
KINDS = (*BOOKS, *TEXTS, ".parquet")


@dataclass(frozen=True)
class Unread:
    """A file or sheet that brings nothing: its name, how many filled rows it has, and why."""

    file: str
    rows: int
    reason: Text
    cells: Sequence[Sequence[Cell]] = field(default=(), repr=False, compare=False)


@dataclass
class Brought:
    """What was found in a file or folder, tables in the order in which they refer to each other."""

    given: list[Given] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def sort(self) -> None:
        """Put the tables into reading order; sheets of one table stay as they stand."""
        self.given.sort(key=lambda one: ORDER[one.table.name])


def look_at(path: Path, name: str | None = None) -> Brought:
    """Find the tables of a file, or of all files of a folder.

    ``name`` is what the file is called, when that is not the name of ``path``. A file that
    cannot be opened is an error when it was named itself, and listed when it lies in a folder.
    """
    brought = Brought()
    if path.is_dir():
        for file in sorted(path.iterdir()):
            _look_in_folder(file, brought)
    elif not path.exists():
        raise FactsError(str(path), "does not exist", "name a file or a folder of files")
    else:
        _look(path, name or path.name, brought)
    brought.sort()
    return brought


def in_order(paths: Sequence[Path]) -> list[Path]:
    """Files in the order in which their tables refer to each other."""

    def first(path: Path) -> int:
        try:
            return min((ORDER[one.table.name] for one in look_at(path).given), default=len(ORDER))
        except FactsError:
            return len(ORDER)

    return sorted(paths, key=first) if len(paths) > 1 else list(paths)


def _look_in_folder(file: Path, brought: Brought) -> None:
    if file.suffix.lower() not in KINDS or file.name.startswith((".", "~$")):
        return
    try:
        _look(file, file.name, brought)
    except FactsError as error:
        brought.unread.append(Unread(file.name, 0, file_trouble(error)))


def _look(path: Path, name: str, brought: Brought) -> None:
    if path.suffix.lower() == ".parquet":
        brought.given += parquet.given(path)
        if not parquet.given(path):
            raise FactsError(name, "is named after no table", f"as {', '.join(list(TABLE)[:3])}")
        return
    if _is_contract_csv(path):
        brought.given += csv_carrier.given(path)
        return
    grids = open_grids(path)
    for grid in grids:
        _look_at_sheet(grid, name, len(grids) > 1, brought)


def _is_contract_csv(path: Path) -> bool:
    """Whether a CSV file is the contract's own: named after a table, with its required columns."""
    table = TABLE.get(path.stem)
    if table is None or path.suffix.lower() != ".csv":
        return False
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file), [])
    except (UnicodeDecodeError, csv.Error, OSError):
        return False
    names = [cell.strip() for cell in header]
    required = {column.name for column in table.columns if column.required}
    return required <= set(names) and len(set(names)) == len(names)


def _look_at_sheet(grid: Grid, name: str, several: bool, brought: Brought) -> None:
    file = f"{name}#{grid.name}" if several else name
    rows = sum(1 for row in grid.cells if any(not isinstance(c, str) or c.strip() for c in row))
    if not rows or _is_ours(grid):
        return
    found = find_header(grid, [grid.name, Path(name).stem])
    if found is None:
        brought.unread.append(Unread(file, rows, NO_HEADER, grid.cells))
    elif found.doubled:
        brought.unread.append(Unread(file, rows, _doubled(found.doubled), grid.cells))
    elif found.missing:
        reason = _missing(found.table.name, found.missing)
        brought.unread.append(Unread(file, rows, reason, grid.cells))
    else:
        brought.given.append(DirtySheet(grid, found, file))


def _is_ours(grid: Grid) -> bool:
    """Whether a sheet is the explanation or the lists of one of our templates."""
    if grid.name == EXPLAINED:
        return tuple(grid.cells[0][: len(EXPLANATION)]) == EXPLANATION
    words = {*(words.zh for words in VALUES.values()), *(words.zh for words in SPECIAL.values())}
    return grid.name == LISTS and all(cell in words or cell == "" for r in grid.cells for cell in r)


NO_HEADER = Text(
    "前 30 行里没有找到表头；请用模板的表头",
    "no header was found in the first 30 rows; use the headings of our templates",
)


def _doubled(told: list[str]) -> Text:
    names = "、".join(told)
    return Text(
        f"表头“{names}”出现两次，分不清以哪一列为准；请删掉或改名一列",
        f"the heading {names} stands twice, and which counts cannot be known; remove or rename one",
    )


def _missing(table: str, columns: list[str]) -> Text:
    zh = "、".join(label(TABLE[table], TABLE[table].column(name)) for name in columns)
    en = ", ".join(COLUMNS[name].en for name in columns)
    return Text(
        f"像是“{TABLES[table].zh}”表，但缺少必填的列：{zh}；请加上这一列",
        f"looks like {TABLES[table].en}, but lacks required columns: {en}; add them",
    )
