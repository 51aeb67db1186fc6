"""Spark as an engine: here as ``local[2]``, elsewhere wherever ``spark.master`` points to.

A stage is a Parquet folder with a view on it, so that a plan never grows over more than one stage
and Spark knows how large each table is. (Rows held by a local checkpoint ran out of memory.)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TypeVar

from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import StructType

from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.java import java_home
from nuanxin.engines.sql import CALENDAR, literal_file, placed
from nuanxin.policy.contract import TABLES

SETTINGS = {
    "spark.driver.memory": "2g",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.session.timeZone": "UTC",  # local times are taken as they are
    "spark.sql.parquet.inferTimestampNTZ.enabled": "false",
    "spark.sql.ansi.doubleQuotedIdentifiers": "true",
    "spark.buffer.pageSize": "1m",  # a page is cleared for every sort, of few rows too
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
}
PORTION = 8  # items a core between two looks at what is done
Item = TypeVar("Item")
Result = TypeVar("Result")
FEW = 1_000_000
"""Up to so many rows of attendance, planning costs more than the work itself."""
PLAINLY = {
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
}
"""What is set for few rows: no code is compiled for each stage, no plan is made twice."""
_QUIET = """rootLogger.level = error
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %m%n
"""

__all__ = ["PySparkException", "Spark"]


class Spark:
    """A Spark session; a context manager that ends it. One at a time in a process.

    Raises NoJava when Spark cannot start, PySparkException when a text does not run.
    """

    name = "spark"

    def __init__(self, master: str = "local[2]") -> None:
        self._folder = TemporaryDirectory(prefix="nuanxin-spark-")
        root = Path(self._folder.name)
        needed = {
            "JAVA_HOME": str(java_home(root / "java")),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "PYSPARK_PYTHON": os.environ.get("PYSPARK_PYTHON", sys.executable),
        }
        log = root / "log4j2.properties"
        log.write_text(_QUIET, encoding="utf-8")
        builder = SparkSession.builder.master(master).appName("nuanxin")
        places = {
            "spark.sql.warehouse.dir": str(root / "warehouse"),
            "spark.local.dir": str(root / "local"),
            "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={log}",
        }
        for name, value in (SETTINGS | places).items():
            builder = builder.config(name, value)
        with _environment(needed):
            self.session = builder.getOrCreate()
        self._tables: dict[str, _Table] = {}
        self._written = 0

    def __enter__(self) -> Spark:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.session.stop()
        self._folder.cleanup()

    def each(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """A plain function of plain values on each item, in the workers; portion by portion."""
        context = self.session.sparkContext
        size = PORTION * context.defaultParallelism
        for begin in range(0, len(items), size):
            part = items[begin : begin + size]
            yield from context.parallelize(part, len(part)).map(function).collect()

    def clear(self) -> None:
        """Forget every table of ``run`` and ``out``."""
        for table in self._tables:
            self.session.catalog.dropTempView(_view(*table.split(".")))
        self._tables.clear()

    def build(self, table: str, query: str, *, append: bool = False) -> None:
        """Make a table anew of the rows of a query, or add them to it."""
        (self._add if append else self._keep)(table, self._rows(query))

    def amend(self, table: str, column: str, value: str, where: str) -> None:
        """Set a column to an SQL value in the rows for which a condition is true."""
        names = self._rows(f"SELECT * FROM {table}").columns
        changed = ", ".join(f"{value} AS {n}" if n == column else n for n in names)
        rest = self._others(table, where)
        self._keep(table, self._rows(f"SELECT {changed} FROM {table} WHERE {where}").union(rest))

    def remove(self, table: str, where: str) -> None:
        """Take out the rows for which a condition is true."""
        self._keep(table, self._others(table, where))

    def press(self) -> None:
        """Keep what stands in less room: it is kept in files as it is."""

    def forget(self, table: str) -> None:
        """Give back the room of a table that is not read again."""
        if self._tables.pop(table, None) is not None:
            self.session.catalog.dropTempView(_view(*table.split(".")))

    def fetch(self, query: str) -> list[tuple[object, ...]]:
        """Run one query and return its rows."""
        return [tuple(row) for row in self._rows(query).collect()]

    def take(self, facts: DuckDB) -> None:
        """Copy in the facts that DuckDB has read, by way of Parquet."""
        ((rows,),) = facts.fetch("SELECT count(*) FROM facts.attendance")
        for name, value in PLAINLY.items():
            if int(str(rows)) <= FEW:
                self.session.conf.set(name, value)
            else:
                self.session.conf.unset(name)
        for table in (*TABLES, CALENDAR):
            file = Path(self._folder.name) / f"{table.name}.parquet"
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            facts.execute(
                f"COPY (SELECT {columns} FROM facts.{table.name}) TO {literal_file(file)}"
                " (FORMAT parquet)"
            )
            self.session.read.parquet(str(file)).createOrReplaceTempView(_view("facts", table.name))

    def give(self, table: str, columns: Mapping[str, str], folder: Path) -> str:
        """Write a table into the folder; what DuckDB reads it from."""
        place = folder / table
        self._rows(f"SELECT {', '.join(columns)} FROM {table}").write.parquet(str(place))
        return f"read_parquet({literal_file(place / '*.parquet')})"

    def _rows(self, query: str) -> DataFrame:
        return self.session.sql(placed(query, self._seen).replace(" AS VARCHAR)", " AS STRING)"))

    def _seen(self, schema: str, table: str) -> str:
        """The view on a table, made again when rows came in since: files are listed only then."""
        view, of = _view(schema, table), self._tables.get(f"{schema}.{table}")
        if of is not None and not of.is_seen:
            self.session.read.schema(of.kinds).parquet(str(of.place)).createOrReplaceTempView(view)
            of.is_seen = True
        return view

    def _others(self, table: str, where: str) -> DataFrame:
        return self._rows(f"SELECT * FROM {table} WHERE NOT coalesce({where}, FALSE)")

    def _keep(self, table: str, rows: DataFrame) -> None:
        self._written += 1
        place = Path(self._folder.name) / f"{table}.{self._written}"
        self._tables[table] = _Table(place, rows.schema)
        self._write(rows, place)

    def _add(self, table: str, rows: DataFrame) -> None:
        """As in any table, what is added takes the types that are there."""
        into = self._tables[table]
        into.is_seen = False
        rows = rows.select(*(rows[kind.name].cast(kind.dataType) for kind in into.kinds))
        self._write(rows, into.place)

    def _write(self, rows: DataFrame, place: Path) -> None:
        parts = self.session.sparkContext.defaultParallelism
        rows.coalesce(parts).write.mode("append").parquet(str(place))


@dataclass
class _Table:
    """A folder of Parquet files, and whether the view on it knows them all."""

    place: Path
    kinds: StructType
    is_seen: bool = False


@contextmanager
def _environment(needed: Mapping[str, str]) -> Iterator[None]:
    """What Java is started with; afterwards the environment is what it was."""
    before = {name: os.environ.get(name) for name in needed}
    os.environ.update(needed)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _view(schema: str, table: str) -> str:
    return f"{schema}_{table}"
