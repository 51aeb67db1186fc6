"""What an evaluation leaves behind: obligations, what orientations list, criteria, what was set
aside, summary.json."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from nuanxin import __version__
from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts import Report
from nuanxin.policy.evaluate import Run
from nuanxin.policy.parameter import Value

TABLES = {
    "obligations": "SELECT * FROM out.obligations ORDER BY obligation_id",
    "listed": "SELECT * FROM out.listed ORDER BY listing_id",
    "criteria": "SELECT * FROM out.criteria ORDER BY obligation_id, criterion",
    "standing": (
        "SELECT * FROM out.standing"
        " ORDER BY subject_kind, subject_id, class, detail, first_day, missing"
    ),
    "set_aside": "SELECT * FROM facts.set_aside ORDER BY rowid",
}
# Amounts are whole but for hours: a reader of the CSV sees 45000, not 45000.0000.
_NUMBER = (
    "CASE WHEN quantity_unit <> 'hours' AND {0} = trunc({0})"
    " THEN CAST(CAST({0} AS BIGINT) AS VARCHAR) ELSE CAST({0} AS VARCHAR) END AS {0}"
)
_AS_CSV = (
    f"SELECT * REPLACE ({_NUMBER.format('quantity')}, {_NUMBER.format('quantity_met')})"
    " FROM ({0})"
)


def write(
    engine: DuckDB, run: Run, report: Report, out: Path, seconds: float, ran_on: str = "duckdb"
) -> dict[str, object]:
    """Write the evaluation into the folder ``out`` and return the summary.

    ``engine`` holds the rows, whatever engine made them (``ran_on``). Each file is written beside
    its place and then moved there, so that a run that dies leaves no half file.
    """
    out.mkdir(parents=True, exist_ok=True)
    left_out = {"criteria": not run.with_criteria, "standing": not run.with_standing}
    left_out["person_days"] = run.days is None
    days = f"SELECT * FROM run.{run.days} ORDER BY person_id, date"
    for name, query in {**TABLES, "person_days": days}.items():
        if left_out.get(name):
            # What an earlier run left in this folder would speak of other rows.
            for kind in ("parquet", "csv"):
                (out / f"{name}.{kind}").unlink(missing_ok=True)
            continue
        written = _AS_CSV.format(query) if name == "obligations" else query
        _copy(engine, query, out / f"{name}.parquet", "FORMAT parquet, COMPRESSION zstd")
        _copy(engine, written, out / f"{name}.csv", "FORMAT csv, HEADER")
    summary = summarise(engine, run, report, seconds, ran_on)
    part = out / "summary.json.part"
    part.write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    part.replace(out / "summary.json")
    return summary


def copy_out(engine: DuckDB, query: str, out: Path, name: str) -> None:
    """Write the rows of a query into ``out`` as Parquet and CSV."""
    _copy(engine, query, out / f"{name}.parquet", "FORMAT parquet, COMPRESSION zstd")
    _copy(engine, query, out / f"{name}.csv", "FORMAT csv, HEADER")


def _copy(engine: DuckDB, query: str, file: Path, options: str) -> None:
    part = file.with_name(f"{file.name}.part")
    engine.execute(f"COPY ({query}) TO '{str(part).replace(chr(39), chr(39) * 2)}' ({options})")
    part.replace(file)


def summarise(
    engine: DuckDB, run: Run, report: Report, seconds: float, ran_on: str = "duckdb"
) -> dict[str, object]:
    """What summary.json says: plain JSON values only; sums in the unit of each row."""
    return {
        "pack": run.pack.id,
        "pack_version": pack_version(run),
        "nuanxin": __version__,
        "as_of": run.as_of.isoformat(),
        "known": run.known.isoformat() if run.known else None,
        "subject": run.subject,
        "provisions": None if run.provisions is None else sorted(run.provisions),
        "engine": ran_on,
        "seconds": round(seconds, 3),
        **report.summary(),
        "obligations": list(_counts(engine)),
        "listed": list(_listed(engine)),
        "within_limits": list(_within_limits(engine, run)),
        "paid_beyond_owed_fen": _overpaid(engine, run),
        "parameters": parameters_used(run),
        "parameter_versions": versions_used(run),
    }


def pack_version(run: Run) -> str:
    """A digest of the rules, as written and as compiled, and of every parameter value."""
    digest = hashlib.sha256()
    for folder in run.pack.folders():
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".py", ".sql"):
                digest.update(file.read_bytes())
    for key in sorted(run.parameters):
        digest.update(repr(run.parameters[key]).encode())
    return digest.hexdigest()[:12]


def parameters_used(run: Run) -> dict[str, str]:
    """The value of each parameter that the rules used, on the as-of day."""
    values = {key: run.parameters.value(key, run.as_of) for key in run.parameters_used()}
    return {key: ";".join(v) if isinstance(v, tuple) else str(v) for key, v in values.items()}


def versions_used(run: Run) -> dict[str, list[dict[str, object]]]:
    """The versions behind those values: the one in force, or all of a value that changes by day.

    A version published after ``known`` is told as such: it judges only for want of an earlier one.
    """
    found = {}
    for key in parameters_used(run):
        parameter = run.parameters[key]
        version = parameter.version(run.as_of)
        used = parameter.values if key in run.pack.dated else (version,) if version else ()
        found[key] = [_version(v, run.known) for v in used]
    return found


def _version(version: Value, known: date | None) -> dict[str, object]:
    value = version.value
    return {
        "value": ";".join(value) if isinstance(value, tuple) else str(value),
        "from": version.start.isoformat(),
        "to": version.end.isoformat() if version.end else None,
        "known": version.known.isoformat(),
        "published_later": bool(known and not version.trial and version.known > known),
        "jurisdiction": version.jurisdiction,
        "certainty": version.certainty,
        "source": {"zh": version.source.zh, "en": version.source.en},
    }


def _counts(engine: DuckDB) -> Iterator[dict[str, object]]:
    rows = engine.fetch(
        "SELECT provision, state, quantity_unit, count(*), sum(quantity), sum(quantity_met)"
        " FROM out.obligations GROUP BY ALL ORDER BY ALL"
    )
    for provision, state, unit, count, quantity, met in rows:
        yield {
            "provision": provision,
            "state": state,
            "unit": unit,
            "count": count,
            "quantity": _plain(quantity),
            "quantity_met": _plain(met),
        }


def _listed(engine: DuckDB) -> Iterator[dict[str, object]]:
    """How much each orientation lists; it has no state to count by."""
    for provision, count in engine.fetch(
        "SELECT provision, count(*) FROM out.listed GROUP BY ALL ORDER BY ALL"
    ):
        yield {"provision": provision, "count": count}


def _within_limits(engine: DuckDB, run: Run) -> Iterator[dict[str, object]]:
    for counter in run.counters():
        for provision, what, count in engine.fetch(
            f"SELECT provision, what, sum(count) FROM run.{counter} GROUP BY ALL ORDER BY ALL"
        ):
            yield {"provision": provision, "what": what, "count": int(str(count))}


def _overpaid(engine: DuckDB, run: Run) -> dict[str, object]:
    """Money paid beyond what is owed, by payer (I4); only a whole run knows what is owed."""
    if run.subject is not None or run.provisions is not None:
        return {}
    rows = engine.fetch(
        "WITH paid AS (SELECT coalesce(counterpart_id, '') AS payer, sum(quantity) AS fen"
        " FROM facts.deliveries WHERE provision = 'M09-1'"
        f" AND on_date <= DATE '{run.as_of}' GROUP BY 1),"
        " settled AS (SELECT coalesce(owner_unit_id, '') AS payer, sum(quantity_met) AS fen"
        " FROM out.obligations WHERE provision = 'M09-1' GROUP BY 1)"
        " SELECT payer, paid.fen - coalesce(settled.fen, 0) FROM paid LEFT JOIN settled"
        " USING (payer) WHERE paid.fen > coalesce(settled.fen, 0) ORDER BY payer"
    )
    return {str(payer): _plain(fen) for payer, fen in rows}


def _plain(number: object) -> int | float | None:
    if number is None:
        return None
    exact = Decimal(str(number))
    return int(exact) if exact == int(exact) else float(exact)
