"""One person judged and explained in one prepared statement, over facts that are there.

Every stage that the rules of persons need becomes a part of one statement, so a session that has
prepared it once re-evaluates a person in a single round. What no fact of a person can change (days,
months, rates) is worked out when the session is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from nuanxin.engines.postgres.engine import Postgres
from nuanxin.engines.sql import placed
from nuanxin.policy.compiler import Values, read_text
from nuanxin.policy.evaluate import DAY_TYPES, Run, make_parameter_tables, needed_stages
from nuanxin.policy.explain import Explanation, explain_obligations
from nuanxin.policy.pack import Step
from nuanxin.policy.procedure import Procedure
from nuanxin.policy.provision import CRITERIA_COLUMNS, OBLIGATION_COLUMNS, Rule

INLINED = {"called_person", "told_story"}
"""Stages that tell of many people, and of which one person's rows can be had without the others."""
ASKED_FIRST = {"finding_in_force": "findings", "convalescent": "findings"}
"""Stages that set people against each other, and the facts of a person without which they say
nothing of that person: then they are not made."""
LASTING = {"calendar_day"}
"""The facts that a prepared session reads once."""
_SOUGHT = {"day", "month", "workday_count"}
_READ = re.compile(r'"(facts|run)"\."(\w+)"')
_SETTINGS = {
    "plan_cache_mode": "force_generic_plan",
    # One person's rows are found by index. Where many people are compared, rows are hashed: there
    # a loop within a loop takes seconds in a city of a million.
    "enable_seqscan": "off",
    "enable_mergejoin": "off",
    "max_parallel_workers_per_gather": "0",
}

Row = dict[str, object]


class Prepared:
    """Persons one at a time, in a session of their own.

    ``run`` says pack, day and parameters; what it says of a subject is not looked at, and what
    orientations list is not told. Raises psycopg.Error, and ValueError where a stage of persons
    is an ordered pass in Python.
    """

    def __init__(self, session: Postgres, run: Run) -> None:
        self.session = session
        computed = frozenset(rule.provision for rule in run.pack.rules if not rule.lists)
        only = computed if run.provisions is None else run.provisions
        self.days = run.days
        self.run = replace(
            run,
            subject="person:",
            provisions=only,
            also=(),
            with_criteria=True,
            with_standing=False,
        )
        self.rules = [rule for rule in self.run.rules() if not rule.lists]
        self.values = Values(run.as_of, run.parameters, run.absent, "{0} = $1")
        for name, value in _SETTINGS.items():
            session.execute(f"SET {name} = '{value}'")
        self.stages = needed_stages(self.run, session.name)
        of_days = replace(self.run, provisions=frozenset(), also=run.also)
        self.stages_of_days = needed_stages(of_days, session.name) if run.days else []
        self.lasting = self._make_lasting()
        session.execute(f"PREPARE person (text) AS\n{self.statement()}")
        if run.days:
            session.execute(f"PREPARE days (text) AS\n{self.statement_of_days()}")
        session.connection.commit()

    def judge(self, person_id: str) -> tuple[list[Row], list[Row]]:
        """The obligations and the criteria of a person as they stand now."""
        rows = self.session.fetch(f"EXECUTE person ({_quoted(person_id)})")
        self.session.connection.commit()
        width = len(OBLIGATION_COLUMNS)
        found: dict[object, Row] = {}
        criteria = []
        for row in rows:
            found.setdefault(row[0], dict(zip(OBLIGATION_COLUMNS, row[:width], strict=True)))
            if row[width] is not None:
                criteria.append(dict(zip(CRITERIA_COLUMNS, row[width:], strict=True)))
        return list(found.values()), criteria

    def paid_days(self, person_id: str) -> list[tuple[object, ...]]:
        """The paid days of a person, with the columns of DAY_TYPES; none where not asked for."""
        if not self.days:
            return []
        rows = self.session.fetch(f"EXECUTE days ({_quoted(person_id)})")
        self.session.connection.commit()
        return rows

    def explain(self, person_id: str) -> list[Explanation]:
        """Judge a person and say why."""
        return explain_obligations(self.run, *self.judge(person_id))

    def read_whole(self, person_id: str) -> list[str]:
        """The tables of facts that judging a person reads whole, by rows or along an index."""
        ((told,),) = self.session.fetch(
            f"EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE person ({_quoted(person_id)})"
        )
        self.session.connection.commit()
        return sorted(set(_whole(told[0]["Plan"])))  # type: ignore[index]

    def statement(self) -> str:
        """The one statement; ``$1`` is the person."""
        parts = self._parts(self.stages)
        own = "subject_kind = 'person' AND subject_id = $1"
        made = _union(self._text(f"rules/{rule.key}") for rule in self.rules)
        parts["out_obligations"] = f"SELECT * FROM ({made}) AS made WHERE {own}"
        parts["run_excepted"] = self._text("waivers/excepted")
        why = [self._reasons(rule) for rule in self.rules]
        parts["out_criteria"] = _union([*why, self._text("waivers/criteria")])
        shown = ", ".join(
            "CASE WHEN e.obligation_id IS NULL THEN o.state ELSE 'excepted' END"
            if column == "state"
            else f"o.{column}"
            for column in OBLIGATION_COLUMNS
        )
        reasons = ", ".join(f"c.{column}" for column in CRITERIA_COLUMNS)
        query = (
            f"SELECT {shown}, {reasons} FROM out.obligations AS o"
            " LEFT JOIN run.excepted AS e USING (obligation_id)"
            " LEFT JOIN out.criteria AS c USING (obligation_id)"
        )
        return self._composed(parts, query)

    def statement_of_days(self) -> str:
        """The statement of paid days; ``$1`` is the person."""
        columns = ", ".join(DAY_TYPES)
        own = f"SELECT {columns} FROM run.{self.days} WHERE person_id = $1"
        return self._composed(self._parts(self.stages_of_days), own)

    def _parts(self, stages: Iterable[Step]) -> dict[str, str]:
        parts = {"run_scope": "SELECT person_id FROM facts.people WHERE person_id = $1"}
        for stage in stages:
            if stage.name not in self.lasting:
                parts[f"run_{stage.name}"] = self._stage(stage.name)
        return parts

    def _composed(self, parts: dict[str, str], query: str) -> str:
        named = ",\n".join(f'"{name}" AS {_kept(name)} (\n{sql}\n)' for name, sql in parts.items())
        return placed(f"WITH {named}\n{query}", self._placed)

    def _placed(self, schema: str, table: str) -> str:
        if schema == "facts" or table in self.lasting:
            return self.session.place(schema, table)
        return f'"{schema}_{table}"'

    def _stage(self, name: str) -> str:
        text = self._text(f"stages/{name}")
        if name not in ASKED_FIRST:
            return text
        own = f"SELECT FROM facts.{ASKED_FIRST[name]} WHERE person_id = $1"
        return f"SELECT * FROM ({text}) AS all_of_it WHERE EXISTS ({own})"

    def _reasons(self, rule: Rule) -> str:
        """Why, asked only where the rule's provision found something."""
        found = f"SELECT FROM out.obligations WHERE provision = '{rule.provision}'"
        text = self._text(f"criteria/{rule.key}")
        return f"SELECT * FROM ({text}) AS why WHERE EXISTS ({found})"

    def _text(self, name: str) -> str:
        return self.values.fill(read_text(self.run.pack, name, self.session.name))

    def _make_lasting(self) -> set[str]:
        """Make the stages that read no fact that could change; their names."""
        lasting = make_parameter_tables(self.run, self.session)
        every = {stage.name: stage for stage in (*self.stages, *self.stages_of_days)}
        for stage in every.values():
            if isinstance(stage, Procedure):
                raise ValueError(f"{stage.name} cannot be part of one statement")
            text = self._text(f"stages/{stage.name}")
            read = set(_READ.findall(text))
            known = {("facts", name) for name in LASTING} | {("run", name) for name in lasting}
            if stage.once and read <= known:
                self.session.build(f"run.{stage.name}", text)
                for key in sorted(_SOUGHT & set(stage.expression.columns)):
                    self.session.execute(f'CREATE INDEX ON run.{stage.name} ("{key}")')
                lasting.add(stage.name)
        return lasting


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _whole(node: dict[str, Any]) -> Iterator[str]:
    table = node.get("Relation Name", "")
    is_told_where = "Index Cond" in node or node["Node Type"] == "Bitmap Heap Scan"
    if table and node["Actual Loops"] and not is_told_where and not table.startswith("run_"):
        yield table
    for below in node.get("Plans", ()):
        yield from _whole(below)


def _kept(part: str) -> str:
    return "NOT MATERIALIZED" if part.removeprefix("run_") in INLINED else "MATERIALIZED"


def _union(queries: Iterable[str]) -> str:
    return "\nUNION ALL\n".join(f"({query})" for query in queries)
