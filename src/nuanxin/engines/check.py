"""Checking a pack: its words, its compiled texts, its golden cases."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import duckdb

from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts.memory import hold_facts
from nuanxin.policy.cases import Case, differences, load_cases
from nuanxin.policy.compiler import ENGINES, compile_text, read_text, texts
from nuanxin.policy.criteria import words_of
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.gathering import Gathering, gather
from nuanxin.policy.modality import Modality
from nuanxin.policy.pack import Pack
from nuanxin.policy.provision import LISTED_COLUMNS, OBLIGATION_COLUMNS

Progress = Callable[[str, float], None]


@dataclass
class Checked:
    """How much was checked, and what is wrong with it, a line each."""

    checked: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def check_pack(pack: Pack, on_progress: Progress) -> Checked:
    """Check everything that can be checked without facts of one's own."""
    found = Checked()
    found.checked["obligations"] = len(pack.text.obligations)
    found.checked["parameters"] = len(pack.parameters)
    found.faults += _words(pack)
    found.checked["compiled texts"] = len(texts(pack)) * len(ENGINES)
    with _beside(lambda: list(_texts(pack))) as faults_of_texts:
        cases = all_cases(pack)
        found.checked["golden cases"] = len(cases)
        faults_of_cases = list(_cases(pack, cases, on_progress))
        on_progress("compiling", 1.0)
        found.faults += faults_of_texts()
    found.faults += faults_of_cases
    return found


@contextmanager
def _beside(work: Callable[[], list[str]]) -> Iterator[Callable[[], list[str]]]:
    """Do the work in a process of its own meanwhile; gives a function that waits for it."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)

    def alone() -> None:
        gc.freeze()  # what is given up of ours may wait for threads that are not there
        theirs.send(work())

    process = context.Process(target=alone, daemon=True)
    process.start()
    theirs.close()

    def found() -> list[str]:
        try:
            return list(ours.recv())
        except EOFError:
            return work()

    try:
        yield found
    finally:
        process.terminate()
        process.join()


def _cases(pack: Pack, cases: Sequence[Case], on_progress: Progress) -> Iterator[str]:
    """The cases run gathered; what a gathering says against is asked of each case alone."""
    engine = DuckDB(threads=1)
    gatherings = gather(cases)
    for number, gathering in enumerate(gatherings):
        on_progress(f"golden cases of {gathering.as_of}", number / len(gatherings))
        for case in _doubted(pack, gathering, engine):
            try:
                yield from case_faults(pack, case, engine)
            except (OSError, duckdb.Error) as error:
                said = str(error).partition("\n")[0]
                yield f"{case.provision} {case.name.en}: cannot be judged: {said}"


def _doubted(pack: Pack, gathering: Gathering, engine: DuckDB) -> list[Case]:
    try:
        rows = _judged(pack, gathering, engine)
    except (OSError, duckdb.Error):
        return list(gathering.cases)
    return [gathering.cases[place] for place in gathering.faults(rows)]


def _judged(pack: Pack, gathering: Gathering, engine: DuckDB) -> list[dict[str, object]]:
    """The rows of the provisions that the cases are about, and what is listed."""
    absent = hold_facts(gathering.facts, engine.connection, gathering.days)
    run = Run(
        *(pack, gathering.as_of, pack.parameters, absent),
        with_criteria=False,
        provisions=gathering.provisions,
    )
    evaluate(run, engine)
    return [*_rows(engine, "obligations", OBLIGATION_COLUMNS), *_listings(engine)]


def all_cases(pack: Pack) -> list[Case]:
    """The golden cases of a pack; defaults are its own or those of the pack it stands on."""
    files = sorted((pack.folder / "cases").glob("M*.yaml"))
    places = [folder / "cases" / "defaults.yaml" for folder in pack.folders()]
    defaults = next((place for place in places if place.exists()), None)
    return [case for file in files for case in load_cases(file, defaults)]


def case_faults(pack: Pack, case: Case, engine: DuckDB) -> list[str]:
    """What the engine says differently from the case's hand-worked rows; none when they agree."""
    alone = Gathering(case.as_of, case.tables_absent, (case,), case.facts)
    where = f"{case.provision} {case.name.en}"
    return [f"{where}: {line}" for line in differences(case, _judged(pack, alone, engine))]


def _rows(engine: DuckDB, table: str, columns: tuple[str, ...]) -> list[dict[str, object]]:
    rows = engine.fetch(f"SELECT {', '.join(columns)} FROM out.{table}")
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _listings(engine: DuckDB) -> list[dict[str, object]]:
    """What is listed, with the columns of an obligation that it does not have left empty."""
    none = dict.fromkeys(OBLIGATION_COLUMNS)
    return [{**none, **row} for row in _rows(engine, "listed", LISTED_COLUMNS)]


def _words(pack: Pack) -> Iterator[str]:
    """Every rule belongs to an obligation, every criterion has words, every key a parameter."""
    known = {obligation.id: obligation for obligation in pack.text.obligations}
    for rule in pack.rules:
        if rule.provision not in known:
            yield f"{rule.key}: the pack has no obligation {rule.provision}"
            continue
        if rule.lists == known[rule.provision].modality.decides:
            yield f"{rule.key}: only what is {Modality.ORIENT} is listed without a state"
        for key in rule.parameters:
            if key not in pack.parameters:
                yield f"{rule.key}: there is no parameter {key}"
        for criterion in rule.ruling.criteria:
            try:
                words_of(pack.criteria, rule.provision, criterion.name)
            except KeyError:
                yield f"{rule.key}: the criterion {criterion.name} has no words"


def _texts(pack: Pack) -> Iterator[str]:
    wanted = texts(pack)
    again = f"(nuanxin pack compile {pack.id})"
    for engine in ENGINES:
        folder = pack.folder / "sql" / engine
        for file in sorted(folder.rglob("*.sql")):
            name = file.relative_to(folder).as_posix().removesuffix(".sql")
            if name not in wanted:
                yield f"sql/{engine}/{name}: belongs to no rule {again}"
        for name, expression in wanted.items():
            try:
                kept = read_text(pack, name, engine)
            except OSError:
                yield f"sql/{engine}/{name}: is not compiled {again}"
                continue
            if kept != compile_text(expression(), engine):
                yield f"sql/{engine}/{name}: differs from its rule {again}"
