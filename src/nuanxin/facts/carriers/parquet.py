"""Facts in Parquet: a file per table, properly typed or all text; the rows stay in the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from nuanxin.facts import sql
from nuanxin.facts.carriers.source import Given, Source, read_header
from nuanxin.facts.errors import FactsError
from nuanxin.policy.contract import TABLE, Table

FIRST_ROW = 2
"""The number of the first data row, as if a header stood before it (R8)."""


@dataclass(frozen=True)
class ParquetFile:
    """One Parquet file that holds a table."""

    table: Table
    path: Path

    @property
    def file(self) -> str:
        """The file name."""
        return self.path.name

    def stage(self, con: duckdb.DuckDBPyConnection) -> Source:
        """Make ``reading.<table>`` a view on the file."""
        header = read_header(self.table, self.file, self._names())
        columns = [f"c{place} AS {sql.name(name)}" for name, place in header.positions.items()]
        source = Source(self.table, self.file, {}, header.ignored, is_view=True)
        query = (
            f"SELECT file_row_number + {FIRST_ROW} AS row, {', '.join(columns)} "
            f"FROM {_scan(self.path)} AS t({', '.join(f'c{at}' for at in range(header.width))})"
        )
        try:
            con.execute(f"CREATE VIEW {source.relation} AS {query}")
            described = con.execute(f"DESCRIBE {source.relation}").fetchall()
        except duckdb.Error as error:
            raise unreadable(self.file, error) from None
        types = {name: kind for name, kind, *_ in described if name != "row"}
        return Source(self.table, self.file, types, header.ignored, is_view=True)

    def _names(self) -> list[str]:
        # DuckDB alters names that differ in letter case only, so the file itself is asked.
        try:
            return [str(name) for name in pq.read_schema(self.path).names]
        except (OSError, ValueError, pa.ArrowException) as error:
            raise unreadable(self.file, error) from None


def given(path: Path) -> list[Given]:
    """The table of a Parquet file, if its name is a table's."""
    table = TABLE.get(path.stem)
    return [ParquetFile(table, path)] if table else []


def unreadable(file: str, error: Exception) -> FactsError:
    """The error of a file that is no sound Parquet file."""
    first = str(error).strip().partition("\n")[0].rstrip(".")
    return FactsError(file, f"is not a sound Parquet file ({first})", "write it again")


def _scan(path: Path) -> str:
    options = "binary_as_string=true, file_row_number=true, hive_partitioning=false"
    return f"read_parquet({sql.literal_path(path)}, {options})"
