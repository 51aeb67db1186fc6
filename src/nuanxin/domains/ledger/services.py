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
    "ledger_criterion": ("obligation_id", "criterion"),
    "ledger_fact": ("table", "key"),
    "ledger_set_aside": ("position",),
}

TALLY_KEY = ("provision", "state", "quantity_unit", "district", "unit_kind")
TALLY_COLUMNS = (
    *("run_id", "provision", "measure", "state", "quantity_unit", "district", "unit_kind"),
    *("rows", "quantity", "quantity_met"),
)
TALLY = """
    select run_id, provision, measure, state, coalesce(quantity_unit, ''), coalesce(district, ''),
           coalesce(unit_kind, ''), count(*),
           coalesce(sum(quantity), 0), coalesce(sum(quantity_met), 0)
    from ledger_obligation where run_id = %s group by 1, 2, 3, 4, 5, 6, 7"""

FLOW_KEY = ("day", "district", "unit_kind")
FLOW_COLUMNS = ("run_id", *FLOW_KEY, "arose", "due")
FLOW = """
    select run_id, day, coalesce(district, ''), coalesce(unit_kind, ''), sum(arose), sum(due)
    from (
        select run_id, period_start as day, district, unit_kind, 1 as arose, 0 as due
        from ledger_obligation where run_id = %s and state = any(%s)
        union all
        select run_id, due_on, district, unit_kind, 0, 1
        from ledger_obligation where run_id = %s and state = any(%s)
    ) as open where day is not null group by 1, 2, 3, 4"""


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
            columns = evaluation.write(table, path, run.pk)
            changes[table] = reconcile(table, key, run.pk, from_csv(path, columns))
            path.unlink()
    if not changes["ledger_obligation"].nothing:
        _count(run, changes)
    return Loaded(run, changes)


def _count(run: Run, changes: dict[str, Change]) -> None:
    """Count anew what the board shows."""
    tally = from_query(TALLY_COLUMNS, TALLY, run.pk)
    flow = from_query(FLOW_COLUMNS, FLOW, run.pk, list(OPEN), run.pk, list(OPEN))
    changes["ledger_tally"] = reconcile("ledger_tally", TALLY_KEY, run.pk, tally)
    changes["ledger_flow"] = reconcile("ledger_flow", FLOW_KEY, run.pk, flow)


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
