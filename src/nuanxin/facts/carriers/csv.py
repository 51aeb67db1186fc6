"""Facts in CSV: a file per table, UTF-8, comma, the first line its header."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import duckdb

from nuanxin.facts.carriers.plain_csv import stage_plain
from nuanxin.facts.carriers.source import (
    Given,
    NumberedRow,
    Source,
    is_blank,
    no_header,
    read_header,
    stage_texts,
)
from nuanxin.facts.errors import FactsError
from nuanxin.policy.contract import TABLE, Table

_END = "\0end of the file\0"


@dataclass(frozen=True)
class CsvFile:
    """One CSV file that holds a table."""

    table: Table
    path: Path

    @property
    def file(self) -> str:
        """The file name."""
        return self.path.name

    def stage(self, con: duckdb.DuckDBPyConnection) -> Source:
        """Read the file into ``reading``."""
        rows = records(self.path)
        first = next(rows, None)
        if first is None or first[0] != 1 or is_blank(first[1]):
            raise no_header(self.file)
        header = read_header(self.table, self.file, first[1])
        plain = stage_plain(con, self.table, self.path, header)
        return plain or stage_texts(con, self.table, self.file, header, rows)


def given(path: Path) -> list[Given]:
    """The table of a CSV file, if its name is a table's."""
    table = TABLE.get(path.stem)
    return [CsvFile(table, path)] if table else []


def records(path: Path) -> Iterator[NumberedRow]:
    """The rows of a CSV file with their numbers; blank lines are skipped but counted (R8)."""
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for cells in csv.reader(chain(lines, [_END])):
                number += 1
                if cells == [_END]:
                    return
                if not _is_blank_line(cells):
                    yield number, cells
    except UnicodeDecodeError:
        what = f"is not UTF-8 after row {number}"
        raise FactsError(path.name, what, "save it as CSV UTF-8") from None
    except csv.Error as error:
        raise FactsError(path.name, f"row {number + 1}: {error}", "mend that row") from None
    except OSError as error:
        what = f"cannot be opened ({error.strerror})"
        raise FactsError(path.name, what, "see that it can be read") from None
    raise FactsError(path.name, f"row {number}: a quote is not closed", "close or double it")


def _is_blank_line(cells: list[str]) -> bool:
    # The reader gives no cell for an empty line, but one empty cell for a line of two quotes.
    return not cells or (len(cells) == 1 and cells[0] != "" and not cells[0].strip())
