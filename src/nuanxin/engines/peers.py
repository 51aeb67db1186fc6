"""M09-1 side by side: as compiled, by hand, by OpenFisca-core, and what-if over built tiles.

``python -m nuanxin.engines.peers FACTS AS_OF BENCHMARKS`` prints one JSON object: for each way the
seconds of computing (``cpu``) and by the clock (``wall``), and peak memory. All are given the same
facts: without the rows that name no spell, and without people who have a day on which rows touch,
for those need more than sums. The amounts of all ways are compared; a difference is an error.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.measure import SCANS, Taken, peak_mb, scan, taken, used_columns
from nuanxin.engines.sql import literal_file
from nuanxin.facts import load_facts
from nuanxin.packs import load_pack
from nuanxin.policy.again import evaluate_again
from nuanxin.policy.contract import MEDICAL_PROFESSIONS, TABLES
from nuanxin.policy.engine import make_table
from nuanxin.policy.evaluate import Run, evaluate, needed_texts
from nuanxin.policy.parameters import Parameters

PROVISION = "M09-1"
CHANGE = {"subsidy.tier1.daily": "350"}
"""The change of the what-if: a tier is paid otherwise from its first day."""

RATES = {
    "tier1": "subsidy.tier1.daily",
    "tier2": "subsidy.tier2.daily",
    "hubei": "subsidy.multiplier.hubei",
}
AMOUNTS = "person_id, payer, month, fen, tier1_days, tier2_days, half_days"


class Unequal(Exception):
    """Two ways of computing the same differ."""


@dataclass(frozen=True)
class Peers:
    """The folder of the plain facts, and that of the peers."""

    facts: Path
    as_of: date
    benchmarks: Path

    def measure(self) -> dict[str, object]:
        """Every way once, in this process but for OpenFisca, which has its own."""
        engine = DuckDB()
        pack = load_pack("dalian2020")
        absent = frozenset(load_facts(self.facts, engine.connection, self.as_of).absent_tables)
        run = self._run(pack.parameters, absent)
        used = used_columns(needed_texts(run))
        changed = self._run(pack.parameters.override(CHANGE), absent)
        found: dict[str, object] = {
            "scan": _as_dict(
                sorted(
                    (taken(lambda: scan(engine, self.facts, used)) for _ in range(SCANS)),
                    key=lambda one: one.cpu,
                )[SCANS // 2]
            )
        }
        found["ours"] = _as_dict(taken(lambda: evaluate(run, engine)))
        by_hand = self._by_hand(engine)
        found["by_hand"] = _as_dict(taken(by_hand))
        self._equal_by_hand(engine)
        engine.execute("CREATE TABLE mine.before AS SELECT * FROM run.subsidy")
        found["what_if"] = _as_dict(taken(lambda: evaluate_again(run, changed, engine)))
        found["peak_mb"] = peak_mb()
        found["openfisca"] = self._openfisca(engine, run.parameters, changed.parameters)
        ((people, shifts, rows),) = engine.fetch(
            "SELECT (SELECT count(*) FROM facts.people), (SELECT count(*) FROM facts.attendance),"
            " (SELECT count(*) FROM mine.before)"
        )
        return {**found, "people": people, "shifts": shifts, "amounts": rows}

    def _run(self, parameters: Parameters, absent: frozenset[str]) -> Run:
        pack = load_pack("dalian2020")
        chosen = frozenset({PROVISION})
        return Run(pack, self.as_of, parameters, absent, None, False, chosen)

    def _by_hand(self, engine: DuckDB) -> Callable[[], None]:
        engine.execute("CREATE SCHEMA mine")
        make_table(engine, "mine.hubei", {"place": "VARCHAR"}, [(p,) for p in hubei(engine)])
        medical = [(profession,) for profession in MEDICAL_PROFESSIONS]
        make_table(engine, "mine.medical", {"profession": "VARCHAR"}, medical)
        text = (self.benchmarks / "m09_1.sql").read_text(encoding="utf-8")
        text = text.replace("$as_of", f"DATE '{self.as_of}'")
        return lambda: engine.execute(text)

    def _equal_by_hand(self, engine: DuckDB) -> None:
        ours = (
            "SELECT * REPLACE (CASE state WHEN 'excepted' THEN 'owed' ELSE state END AS state)"
            " FROM out.obligations WHERE quantity_unit = 'fen'"
        )
        theirs = (
            "SELECT * REPLACE (CASE WHEN obligation_id IN (SELECT obligation_id FROM"
            " run.excepted) THEN 'owed' ELSE state END AS state) FROM mine.obligations"
        )
        _equal(engine, ours, theirs, "by hand")

    def _openfisca(self, engine: DuckDB, rates: Parameters, changed: Parameters) -> object:
        words = {"hubei": hubei(engine), "medical": list(MEDICAL_PROFESSIONS)}
        (self.facts / "words.json").write_text(json.dumps(words))
        given, out = self.facts / "rates.json", self.facts / "openfisca.parquet"
        given.write_text(json.dumps({"rates": _steps(rates), "changed": _steps(changed)}))
        folder = self.benchmarks / "openfisca"
        python = folder / ".venv" / "bin" / "python"
        done = subprocess.run(
            [python, folder / "run.py", self.facts, given, out],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Unequal(f"OpenFisca failed: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
        theirs = f"FROM read_parquet({literal_file(out)})"
        columns = AMOUNTS.replace("fen", "subsidy")
        _equal(engine, f"SELECT {AMOUNTS} FROM mine.before", f"SELECT {columns} {theirs}", "before")
        _equal(
            engine,
            "SELECT person_id, payer, month, fen FROM run.subsidy",
            f"SELECT person_id, payer, month, changed {theirs}",
            "what-if",
        )
        return json.loads(done.stdout)


def plain_facts(facts: Path, as_of: date, out: Path) -> None:
    """Write the facts of which every way can judge into the folder ``out``."""
    engine, pack = DuckDB(), load_pack("dalian2020")
    absent = frozenset(load_facts(facts, engine.connection, as_of).absent_tables)
    run = Run(pack, as_of, pack.parameters, absent, None, False, frozenset({PROVISION}))
    evaluate(run, engine)
    for table in TABLES:
        if table.name in absent:
            continue
        alone = ""
        if table.name == "attendance":
            alone = (
                " WHERE spell_id IS NOT NULL AND person_id NOT IN (SELECT person_id FROM run.lens)"
                " ORDER BY person_id, start"
            )
        file = literal_file(out / f"{table.name}.parquet")
        engine.execute(
            f"COPY (SELECT * FROM facts.{table.name}{alone}) TO {file}"
            " (FORMAT parquet, COMPRESSION zstd)"
        )


def hubei(engine: DuckDB) -> list[str]:
    """The places of aid that the pack takes for Hubei."""
    rows = engine.fetch("SELECT DISTINCT aid_place FROM run.spell WHERE in_hubei ORDER BY 1")
    return [str(place) for (place,) in rows]


def _steps(parameters: Parameters) -> dict[str, list[tuple[str, float]]]:
    first = date(2019, 1, 1)
    return {
        name: [
            (max(start, first).isoformat(), float(str(value)))
            for start, value in parameters.timeline(key)
        ]
        for name, key in RATES.items()
    }


def _as_dict(seconds: Taken) -> dict[str, float]:
    return {"cpu": seconds.cpu, "wall": seconds.wall}


def _equal(engine: DuckDB, one: str, other: str, what: str) -> None:
    for left, right in ((one, other), (other, one)):
        if rows := engine.fetch(f"({left}) EXCEPT ALL ({right}) LIMIT 1"):
            raise Unequal(f"{what}: {rows[0]}")


if __name__ == "__main__":
    facts, day, benchmarks = sys.argv[1:]
    figures = Peers(Path(facts), date.fromisoformat(day), Path(benchmarks)).measure()
    sys.stdout.write(json.dumps(figures))
