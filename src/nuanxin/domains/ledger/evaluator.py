"""Evaluating again for the ledger: the seam between where facts live and what is owed.

Facts are those of the live city, or of the folder that was loaded; a run says which.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import duckdb
from django.db import connection, transaction

from nuanxin.domains.ledger import live_facts, one_person
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.moment import alone
from nuanxin.domains.rules.standing import in_force
from nuanxin.engines import output
from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.elsewhere import bring_back
from nuanxin.engines.postgres import Postgres
from nuanxin.facts import Report, load_facts
from nuanxin.packs import load_pack
from nuanxin.policy import evaluate as policy
from nuanxin.policy.contract import TABLE
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


def _silent(_what: str, _share: float) -> None: ...


@dataclass(frozen=True)
class Rules:
    """By which rules to evaluate: those in force here, as of the run's day, unless told otherwise.

    ``parameters`` are other rules than today's, as those of a rule being tried; with ``known``
    they are those published by that day; ``provisions`` computes only some.
    """

    parameters: Parameters | None = None
    as_of: date | None = None
    known: date | None = None
    provisions: frozenset[str] | None = None
    on_progress: policy.Progress = _silent

    def asked(self, run: Run, subject: str | None, absent: frozenset[str]) -> policy.Run:
        """What to evaluate for a run that stands."""
        pack = load_pack(run.pack)
        rules = self.parameters or in_force(pack)
        money = self.provisions is None or "M09-1" in self.provisions
        return policy.Run(
            pack,
            self.as_of or run.as_of,
            rules.as_known(self.known) if self.known else rules,
            absent - set(live_facts.RECORDED),
            subject,
            provisions=self.provisions,
            known=self.known,
            also=(pack.days,) if money and pack.days else (),
        )


class FolderEvaluator(Rules):
    """Reads the folder a run was loaded from; what the ledger itself recorded is added to it."""

    @contextmanager
    def evaluated(self, run: Run, subject: str | None) -> Iterator[Result]:
        """Facts of the folder and of the ledger, evaluated as of the run's day."""
        started = time.perf_counter()
        with working() as (place, engine):
            report = read_facts_of(run, engine, self.as_of or run.as_of)
            asked = self.asked(run, subject, frozenset(report.absent_tables))
            policy.evaluate(asked, engine, self.on_progress)
            yield _written(engine, asked, report, place / "out", started)


class LiveEvaluator(Rules):
    """Reads the live city: one subject in PostgreSQL where its rows are, everybody in DuckDB.

    All of it, and what is done with the result, is one transaction, and one at a time for a
    pack: what was read first is also written first. A person alone is judged in a session that
    is kept, which reads what is committed; within somebody's transaction, in that transaction.
    """

    @contextmanager
    def evaluated(self, run: Run, subject: str | None) -> Iterator[Result]:
        """The live facts, evaluated as of the run's day."""
        started = time.perf_counter()
        sees_all = not connection.in_atomic_block
        with transaction.atomic(), working() as (place, engine):
            alone(run.pack)
            if subject is None:
                report = live_facts.read_all(engine)
                asked = self.asked(run, None, frozenset(report.absent_tables))
                policy.evaluate(asked, engine, self.on_progress)
            else:
                absent = live_facts.absent_tables()
                report = Report({}, unknown=0, suspect=0, absent_tables=absent)
                asked = self.asked(run, subject, frozenset(absent))
                if sees_all and subject.startswith("person:"):
                    one_person.judge(asked, engine)
                else:
                    _evaluate_here(asked, engine)
                live_facts.read_named(engine)
            done = _written(engine, asked, report, place / "out", started)
            for kind in ("parquet", "csv"):
                (done.out / f"set_aside.{kind}").unlink()  # what imports refused is told elsewhere
            yield done


def evaluator(run: Run, **rules: Any) -> Evaluator:
    """The evaluator of the facts that a run stands on; ``rules`` are the fields of Rules."""
    live = run.source == live_facts.LIVE
    return LiveEvaluator(**rules) if live else FolderEvaluator(**rules)


def read_facts_of(run: Run, engine: DuckDB, as_of: date) -> Report:
    """Bring the facts that a run stands on into an engine; NoSource when they are nowhere."""
    if run.source == live_facts.LIVE:
        return live_facts.read_all(engine)
    folder = Path(run.source)
    if not run.source or not folder.is_dir():
        raise NoSource(f"the facts of {run.pack} are not in a folder; load from one again")
    report = load_facts(folder, engine.connection, as_of)
    add_recorded(engine)
    return report


def _evaluate_here(asked: policy.Run, engine: DuckDB) -> None:
    """Evaluate in the transaction's own session, and bring the rows to DuckDB."""
    connection.ensure_connection()
    with Postgres(connection.connection, facts="facts") as there:
        policy.evaluate(asked, there)
        bring_back(asked, engine, there)


@contextmanager
def working() -> Iterator[tuple[Path, DuckDB]]:
    """A folder and an engine that are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="nuanxin-") as place:
        engine = DuckDB(Path(place) / "spill")
        try:
            yield Path(place), engine
        finally:
            engine.connection.close()


def _written(
    engine: DuckDB, asked: policy.Run, report: Report, out: Path, started: float
) -> Result:
    output.write(engine, asked, report, out, time.perf_counter() - started)
    return Result(out, engine.connection)


def add_recorded(engine: DuckDB) -> None:
    """Add the live deliveries and waivers to the facts; an id that the facts have stays theirs."""
    recorded = DuckDB()
    live_facts.read_tables(recorded, *live_facts.RECORDED)
    for name in live_facts.RECORDED:
        key = TABLE[name].key[0]
        engine.connection.register("recorded", recorded.connection.table(f"facts.{name}").arrow())
        engine.execute(
            f"INSERT INTO facts.{name} BY NAME FROM recorded ANTI JOIN facts.{name} USING ({key})"
        )
        engine.connection.unregister("recorded")
    recorded.connection.close()
