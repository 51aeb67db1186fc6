"""One round of the evaluation benchmark, in a process of its own so that its memory is its own.

``python -m nuanxin.engines.measure FACTS AS_OF [PROVISION,…]`` prints one JSON object: seconds of
the bare scan of the used columns, of the reading (section R), of the evaluation, of writing the
obligations, each by the clock and as seconds of computing (``…_cpu``, all threads, which other work
on the machine does not stretch); how many rows; peak memory in MB. Without provisions all are
computed.
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
from typing import NamedTuple

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
        scans = [taken(lambda: scan(engine, facts, used)) for _ in range(SCANS)]
        absent: list[str] = []
        read = taken(
            lambda: absent.extend(load_facts(facts, engine.connection, as_of).absent_tables)
        )
        run = Run(pack, as_of, pack.parameters, frozenset(absent), None, False, provisions)
        judged = taken(lambda: evaluate(run, engine))
        out = f"{folder}/obligations.parquet"
        write = taken(
            lambda: engine.execute(
                f"COPY (SELECT * FROM out.obligations) TO '{out}' (FORMAT parquet)"
            )
        )
        peak = peak_mb()
        scans += [taken(lambda: scan(engine, facts, used)) for _ in range(SCANS)]
        ((people, shifts, obligations),) = engine.fetch(
            "SELECT (SELECT count(*) FROM facts.people), (SELECT count(*) FROM facts.attendance),"
            " (SELECT count(*) FROM out.obligations)"
        )
    return {
        **_named("scan", Taken(*map(statistics.median, zip(*scans, strict=True)))),
        **_named("read", read),
        **_named("evaluate", judged),
        **_named("write", write),
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


def scan(engine: DuckDB, facts: Path, used: dict[str, list[str]]) -> None:
    """Read every used column of every used table once, and nothing else.

    A hash needs each value and is the cheapest thing to ask for that file statistics cannot
    answer: a greatest value is read off them where all columns have them, and costs half as much
    again as the hash where they have not.
    """
    for table, columns in used.items():
        file = facts / f"{table}.parquet"
        if file.exists():
            touched = ", ".join(f'bit_xor(hash("{column}"))' for column in columns)
            engine.fetch(f"SELECT {touched} FROM read_parquet('{file}')")


class Taken(NamedTuple):
    """Seconds by the clock, and seconds of computing over all threads."""

    wall: float
    cpu: float


def taken(work: Callable[[], object]) -> Taken:
    """What it takes to do some work in this process."""
    clock, used = time.perf_counter(), _computed()
    work()
    return Taken(time.perf_counter() - clock, _computed() - used)


def _computed() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _named(name: str, seconds: Taken) -> dict[str, float]:
    return {name: seconds.wall, f"{name}_cpu": seconds.cpu}


def peak_mb() -> float:
    """Peak memory of this process alone; ``getrusage`` would tell that of its parent too."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    folder, day, *chosen = sys.argv[1:]
    ids = frozenset(chosen[0].split(",")) if chosen else None
    sys.stdout.write(json.dumps(measure(Path(folder), date.fromisoformat(day), ids)))
