"""All writes of the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from django.db import connection, transaction

from nuanxin.domains.ledger.carrier import read_facts
from nuanxin.domains.ledger.evaluation import Evaluation, LoadError, Summary, opened
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.reconcile import Change, from_csv, from_query, reconcile
from nuanxin.domains.states import OPEN

__all__ = ["Change", "LoadError", "Loaded", "load_evaluation"]

KEYS = {
    "ledger_unit": ("unit_id",),
    "ledger_subject": ("kind", "subject_id"),
    "ledger_obligation": ("obligation_id",),
    "ledger_criterion": ("obligation_id", "position"),
    "ledger_fact": ("table", "key"),
    "ledger_set_aside": ("position",),
}

TALLY = """
    select provision, measure, state, coalesce(quantity_unit, ''), coalesce(district, ''),
           coalesce(unit_kind, ''), count(*), count(distinct owner_unit_id),
           coalesce(sum(quantity), 0), coalesce(sum(quantity_met), 0)
    from ledger_obligation where run_id = %s group by 1, 2, 3, 4, 5, 6"""

FLOW = """
    select day, coalesce(district, ''), coalesce(unit_kind, ''), sum(arose), sum(due)
    from (
        select period_start as day, district, unit_kind, 1 as arose, 0 as due
        from ledger_obligation where run_id = %s and state = any(%s)
        union all
        select due_on, district, unit_kind, 0, 1
        from ledger_obligation where run_id = %s and state = any(%s)
    ) as open where day is not null group by 1, 2, 3"""


@dataclass(frozen=True)
class Loaded:
    """The run that now stands for its pack, and what was written to each table."""

    run: Run
    changes: dict[str, Change]


def load_evaluation(
    out: Path, facts: duckdb.DuckDBPyConnection | Path, *, pack: str | None = None
) -> Loaded:
    """Load an evaluation's folder into the ledger in one transaction.

    ``out`` holds obligations.parquet, criteria.parquet, summary.json and perhaps set_aside;
    ``facts`` is what it was evaluated from: a DuckDB connection with schema ``facts``, or the
    folder of fact files. The run of the same pack is replaced by writing only what differs, so
    the same output twice changes nothing; when anything fails the ledger stays as it was.
    Raises LoadError when the folder is not an evaluation (of ``pack``, when given).
    """
    summary = Summary.read(out)
    if pack not in (None, summary.pack):
        raise LoadError(f"{out} was evaluated by {summary.pack}, not by {pack}")
    with (
        _connected(facts, summary.as_of) as con,
        opened(out, con, summary) as evaluation,
        transaction.atomic(),
    ):
        return _load(evaluation)


def _load(evaluation: Evaluation) -> Loaded:
    run = _run(evaluation.summary)
    changes: dict[str, Change] = {}
    with TemporaryDirectory(prefix="nuanxin-") as folder:
        for table, key in KEYS.items():
            path = Path(folder) / f"{table}.csv"
            columns = evaluation.write(table, path)
            changes[table] = reconcile(table, key, run.pk, from_csv(path, columns))
            path.unlink()
    if not changes["ledger_obligation"].nothing:
        _count(run, changes)
    return Loaded(run, changes)


def _count(run: Run, changes: dict[str, Change]) -> None:
    """Count anew what the board shows."""
    changes["ledger_tally"] = reconcile(
        "ledger_tally",
        ("provision", "state", "quantity_unit", "district", "unit_kind"),
        run.pk,
        from_query(TALLY, run.pk),
    )
    changes["ledger_flow"] = reconcile(
        "ledger_flow",
        ("day", "district", "unit_kind"),
        run.pk,
        from_query(FLOW, run.pk, list(OPEN), run.pk, list(OPEN)),
    )


def _run(summary: Summary) -> Run:
    """The run of the summary's pack, locked until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [f"ledger {summary.pack}"])
    values = asdict(summary)
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
