"""All writes of the ledger: loads here, what people do in ``deeds``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import duckdb
from django.db import transaction
from django.db.models import Count
from psycopg import sql

from nuanxin.domains.ledger.carrier import read_facts
from nuanxin.domains.ledger.counting import count_all, recounted
from nuanxin.domains.ledger.deeds import (
    DeedRefused,
    answer,
    decide,
    deliver,
    dispute,
    plan,
    propose,
    record_delivery,
    waive,
)
from nuanxin.domains.ledger.evaluation import Evaluation, LoadError, Summary, opened
from nuanxin.domains.ledger.evaluator import LiveEvaluator
from nuanxin.domains.ledger.live_facts import LIVE
from nuanxin.domains.ledger.matching import match
from nuanxin.domains.ledger.models import Load, Run, SetAside
from nuanxin.domains.ledger.moment import begin
from nuanxin.domains.ledger.reconcile import ALL, EVERY, NONE, Change, Target, from_csv, reconcile

__all__ = [
    "Change",
    "DeedRefused",
    "LoadError",
    "Loaded",
    "answer",
    "decide",
    "deliver",
    "dispute",
    "load_evaluation",
    "load_live",
    "plan",
    "propose",
    "record_delivery",
    "waive",
]

Source = Path | Literal["live"] | None
"""Where facts are to be read again: a folder, the live city, or nowhere told."""
KEYS = {
    "ledger_unit": ("unit_id",),
    "ledger_subject": ("kind", "subject_id"),
    "ledger_obligation": ("obligation_id",),
    "ledger_criterion": ("obligation_id", "criterion"),
    "ledger_fact": ("table", "key"),
    "ledger_set_aside": ("position",),
    "ledger_person_day": ("person_id", "date"),
}
RUN_ONLY = ("subject", "provisions", "counted")
"""What a summary says beside the columns of a run."""


@dataclass(frozen=True)
class Loaded:
    """The run that now stands for its pack, and what was written to each table."""

    run: Run
    changes: dict[str, Change]

    @property
    def nothing(self) -> bool:
        """Whether the ledger already was as evaluated."""
        return all(change.nothing for change in self.changes.values())


def load_evaluation(
    out: Path,
    facts: duckdb.DuckDBPyConnection | Path,
    *,
    pack: str | None = None,
    source: Source = None,
    by: str = "system",
    reason: str = "",
) -> Loaded:
    """Load an evaluation's folder into the ledger in one transaction.

    ``out`` holds obligations.parquet, criteria.parquet, summary.json and perhaps set_aside and
    person_days; ``facts`` is what it was evaluated from: a DuckDB connection with schema
    ``facts`` (``source`` names its folder, or the live city, so that one person can be evaluated
    again), or the folder of fact files. Only differences are written, so the same output
    twice changes nothing; what the evaluation no longer finds is withdrawn and stays in the
    history. An evaluation of one subject, or by some provisions, speaks for them alone. When
    anything fails,
    or the folder is not whole, the ledger stays as it was. Raises LoadError when the folder is
    not an evaluation (of ``pack``, when given).
    """
    summary = Summary.read(out)
    if pack not in (None, summary.pack):
        raise LoadError(f"{out} was evaluated by {summary.pack}, not by {pack}")
    if source is None and isinstance(facts, Path):
        source = facts
    with (
        _connected(facts, summary.as_of) as con,
        opened(out, con, summary) as evaluation,
        transaction.atomic(),
    ):
        begin(summary.pack)
        load = _load_all if summary.is_whole else _load_part
        return load(evaluation, source, by, reason)


def load_live(
    pack: str,
    as_of: date,
    *,
    aside: duckdb.DuckDBPyConnection | None = None,
    by: str = "system",
    reason: str = "",
) -> Loaded:
    """Evaluate the live city as of a day and let the ledger of a pack stand on it.

    ``aside`` holds what an import refused (``facts.set_aside``); without it what is listed stays.
    """
    run = Run.objects.filter(pack=pack).first() or Run(pack=pack)
    run.as_of = as_of
    with LiveEvaluator().evaluated(run, None) as done:
        if aside is not None:
            target = str(done.out / "set_aside.parquet").replace("'", "''")
            aside.execute(f"COPY facts.set_aside TO '{target}' (FORMAT parquet)")
        return load_evaluation(done.out, done.facts, pack=pack, source=LIVE, by=by, reason=reason)


def _load_all(evaluation: Evaluation, source: Source, by: str, reason: str) -> Loaded:
    run = _run(evaluation.summary, source)
    changes = _reconciled(evaluation, run, dict.fromkeys(_brought(evaluation), ALL))
    if not changes["ledger_obligation"].nothing:
        changes |= count_all(run)
    if run.source == LIVE:
        _count_aside(run)
    _note(run, evaluation.summary, changes, "", by, reason)
    return Loaded(run, changes)


def _count_aside(run: Run) -> None:
    """What imports set aside is part of what was read, also when the live city is evaluated."""
    kinds = dict(
        SetAside.objects.filter(run=run).values_list("kind").annotate(Count("pk")).order_by("kind")
    )
    aside, kept = kinds.get("row", 0), run.rows["kept"]
    run.rows = {"read": kept + aside, "kept": kept, "set_aside": aside}
    run.cells = {"unknown": kinds.get("cell", 0), "suspect": kinds.get("suspect", 0)}
    run.save(update_fields=["rows", "cells"])


def _brought(evaluation: Evaluation) -> list[str]:
    """The tables that a whole evaluation brings; it may say nothing of what was set aside."""
    return [name for name in KEYS if name != "ledger_set_aside" or evaluation.tells_aside]


def _load_part(evaluation: Evaluation, source: Source, by: str, reason: str) -> Loaded:
    """Load what was found of one subject, or by some provisions: it speaks for them alone."""
    summary = evaluation.summary
    run = Run.objects.filter(pack=summary.pack).first()
    scope = " ".join(filter(None, [summary.subject, *(summary.provisions or ())]))
    if run is None and summary.subject is None:
        run = _run(summary, source)
    if run is None:
        raise LoadError(f"evaluate everybody before {scope}: no run of {summary.pack} stands")
    if run.as_of != summary.as_of:
        raise LoadError(
            f"{scope} was evaluated as of {summary.as_of}, the ledger stands as of {run.as_of};"
            " evaluate for that day"
        )
    own = _own(summary)
    with recounted(run, own):
        changes = _reconciled(evaluation, run, _within(summary, run, own))
    _note(run, summary, changes, scope, by, reason)
    return Loaded(run, changes)


def _own(summary: Summary) -> sql.Composable:
    """The condition on the obligations that a part speaks for."""
    conditions: list[sql.Composable] = []
    if summary.subject is not None:
        kind, _, name = summary.subject.partition(":")
        conditions.append(sql.SQL("subject_kind = {} and subject_id = {}").format(kind, name))
    if summary.provisions is not None:
        conditions.append(sql.SQL("provision = any({})").format(list(summary.provisions)))
    return sql.SQL(" and ").join(conditions)


def _within(summary: Summary, run: Run, own: sql.Composable) -> dict[str, sql.Composable | None]:
    """Of each table that a part brings, in order, what it may remove."""
    days: sql.Composable = EVERY
    if summary.subject is not None:
        days = sql.SQL("person_id = {}").format(summary.subject.partition(":")[2])
    reasons = sql.SQL(
        "obligation_id in (select obligation_id from ledger_obligation where run_id = {} and {})"
    ).format(run.pk, own)
    tables: dict[str, sql.Composable | None] = {
        "ledger_unit": NONE,
        "ledger_subject": _without_others(summary, own),
        "ledger_criterion": reasons,
        "ledger_obligation": own,
        "ledger_fact": NONE,
    }
    if summary.provisions is None or "M09-1" in summary.provisions:
        tables["ledger_person_day"] = days
    return tables


def _without_others(summary: Summary, own: sql.Composable) -> sql.Composable:
    """The condition on subjects of whom no obligation is left that the part does not speak for."""
    others = sql.SQL(
        "not exists (select from ledger_obligation as other where other.run_id = old.run_id"
        " and other.subject_kind = old.kind and other.subject_id = old.subject_id and not ({}))"
    ).format(own)
    if summary.subject is None:
        return others
    kind, _, name = summary.subject.partition(":")
    return sql.SQL("old.kind = {} and old.subject_id = {} and {}").format(kind, name, others)


def _reconciled(
    evaluation: Evaluation, run: Run, within: dict[str, sql.Composable | None]
) -> dict[str, Change]:
    """Each table brought to what was evaluated, in order."""
    changes: dict[str, Change] = {}
    with TemporaryDirectory(prefix="nuanxin-") as folder:
        for table, condition in within.items():
            path = Path(folder) / f"{table}.csv"
            columns = evaluation.write(table, path, run.pk)
            matched = match if table == "ledger_obligation" else None
            target = Target(table, KEYS[table], condition, matched)
            changes[table] = reconcile(target, run.pk, from_csv(path, columns))
            path.unlink()
    return changes


def _note(
    run: Run, summary: Summary, changes: dict[str, Change], scope: str, by: str, reason: str
) -> None:
    """Write down a load that changed something."""
    if all(change.nothing for change in changes.values()):
        return
    of = changes["ledger_obligation"]
    Load.objects.create(
        run=run,
        as_of=summary.as_of,
        scope=scope,
        version=summary.version,
        by=by,
        reason=reason,
        added=of.added,
        changed=of.changed,
        withdrawn=of.removed,
    )


def _run(summary: Summary, source: Source) -> Run:
    """The run of the summary's pack."""
    values = {name: value for name, value in asdict(summary).items() if name not in RUN_ONLY}
    if source is not None:
        values["source"] = str(source.absolute()) if isinstance(source, Path) else source
    run, _ = Run.objects.get_or_create(pack=summary.pack, defaults=values)
    if any(getattr(run, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(run, name, value)
        run.save()
    return run


@contextmanager
def _connected(
    facts: duckdb.DuckDBPyConnection | Path, as_of: date
) -> Iterator[duckdb.DuckDBPyConnection]:
    if not isinstance(facts, Path):
        yield facts
        return
    with read_facts(facts, as_of) as con:
        yield con
