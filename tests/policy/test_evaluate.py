"""What evaluation does with stages, procedures, dated lists and slices, on a pack of four steps."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import ibis
import ibis.expr.types as ir
import pytest

from nuanxin.engines.duckdb import DuckDB
from nuanxin.policy import evaluate as evaluation
from nuanxin.policy.compiler import write_texts
from nuanxin.policy.evaluate import Run, evaluate, periods
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameter import Parameter, Value
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.procedure import Numbers, Procedure
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, ruling
from nuanxin.policy.stage import Stage
from nuanxin.policy.terms import as_of, text
from nuanxin.policy.text import Text

AS_OF = date(2020, 2, 20)
PEOPLE = ("P1", "P2", "P3")


def value(of: object, start: date, end: date | None = None) -> Value:
    source = Text("来源", "Source")
    return Value(of, start, start, "Dalian", "default", source, end)  # type: ignore[arg-type]


LABEL = Text("名称", "Name")
SCARCE = Parameter(
    "scarce",
    LABEL,
    "list",
    (8,),
    (value(("A", "B'"), date(2020, 1, 1)), value(("C",), date(2020, 3, 1))),
    otherwise=(),
)
STEP = Parameter("step", LABEL, "count", (8,), (value(Decimal(10), date(2020, 1, 1)),))
PARAMETERS = Parameters([SCARCE, STEP])


class Given(NamedTuple):
    person_id: str


class Numbered(NamedTuple):
    person_id: str
    place: int


def number(given: Sequence[Given], numbers: Numbers) -> Iterator[Numbered]:
    for place, row in enumerate(sorted(given, reverse=True)):
        yield Numbered(row.person_id, place * int(numbers["step"]))


people = ibis.table({"person_id": "string"}, name="people", database="facts")
scope = ibis.table({"person_id": "string"}, name="scope", database="run")
words = ibis.table({"key": "string", "value": "string"}, name="parameter_words", database="run")

numbered = Procedure(
    "numbered", lambda: people.select("person_id"), Given, Numbered, number, ("step",)
)
seen = Stage("seen", lambda: scope.select("person_id"), kept=True)
listed = Stage("listed", lambda: words.select(person_id="value"), once=True, into="seen")


def _placed() -> Ruling:
    rows = numbered.table.mutate(ref=text("people:") + numbered.table.person_id)
    first = Criterion("is_first", rows.place == 0, rows.place, rows.ref)
    return ruling(
        rows,
        Identity("M08-4", "MUST", "issue", rows.person_id, as_of()),
        end=None,
        amount=rows.place,
        unit="count",
        owner=rows.person_id,
        state=text("owed"),
        criteria=[first],
    )


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    made = Pack(
        tmp_path,
        (seen, numbered, listed),
        (Rule("M08-4", "placed", "issue", ("step",), _placed, over_all=True),),
        dated=("scarce",),
        counters=("seen",),
        speakers=_speakers,
    )
    write_texts(made)
    return made


def _speakers() -> ir.Table:
    """P1 speaks for all but P3."""
    spoken_for = people.filter(people.person_id != "P3")
    return spoken_for.select(
        person_id=text("P1"), subject_kind=text("issue"), subject_id="person_id"
    )


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> DuckDB:
    """Three people, a row of attendance each, a slice each."""
    monkeypatch.setattr(evaluation, "ROWS_PER_SLICE", 1)
    db = DuckDB(threads=1)
    db.execute("CREATE SCHEMA facts")
    for table in ("people", "attendance"):
        db.execute(f"CREATE TABLE facts.{table} (person_id VARCHAR)")
        for person in PEOPLE:
            db.execute(f"INSERT INTO facts.{table} VALUES ('{person}')")
    db.execute(
        "CREATE TABLE facts.waivers (waiver_id VARCHAR, person_id VARCHAR,"
        " provision VARCHAR, on_date DATE, reason VARCHAR)"
    )
    return db


def evaluated(pack: Pack, engine: DuckDB, **more: object) -> None:
    evaluate(Run(pack, AS_OF, PARAMETERS, **more), engine)  # type: ignore[arg-type]


def test_a_procedure_is_run_once_over_all_slices(pack: Pack, engine: DuckDB) -> None:
    evaluated(pack, engine)
    rows = engine.fetch("SELECT subject_id, quantity FROM out.obligations ORDER BY 1")
    assert rows == [("P1", 20), ("P2", 10), ("P3", 0)]


def test_a_procedure_takes_the_parameters_of_the_run(pack: Pack, engine: DuckDB) -> None:
    run = Run(pack, AS_OF, PARAMETERS.override({"step": "3"}))
    evaluate(run, engine)
    assert engine.fetch("SELECT max(quantity) FROM out.obligations") == [(6,)]


def test_a_kept_stage_collects_slices_and_takes_in_what_is_found_once(
    pack: Pack, engine: DuckDB
) -> None:
    evaluated(pack, engine)
    rows = engine.fetch("SELECT person_id FROM run.seen ORDER BY 1")
    assert [name for (name,) in rows] == ["A", "B'", "C", *PEOPLE]


def test_a_run_of_one_subject_counts_nothing_that_is_nobodys(pack: Pack, engine: DuckDB) -> None:
    evaluated(pack, engine, subject="person:P2")
    assert engine.fetch("SELECT person_id FROM run.seen") == [("P2",)]


@pytest.mark.parametrize(
    "part", [{"subject": "unit:U1"}, {"provisions": frozenset(["M08-4"])}], ids=str
)
def test_a_run_that_sees_no_person_whole_counts_nothing(
    pack: Pack, part: dict[str, object]
) -> None:
    assert Run(pack, AS_OF, PARAMETERS, **part).counters() == ()  # type: ignore[arg-type]


def test_references_in_the_rows_stand_behind_their_criterion(pack: Pack, engine: DuckDB) -> None:
    evaluated(pack, engine)
    rows = engine.fetch("SELECT holds, fact_refs FROM out.criteria ORDER BY 2")
    assert rows == [(False, "people:P1"), (False, "people:P2"), (True, "people:P3")]


def test_a_waiver_touches_the_rows_of_all_for_whom_the_person_speaks(
    pack: Pack, engine: DuckDB
) -> None:
    engine.execute("INSERT INTO facts.waivers VALUES ('W1', 'P1', 'M08-4', '2020-02-20', '不需要')")
    engine.execute("INSERT INTO facts.waivers VALUES ('W2', 'P3', 'M08-4', '2020-02-20', '不需要')")
    evaluated(pack, engine)
    rows = engine.fetch("SELECT subject_id, state FROM out.obligations ORDER BY 1")
    assert rows == [("P1", "excepted"), ("P2", "excepted"), ("P3", "owed")]


def test_a_dated_list_has_a_row_for_each_item_and_period() -> None:
    found = periods(PARAMETERS, "scarce")
    january, march = (date(2020, m, 1) - date(1970, 1, 1) for m in (1, 3))
    assert [(first, word) for _, first, _, word in found] == [
        (january.days, "A"),
        (january.days, "B'"),
        (march.days, "C"),
    ]
    assert found[0][2] == march.days - 1
