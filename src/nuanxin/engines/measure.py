"""One round of the evaluation benchmark, in a process of its own so that its memory is its own.

``python -m nuanxin.engines.measure FACTS AS_OF [PROVISION,…]`` prints one JSON object: seconds of
the bare scan of the used columns, of the reading (section R), of the evaluation, of writing the
obligations; how many rows; peak memory in MB. Without provisions all are computed.
"""

from __future__ import annotations

import json
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts import load_facts
from nuanxin.packs import load_pack
from nuanxin.policy.contract import TABLE
from nuanxin.policy.evaluate import Run, evaluate, needed_texts

SCANS = 3
"""How often the bare scan is repeated before, and again after, what it is compared with."""

_FACT_TABLE = re.compile(r'"facts"\."(\w+)"')


def measure(facts: Path, as_of: date, provisions: frozenset[str] | None) -> dict[str, float]:
    """Scan, read, evaluate, write and scan again."""
    pack = load_pack("dalian2020")
    run = Run(pack, as_of, pack.parameters, with_criteria=False, provisions=provisions)
    used = used_columns(needed_texts(run))
    with tempfile.TemporaryDirectory(prefix="nuanxin-bench-") as folder:
        engine = DuckDB(Path(folder))
        scans = [_seconds(lambda: _scan(engine, facts, used)) for _ in range(SCANS)]
        absent: list[str] = []
        read = _seconds(
            lambda: absent.extend(load_facts(facts, engine.connection, as_of).absent_tables)
        )
        run = Run(pack, as_of, pack.parameters, frozenset(absent), None, False, provisions)
        judged = _seconds(lambda: evaluate(run, engine))
        out = f"{folder}/obligations.parquet"
        write = _seconds(
            lambda: engine.execute(
                f"COPY (SELECT * FROM out.obligations) TO '{out}' (FORMAT parquet)"
            )
        )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        scans += [_seconds(lambda: _scan(engine, facts, used)) for _ in range(SCANS)]
        ((people, shifts, obligations),) = engine.fetch(
            "SELECT (SELECT count(*) FROM facts.people), (SELECT count(*) FROM facts.attendance),"
            " (SELECT count(*) FROM out.obligations)"
        )
    return {
        "scan": statistics.median(scans),
        "read": read,
        "evaluate": judged,
        "write": write,
        "people": float(str(people)),
        "shifts": float(str(shifts)),
        "obligations": float(str(obligations)),
        "peak_mb": peak,
    }


def used_columns(texts: list[str]) -> dict[str, list[str]]:
    """The columns of each fact table that texts name."""
    used: dict[str, set[str]] = {}
    for text in texts:
        for table in set(_FACT_TABLE.findall(text)) & set(TABLE):
            names = (column.name for column in TABLE[table].columns)
            used.setdefault(table, set()).update(name for name in names if f'"{name}"' in text)
    return {table: sorted(columns) for table, columns in sorted(used.items()) if columns}


def _scan(engine: DuckDB, facts: Path, used: dict[str, list[str]]) -> None:
    """Read every used column of every used table once, and nothing else."""
    for table, columns in used.items():
        file = facts / f"{table}.parquet"
        if file.exists():
            touched = ", ".join(f'max("{column}")' for column in columns)
            engine.fetch(f"SELECT {touched} FROM read_parquet('{file}')")


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    folder, day, *chosen = sys.argv[1:]
    ids = frozenset(chosen[0].split(",")) if chosen else None
    sys.stdout.write(json.dumps(measure(Path(folder), date.fromisoformat(day), ids)))
