"""Checking a pack: its words, its compiled texts, its golden cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import duckdb

from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts.memory import hold_facts
from nuanxin.policy.cases import Case, differences, load_cases
from nuanxin.policy.compiler import compile_text, read_text, texts
from nuanxin.policy.criteria import words_of
from nuanxin.policy.evaluate import Run, evaluate
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
    found.checked["compiled texts"] = len(texts(pack))
    found.faults += _texts(pack)
    cases = all_cases(pack)
    found.checked["golden cases"] = len(cases)
    engine = DuckDB(threads=1)
    for number, case in enumerate(cases):
        on_progress(f"{case.provision} {case.name.en}", number / len(cases))
        try:
            found.faults += case_faults(pack, case, engine)
        except (OSError, duckdb.Error) as error:
            said = str(error).partition("\n")[0]
            found.faults.append(f"{case.provision} {case.name.en}: cannot be judged: {said}")
    return found


def all_cases(pack: Pack) -> list[Case]:
    """The golden cases of a pack."""
    files = sorted((pack.folder / "cases").glob("M*.yaml"))
    return [case for file in files for case in load_cases(file)]


def case_faults(pack: Pack, case: Case, engine: DuckDB) -> list[str]:
    """What the engine says differently from the case's hand-worked rows; none when they agree."""
    absent = hold_facts(case.facts, engine.connection)
    run = Run(
        pack,
        case.as_of,
        pack.parameters,
        absent,
        provisions=frozenset([case.provision]),
        with_criteria=False,
    )
    evaluate(run, engine)
    given = [*_rows(engine, "obligations", OBLIGATION_COLUMNS), *_listings(engine)]
    where = f"{case.provision} {case.name.en}"
    return [f"{where}: {line}" for line in differences(case, given)]


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
    folder = pack.folder / "sql" / "duckdb"
    for file in sorted(folder.rglob("*.sql")):
        name = file.relative_to(folder).as_posix().removesuffix(".sql")
        if name not in texts(pack):
            yield f"sql/{name}: belongs to no rule (nuanxin pack compile {pack.id})"
    for name, expression in texts(pack).items():
        try:
            kept = read_text(pack, name)
        except OSError:
            yield f"sql/{name}: is not compiled (nuanxin pack compile {pack.id})"
            continue
        if kept != compile_text(expression()):
            yield f"sql/{name}: differs from its rule (nuanxin pack compile {pack.id})"
