"""Evaluating again for the ledger: the seam between where facts live and what is owed.

Today facts come from the folder that was loaded; what the ledger itself recorded (deliveries,
waivers) is added to them. A live source is another ``Evaluator``.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

import duckdb

from nuanxin.domains.ledger.models import Delivery, Run, Waiver
from nuanxin.engines import output
from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts import load_facts
from nuanxin.packs import load_pack
from nuanxin.policy import evaluate as policy
from nuanxin.policy.parameters import Parameters


class NoSource(RuntimeError):
    """The run's facts are nowhere to be read again; the message says what to do."""


@dataclass(frozen=True)
class Result:
    """What an evaluation wrote, and the facts it was made from."""

    out: Path
    facts: duckdb.DuckDBPyConnection


class Evaluator(Protocol):
    """Evaluates everybody, or one subject, for a run that stands."""

    def evaluated(self, run: Run, subject: str | None) -> AbstractContextManager[Result]:
        """The evaluation, for a ``with``; its folder is gone afterwards."""


@dataclass(frozen=True)
class FolderEvaluator:
    """Reads the folder a run was loaded from.

    ``parameters`` are other rules than today's, as those of a rule being tried; with ``known``
    they are those published by that day; ``provisions`` computes only some.
    """

    parameters: Parameters | None = None
    as_of: date | None = None
    known: date | None = None
    provisions: frozenset[str] | None = None

    @contextmanager
    def evaluated(self, run: Run, subject: str | None) -> Iterator[Result]:
        """Facts of the folder and of the ledger, evaluated as of the run's day."""
        folder = Path(run.source)
        if not run.source or not folder.is_dir():
            raise NoSource(f"the facts of {run.pack} are not in a folder; load from one again")
        started, pack, day = time.perf_counter(), load_pack(run.pack), self.as_of or run.as_of
        with tempfile.TemporaryDirectory(prefix="nuanxin-") as place:
            engine = DuckDB(Path(place) / "spill")
            report = load_facts(folder, engine.connection, day)
            add_recorded(engine.connection)
            rules = self.parameters or pack.parameters
            money = self.provisions is None or "M09-1" in self.provisions
            asked = policy.Run(
                pack,
                day,
                rules.as_known(self.known) if self.known else rules,
                frozenset(report.absent_tables) - {"deliveries", "waivers"},
                subject,
                provisions=self.provisions,
                known=self.known,
                also=(pack.days,) if money and pack.days else (),
            )
            policy.evaluate(asked, engine)
            out = Path(place) / "out"
            output.write(engine, asked, report, out, time.perf_counter() - started)
            yield Result(out, engine.connection)
            engine.connection.close()


def add_recorded(con: duckdb.DuckDBPyConnection) -> None:
    """Add what the ledger recorded to the facts; an id that the facts have stays theirs."""
    for model, table in ((Delivery, "deliveries"), (Waiver, "waivers")):
        names = [field.attname for field in model._meta.concrete_fields]
        rows = list(model.objects.values_list(*names))
        if not rows:
            continue
        columns, marks = ", ".join(names), ", ".join("?" * len(names))
        con.executemany(
            f"insert into facts.{table} ({columns}) select {marks}"
            f" where ? not in (select {names[0]} from facts.{table})",
            [(*row, row[0]) for row in rows],
        )


def evaluator() -> Evaluator:
    """The evaluator of this installation."""
    return FolderEvaluator()
