"""M09-1 side by side: as compiled, by hand, by OpenFisca-core, and what-if over built tiles.

``python -m nuanxin.engines.peers FACTS WAY AS_OF BENCHMARKS OUT`` goes one way in a process of its
own, so that its memory is its own, and prints one JSON object: for each thing done the seconds of
computing (``cpu``), by the clock (``wall``) and the peak memory so far in MB, the reading included.
What it found goes into the folder OUT; ``equal`` compares, and a difference is an error.

As compiled and by hand judge all facts. OpenFisca judges *plain* facts, those of ``plain_facts``,
without rows that name no spell and without people who have a day on which rows touch, for these
need more than sums; what is compiled judges them too, as the way ``plain``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.measure import SCANS, peak_mb, scan, taken, used_columns
from nuanxin.engines.sql import literal_file
from nuanxin.facts import load_facts
from nuanxin.packs import load_pack
from nuanxin.policy.again import evaluate_again
from nuanxin.policy.compiler import Values, read_text
from nuanxin.policy.contract import MEDICAL_PROFESSIONS, TABLES
from nuanxin.policy.evaluate import (
    Run,
    evaluate,
    make_parameter_tables,
    needed_texts,
)
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
DAY_TABLES = ("calendar", "month", "rate_of_day", "rate_of_month")
"""The small stages of days and their rates that SQL by hand reads as well."""

WHOLE = 1_000_000_000
"""So many rows to a slice that there is one: tiles of everybody stand, and nobody is left out."""

Figures = dict[str, dict[str, float]]


class Unequal(Exception):
    """Two ways of computing the same differ."""


@dataclass(frozen=True)
class Peers:
    """The folders of the facts, of the peers, and of what is found."""

    facts: Path
    as_of: date
    benchmarks: Path
    out: Path

    def scan(self) -> Figures:
        """The columns that the compiled texts read, in the middle of some scans."""
        engine, pack = DuckDB(self.out), load_pack("dalian2020")
        used = used_columns(needed_texts(self._run(pack.parameters, frozenset())))
        scans = [taken(lambda: scan(engine, self.facts, used)) for _ in range(SCANS)]
        cpu, wall = sorted((one.cpu, one.wall) for one in scans)[SCANS // 2]
        return {"scan": {"cpu": cpu, "wall": wall, "peak_mb": peak_mb()}}

    def compiled(self) -> Figures:
        """Facts to obligations by the texts of the pack."""
        engine, run, _ = self._read()
        found = {"compiled": _figures(lambda: evaluate(run, engine))}
        _write(engine, "SELECT * FROM out.obligations", self.out / "compiled.parquet")
        return found

    def by_hand(self) -> Figures:
        """Facts to obligations by ``m09_1.sql``."""
        engine, run, _ = self._read()
        found = {"by_hand": _figures(lambda: obligations_by_hand(engine, run, self.benchmarks))}
        _write(engine, "SELECT * FROM mine.obligations", self.out / "by_hand.parquet")
        return found

    def plain(self) -> Figures:
        """The compiled way over plain facts."""
        engine, run, changed = self._read()
        found = {"plain": _figures(lambda: evaluate(run, engine))}
        money = "SELECT * FROM out.obligations WHERE quantity_unit = 'fen'"
        _write(engine, money, self.out / "plain.parquet")
        self._words(engine, run.parameters, changed.parameters)
        return found

    def what_if(self) -> Figures:
        """A changed rate over what stands of plain facts, all of it in one slice."""
        engine, run, changed = self._read(rows_per_slice=WHOLE)
        evaluate(run, engine)
        _write(engine, f"SELECT {AMOUNTS} FROM run.subsidy", self.out / "amounts.parquet")
        found = {"what_if": _figures(lambda: evaluate_again(run, changed, engine))}
        _write(engine, f"SELECT {AMOUNTS} FROM run.subsidy", self.out / "changed.parquet")
        return found

    def openfisca(self) -> Figures:
        """OpenFisca-core over plain facts; the way ``plain`` must have told it the words."""
        folder = self.benchmarks / "openfisca"
        python, out = folder / ".venv" / "bin" / "python", self.out / "openfisca.parquet"
        done = subprocess.run(
            [python, folder / "run.py", self.facts, self.facts / "rates.json", out],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Unequal(f"OpenFisca failed: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
        told = json.loads(done.stdout)
        peak = {"peak_mb": told["peak_mb"]}
        return {"openfisca": told["whole"] | peak, "openfisca_what_if": told["what_if"] | peak}

    def _read(self, rows_per_slice: int | None = None) -> tuple[DuckDB, Run, Run]:
        """The facts held in an engine, the run, and the run with the changed rate."""
        engine, pack = DuckDB(self.out), load_pack("dalian2020")
        absent = frozenset(load_facts(self.facts, engine.connection, self.as_of).absent_tables)
        run = replace(self._run(pack.parameters, absent), rows_per_slice=rows_per_slice)
        return engine, run, replace(run, parameters=pack.parameters.override(CHANGE))

    def _run(self, parameters: Parameters, absent: frozenset[str]) -> Run:
        pack, chosen = load_pack("dalian2020"), frozenset({PROVISION})
        return Run(pack, self.as_of, parameters, absent, None, False, chosen)

    def _words(self, engine: DuckDB, rates: Parameters, changed: Parameters) -> None:
        words = {"hubei": hubei(engine), "medical": list(MEDICAL_PROFESSIONS)}
        (self.facts / "words.json").write_text(json.dumps(words))
        given = {"rates": _steps(rates), "changed": _steps(changed)}
        (self.facts / "rates.json").write_text(json.dumps(given))


def obligations_by_hand(engine: DuckDB, run: Run, benchmarks: Path) -> None:
    """Make ``mine.obligations`` of the facts that the engine holds, for everybody."""
    engine.clear()
    make_parameter_tables(run, engine)
    values = Values(run.as_of, run.parameters, run.absent)
    for name in DAY_TABLES:
        engine.build(f"run.{name}", values.fill(read_text(run.pack, f"stages/{name}")))
    engine.execute("DROP SCHEMA IF EXISTS mine CASCADE; CREATE SCHEMA mine")
    text = (benchmarks / "m09_1.sql").read_text(encoding="utf-8")
    engine.execute(text.replace("$as_of", f"DATE '{run.as_of}'"))


def equal(out: Path, plain: Path) -> int:
    """Compare what the ways found in two folders; the number of amounts. Unequal if they differ."""
    engine = DuckDB(out)

    def rows(file: Path, columns: str) -> str:
        return f"SELECT {columns} FROM read_parquet({literal_file(file)})"

    compiled, theirs = out / "compiled.parquet", plain / "openfisca.parquet"
    excepted = f"{rows(compiled, 'obligation_id')} WHERE state = 'excepted'"
    judged = (
        f"* REPLACE (CASE WHEN obligation_id IN ({excepted}) THEN 'excepted' ELSE state END"
        " AS state)"
    )
    _equal(engine, rows(compiled, "*"), rows(out / "by_hand.parquet", judged), "by hand")
    before = AMOUNTS.replace("fen", "subsidy")
    _equal(engine, rows(plain / "amounts.parquet", AMOUNTS), rows(theirs, before), "OpenFisca")
    money = "subject_id, owner_unit_id, period_start, quantity"
    month = "make_date(1970, 1, 1) + to_months((month - 1970 * 12)::INT)"
    summed = rows(theirs, f"person_id, payer, ({month})::DATE, subsidy::DECIMAL(18, 4)")
    _equal(engine, rows(plain / "plain.parquet", money), summed, "plain")
    after = "person_id, payer, month, {}"
    ours = rows(plain / "changed.parquet", after.format("fen"))
    _equal(engine, ours, rows(theirs, after.format("changed")), "what-if")
    ((count,),) = engine.fetch(rows(plain / "amounts.parquet", "count(*)"))
    return int(str(count))


def plain_facts(facts: Path, as_of: date, out: Path) -> None:
    """Write the facts of which every way can judge into the folder ``out``."""
    engine, pack = DuckDB(out), load_pack("dalian2020")
    absent = frozenset(load_facts(facts, engine.connection, as_of).absent_tables)
    run = Run(pack, as_of, pack.parameters, absent, None, False, frozenset({PROVISION}))
    evaluate(replace(run, rows_per_slice=WHOLE), engine)
    lens = "SELECT person_id FROM run.lens"
    for table in TABLES:
        if table.name in absent:
            continue
        alone = ""
        if table.name == "attendance":
            alone = (
                f" WHERE spell_id IS NOT NULL AND person_id NOT IN ({lens})"
                " ORDER BY person_id, start"
            )
        _write(engine, f"SELECT * FROM facts.{table.name}{alone}", out / f"{table.name}.parquet")


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


def _figures(work: Callable[[], object]) -> dict[str, float]:
    seconds = taken(work)
    return {"cpu": seconds.cpu, "wall": seconds.wall, "peak_mb": peak_mb()}


def _write(engine: DuckDB, query: str, file: Path) -> None:
    engine.execute(f"COPY ({query}) TO {literal_file(file)} (FORMAT parquet, COMPRESSION zstd)")


def _equal(engine: DuckDB, one: str, other: str, what: str) -> None:
    for left, right in ((one, other), (other, one)):
        if rows := engine.fetch(f"({left}) EXCEPT ALL ({right}) LIMIT 1"):
            raise Unequal(f"{what}: {rows[0]}")


WAYS = {
    "scan": Peers.scan,
    "compiled": Peers.compiled,
    "by_hand": Peers.by_hand,
    "plain": Peers.plain,
    "what_if": Peers.what_if,
    "openfisca": Peers.openfisca,
}
"""The ways by name, in the order in which they are gone; the last three judge plain facts."""

if __name__ == "__main__":
    facts, way, day, benchmarks, out = sys.argv[1:]
    if way == "choose":
        plain_facts(Path(facts), date.fromisoformat(day), Path(out))
        figures: Figures = {}
    else:
        peers = Peers(Path(facts), date.fromisoformat(day), Path(benchmarks), Path(out))
        figures = WAYS[way](peers)
    sys.stdout.write(json.dumps(figures))
