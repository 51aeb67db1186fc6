"""One round of the evaluation benchmark, in a process of its own so that its memory is its own.

``python -m nuanxin.engines.measure FACTS AS_OF`` prints one JSON object: seconds of the bare
scan of the used columns, of the reading (section R), of the evaluation, of writing the
obligations; how many rows; peak memory in MB.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts import load_facts
from nuanxin.packs import load_pack
from nuanxin.policy.compiler import read_text
from nuanxin.policy.evaluate import Run, evaluate

USED = {
    "attendance": "attendance_id person_id post_id spell_id start end status contact_confirmed"
    " reason_over_8h",
    "spells": "spell_id person_id post_id arranged_by start_date end_date mission aid_place"
    " treats_confirmed",
    "people": "person_id unit_id profession is_leader",
    "posts": "post_id unit_id contact risk",
    "relations": "person_id relative_id kind",
    "absences": "person_id start_date end_date kind",
    "deliveries": "provision subject_id on_date quantity counterpart_id period_start",
    "insurance": "person_id kind start_date end_date",
    "declarations": "date kind person_id",
}
"""The columns that the provisions read, by table."""


def measure(facts: Path, as_of: date, pack_name: str = "dalian2020") -> dict[str, float]:
    """Scan, read, evaluate and write once."""
    pack = load_pack(pack_name)
    for rule in pack.rules:
        read_text(pack, f"rules/{rule.key}")
    with tempfile.TemporaryDirectory(prefix="nuanxin-bench-") as folder:
        engine = DuckDB(Path(folder))
        scan = min(_seconds(lambda: _scan(engine, facts)) for _ in range(3))
        absent: list[str] = []
        read = _seconds(
            lambda: absent.extend(load_facts(facts, engine.connection, as_of).absent_tables)
        )
        run = Run(pack, as_of, pack.parameters, frozenset(absent), with_criteria=False)
        judged = _seconds(lambda: evaluate(run, engine))
        out = f"{folder}/obligations.parquet"
        write = _seconds(
            lambda: engine.execute(
                f"COPY (SELECT * FROM out.obligations) TO '{out}' (FORMAT parquet)"
            )
        )
        ((people, shifts, obligations),) = engine.fetch(
            "SELECT (SELECT count(*) FROM facts.people), (SELECT count(*) FROM facts.attendance),"
            " (SELECT count(*) FROM out.obligations)"
        )
    return {
        "scan": scan,
        "read": read,
        "evaluate": judged,
        "write": write,
        "people": float(str(people)),
        "shifts": float(str(shifts)),
        "obligations": float(str(obligations)),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _scan(engine: DuckDB, facts: Path) -> None:
    """Read every used column of every used table once, and nothing else."""
    for table, columns in USED.items():
        file = facts / f"{table}.parquet"
        if file.exists():
            touched = ", ".join(f'max("{column}")' for column in columns.split())
            engine.fetch(f"SELECT {touched} FROM read_parquet('{file}')")


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))))
