"""Evaluate: facts to obligations and criteria, slice by slice, on any engine that runs SQL.

A slice is a scope: a set of people whose attendance is read, whose stages are built, whose rows
are kept, before the next slice replaces them. So memory does not grow with the city, progress is
real, a run can be stopped between two statements, and one person is a slice like any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nuanxin.policy import waiver
from nuanxin.policy.compiler import Values, day_number, read_text
from nuanxin.policy.engine import Engine, make_table
from nuanxin.policy.pack import Pack, Step
from nuanxin.policy.parameter import Scalar
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.procedure import Procedure
from nuanxin.policy.provision import CRITERIA_TYPES, LISTED_TYPES, OBLIGATION_TYPES, Rule
from nuanxin.policy.stage import Stage
from nuanxin.policy.standing import STANDING_TYPES, Standing

Progress = Callable[[str, float], None]
"""Called with what is being done and the share done so far, 0 to 1."""

ROWS_PER_SLICE = 2_800_000
IN_SCOPE = "{0} IN (SELECT person_id FROM run.scope)"
FAR_FUTURE = date(9999, 12, 31)
DAY_TYPES = {
    "person_id": "VARCHAR",
    "payer": "VARCHAR",
    "tier": "BIGINT",
    "percent": "BIGINT",
    "is_half": "BOOLEAN",
    "contact": "BOOLEAN",
    "fen": "BIGINT",
    "date": "DATE",
    "is_aid": "BOOLEAN",
}
"""The columns of the table of paid person-days, with their SQL types."""

COUNTER_TYPES = {"provision": "VARCHAR", "what": "VARCHAR", "count": "BIGINT"}
"""The columns of the stages that count what has no row, with their SQL types."""
OUTPUT = {"obligations": OBLIGATION_TYPES, "listed": LISTED_TYPES, "criteria": CRITERIA_TYPES}
"""The tables of ``out`` that every run fills, with their columns."""
DATED_TABLES = {"parameter_values": "DECIMAL(18, 4)", "parameter_words": "VARCHAR"}
"""The tables of ``run`` that hold dated parameters, numbers and the items of lists."""


@dataclass(frozen=True)
class Run:
    """What to evaluate.

    ``subject`` is ``person:ID`` or ``unit:ID``, none means everybody; ``provisions`` limits
    what is computed, none means all. ``absent`` names fact tables that were not handed in.
    ``with_standing`` asks for the table of standing as well.
    ``known`` says that ``parameters`` are those published by that day. ``also`` names kept
    stages to build besides those that the rules read. ``rows_per_slice`` is how many attendance
    rows a slice has at most on average, none the usual number.
    """

    pack: Pack
    as_of: date
    parameters: Parameters
    absent: frozenset[str] = frozenset()
    subject: str | None = None
    with_criteria: bool = True
    provisions: frozenset[str] | None = None
    with_standing: bool = False
    known: date | None = None
    also: tuple[str, ...] = ()
    rows_per_slice: int | None = None

    @property
    def days(self) -> str | None:
        """The table of ``run`` with the paid person-days; none when they are not asked for."""
        return self.pack.days if self.pack.days in self.also else None

    def rules(self) -> list[Rule]:
        """The rules to run: those of the provisions, and of the subject's kind."""
        kind = None if self.subject is None else self.subject.partition(":")[0]
        return [
            rule
            for rule in self.pack.rules
            if (self.provisions is None or rule.provision in self.provisions)
            and kind in (None, rule.subject_kind)
        ]

    def standing(self) -> list[Standing]:
        """How standing is found: none unless asked for, and for one subject nothing compared."""
        if not self.with_standing:
            return []
        return [s for s in self.pack.standing if self.subject is None or not s.compare]

    def parameters_used(self) -> tuple[str, ...]:
        """The keys of the parameters that these rules, and standing, use, each once."""
        keys = [rule.parameters for rule in self.rules()]
        keys += [standing.parameters for standing in self.standing()]
        return tuple(dict.fromkeys(key for some in keys for key in some))

    def output(self) -> dict[str, dict[str, str]]:
        """The tables of ``out`` that it fills, with their columns and SQL types."""
        return OUTPUT | ({"standing": STANDING_TYPES} if self.with_standing else {})

    def counters(self) -> tuple[str, ...]:
        """The stages that count what has no row: they see persons whole, and all provisions."""
        of_persons = self.subject is None or self.subject.startswith("person:")
        return self.pack.counters if of_persons and self.provisions is None else ()


def _silent(_what: str, _share: float) -> None: ...


def evaluate(run: Run, engine: Engine, on_progress: Progress = _silent) -> None:
    """Fill ``out.obligations``, ``out.listed`` and ``out.criteria`` of the engine.

    Raises whatever the engine raises; the tables are then incomplete and must not be used.
    """
    values = Values(run.as_of, run.parameters, run.absent)
    _Evaluation(run, engine, values).all_slices(on_progress)


def needed_texts(run: Run, dialect: str = "duckdb") -> list[str]:
    """The texts of the stages and rules that a run reads, without criteria, as they are kept."""
    names = [f"stages/{stage.name}" for stage in needed_stages(run, dialect)]
    names += [f"rules/{rule.key}" for rule in run.rules()]
    return [read_text(run.pack, name, dialect) for name in names]


class _Evaluation:
    def __init__(self, run: Run, engine: Engine, values: Values) -> None:
        self.run, self.engine, self.values = run, engine, values
        self.started: set[str] = set()
        self.rules = run.rules()
        self.stages = needed_stages(run, engine.name)
        self.last_read: dict[str, list[str]] = {}

    def all_slices(self, on_progress: Progress) -> None:
        self._prepare()
        slices = self._slices()
        if len(slices) > 1:
            self.last_read = self._last_read()
        for number, condition in enumerate(slices):
            on_progress(f"slice {number + 1} of {len(slices)}", number / len(slices))
            self._scope(condition)
            self._build_stages(is_first=number == 0)
            self._judge([rule for rule in self.rules if not rule.over_all])
            self._stand(over_all=False)
            if number + 1 < len(slices):
                self.engine.press()
        self._judge([rule for rule in self.rules if rule.over_all])
        self._stand(over_all=True)
        self._waive()
        if self.run.subject is not None:
            self._keep_only(self.run.subject)
        on_progress("done", 1.0)

    def _text(self, name: str) -> str:
        return self.values.fill(read_text(self.run.pack, name, self.engine.name))

    def _prepare(self) -> None:
        self.engine.clear()
        for table, columns in self.run.output().items():
            make_table(self.engine, f"out.{table}", columns)
            self.started.add(f"out.{table}")
        make_parameter_tables(self.run, self.engine)

    def _slices(self) -> Sequence[str]:
        """Conditions on a person's id ``{0}`` that share everybody into slices of like size."""
        if self.run.subject is not None and not any(rule.compares for rule in self.rules):
            return [_of_subject(self.run.subject)]
        ((rows,),) = self.engine.fetch("SELECT count(*) FROM facts.attendance")
        count = max(1, -(-int(str(rows)) // (self.run.rows_per_slice or ROWS_PER_SLICE)))
        cuts = [
            _quoted(str(first))
            for (first,) in self.engine.fetch(
                "SELECT min(person_id) FROM (SELECT person_id, ntile("
                f"{count}) OVER (ORDER BY person_id) AS part FROM facts.people)"
                " GROUP BY part ORDER BY 1"
            )
        ]
        if len(cuts) < 2:
            return ["TRUE"]
        lows = [f"{{0}} >= {_in_braces(cut)}" for cut in cuts[1:]]
        highs = [f"{{0}} < {_in_braces(cut)}" for cut in cuts[1:]]
        middle = [f"{low} AND {high}" for low, high in zip(lows[:-1], highs[1:], strict=True)]
        return [highs[0], *middle, lows[-1]]

    def _scope(self, condition: str) -> None:
        people = condition.format("person_id")
        self.engine.build("run.scope", f"SELECT person_id FROM facts.people WHERE {people}")
        # What is long to find out is looked up; a name or a range is told to every scan.
        is_found_out = "SELECT" in condition
        self.values = replace(self.values, scope=IN_SCOPE if is_found_out else condition)

    def _build_stages(self, *, is_first: bool) -> None:
        for stage in self.stages:
            if stage.once and not is_first:
                continue
            if isinstance(stage, Procedure):
                self._run_procedure(stage)
            else:
                kept = stage.kept or stage.into is not None
                self._build(f"stages/{stage.name}", f"run.{stage.into or stage.name}", keep=kept)

    def _last_read(self) -> dict[str, list[str]]:
        """By text, the stages of a slice that no later text reads: they need no more room."""
        kinds = ("rules", "criteria") if self.run.with_criteria else ("rules",)
        judged = [(r.over_all, f"{kind}/{r.key}") for r in self.rules for kind in kinds]
        judged += [(s.over_all, f"standing/{s.name}") for s in self.run.standing()]
        texts = [f"stages/{stage.name}" for stage in self.stages]
        texts += [text for over_all, text in judged if not over_all]
        after = [text for over_all, text in judged if over_all]
        stays = {*self.run.also, *self.run.counters()}.union(*map(self._reads, after))
        last = {name: text for text in texts for name in self._reads(text)}
        found: dict[str, list[str]] = {}
        for stage in self.stages:
            passes = isinstance(stage, Procedure) or not (stage.kept or stage.into)
            if passes and not stage.once and stage.name not in stays and stage.name in last:
                found.setdefault(last[stage.name], []).append(stage.name)
        return found

    def _reads(self, text: str) -> set[str]:
        return _reads(read_text(self.run.pack, text, self.engine.name))

    def _forget_after(self, text: str) -> None:
        for name in self.last_read.get(text, ()):
            self.engine.forget(f"run.{name}")

    def _run_procedure(self, procedure: Procedure[Any, Any]) -> None:
        known = self.run.parameters
        numbers = {key: known.number(key, self.run.as_of) for key in procedure.parameters}
        read = self.engine.fetch(self._text(f"stages/{procedure.name}"))
        rows = procedure.rows(read, numbers)
        make_table(self.engine, f"run.{procedure.name}", procedure.columns, rows)
        self._forget_after(f"stages/{procedure.name}")

    def _build(self, text: str, table: str, *, keep: bool = False) -> None:
        append = keep and table in self.started
        self.engine.build(table, self._text(text), append=append)
        self.started.add(table)
        self._forget_after(text)

    def _judge(self, rules: Sequence[Rule]) -> None:
        for rule in rules:
            into = "out.listed" if rule.lists else "out.obligations"
            self._build(f"rules/{rule.key}", into, keep=True)
            if self.run.with_criteria:
                self._build(f"criteria/{rule.key}", "out.criteria", keep=True)

    def _stand(self, *, over_all: bool) -> None:
        for standing in self.run.standing():
            if standing.over_all == over_all:
                self._build(f"standing/{standing.name}", "out.standing", keep=True)

    def _waive(self) -> None:
        self._build("waivers/excepted", "run.excepted")
        self.engine.amend("out.obligations", "state", "'excepted'", waiver.WAIVED)
        if self.run.with_criteria:
            self._build("waivers/criteria", "out.criteria", keep=True)

    def _keep_only(self, subject: str) -> None:
        """Drop the rows of others: those who worked at a unit worked at other units too."""
        kind, _, name = subject.partition(":")
        of_subject = f"subject_kind = {_quoted(kind)} AND subject_id = {_quoted(name)}"
        for table in ("obligations", "listed"):
            self.engine.remove(f"out.{table}", f"NOT ({of_subject})")
        self.engine.remove(
            "out.criteria",
            "obligation_id NOT IN (SELECT obligation_id FROM out.obligations"
            " UNION ALL SELECT listing_id FROM out.listed)",
        )
        if self.run.with_standing:
            self.engine.remove("out.standing", f"NOT ({of_subject})")


def needed_stages(run: Run, dialect: str) -> list[Step]:
    """The stages that the run's rules read, directly or through other stages, in order."""

    def reads(name: str) -> set[str]:
        return _reads(read_text(run.pack, name, dialect))

    def counts_all(stage: Step) -> bool:
        """Whether it counts what belongs to nobody, which only a run of everybody does."""
        counted = isinstance(stage, Stage) and stage.into in run.counters()
        return counted and run.subject is None

    kinds = ("rules", "criteria") if run.with_criteria else ("rules",)
    names = [f"{kind}/{rule.key}" for rule in run.rules() for kind in kinds]
    names += [f"standing/{standing.name}" for standing in run.standing()]
    wanted = {*run.counters(), *run.also}.union(*map(reads, names))
    needed = []
    for stage in reversed(run.pack.stages):
        if stage.name in wanted or counts_all(stage):
            wanted |= reads(f"stages/{stage.name}")
            needed.append(stage)
    return needed[::-1]


def make_parameter_tables(run: Run, engine: Engine, schema: str = "run") -> set[str]:
    """Make the tables of dated parameters in a schema of the engine; their names."""
    dated = [row for key in run.pack.dated for row in periods(run.parameters, key)]
    for table, kind in DATED_TABLES.items():
        rows = [row for row in dated if isinstance(row[-1], str) == (kind == "VARCHAR")]
        columns = {"key": "VARCHAR", "from_day": "BIGINT", "to_day": "BIGINT", "value": kind}
        make_table(engine, f"{schema}.{table}", columns, rows)
    return set(DATED_TABLES)


def _reads(sql: str) -> set[str]:
    return {name for _, name in re.findall(r"""(["`])run\1\.\1(\w+)\1""", sql)}


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _in_braces(quoted: str) -> str:
    """A text literal as part of a condition whose ``{0}`` is to be filled."""
    return quoted.replace("{", "{{").replace("}", "}}")


def _of_subject(subject: str) -> str:
    """The people that must be looked at for a subject, as a condition on a person's id ``{0}``."""
    kind, _, name = subject.partition(":")
    quoted = _in_braces(_quoted(name))
    if kind == "person":
        return f"{{0}} = {quoted}"
    # A unit's shifts are merged with all others of the same people, wherever they worked.
    of_unit = f"{{0}} IN (SELECT person_id FROM facts.people WHERE unit_id = {quoted})"
    its_posts = f"(SELECT post_id FROM facts.posts WHERE unit_id = {quoted})"
    at_its_posts = [
        f"{{0}} IN (SELECT person_id FROM facts.{table} WHERE post_id IN {its_posts})"
        for table in ("attendance", "spells")
    ]
    return " OR ".join([of_unit, *at_its_posts])


def periods(parameters: Parameters, key: str) -> list[tuple[str, int, int, Scalar]]:
    """The periods of a dated parameter as (key, first day, last day, value), day numbers.

    A list has a row for each of its items in each period.
    """
    steps = parameters.timeline(key)
    ends = [first for first, _ in steps[1:]]
    lasts = [day_number(end) - 1 for end in ends] + [day_number(FAR_FUTURE)]
    return [
        (key, day_number(first), last, item)
        for (first, value), last in zip(steps, lasts, strict=True)
        for item in (value if isinstance(value, tuple) else (value,))
    ]
