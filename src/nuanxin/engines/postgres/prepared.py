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
from nuanxin.policy.evaluate import Run, make_parameter_tables, needed_stages
from nuanxin.policy.explain import Explanation, explain_obligations
from nuanxin.policy.procedure import Procedure
from nuanxin.policy.provision import CRITERIA_COLUMNS, OBLIGATION_COLUMNS

INLINED = {"called_person"}
"""Stages that tell of many people, and of which one person's rows can be had without the others."""
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
    orientations list is not told. Raises
    psycopg.Error, and ValueError where a stage of persons is an ordered pass in Python.
    """

    def __init__(self, session: Postgres, run: Run) -> None:
        self.session = session
        computed = frozenset(rule.provision for rule in run.pack.rules if not rule.lists)
        only = computed if run.provisions is None else run.provisions
        self.run = replace(
            run, subject="person:", provisions=only, with_criteria=True, with_standing=False
        )
        self.rules = [rule for rule in self.run.rules() if not rule.lists]
        self.values = Values(run.as_of, run.parameters, run.absent, "{0} = $1")
        for name, value in _SETTINGS.items():
            session.execute(f"SET {name} = '{value}'")
        self.stages = needed_stages(self.run, session.name)
        self.lasting = self._make_lasting()
        session.execute(f"PREPARE person (text) AS\n{self.statement()}")
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
        parts = {"run_scope": "SELECT person_id FROM facts.people WHERE person_id = $1"}
        for stage in self.stages:
            if stage.name not in self.lasting:
                parts[f"run_{stage.name}"] = self._text(f"stages/{stage.name}")
        own = "subject_kind = 'person' AND subject_id = $1"
        made = _union(self._text(f"rules/{rule.key}") for rule in self.rules)
        parts["out_obligations"] = f"SELECT * FROM ({made}) AS made WHERE {own}"
        parts["run_excepted"] = self._text("waivers/excepted")
        why = [self._text(f"criteria/{rule.key}") for rule in self.rules]
        parts["out_criteria"] = _union([*why, self._text("waivers/criteria")])
        named = ",\n".join(f'"{name}" AS {_kept(name)} (\n{sql}\n)' for name, sql in parts.items())
        shown = ", ".join(
            "CASE WHEN e.obligation_id IS NULL THEN o.state ELSE 'excepted' END"
            if column == "state"
            else f"o.{column}"
            for column in OBLIGATION_COLUMNS
        )
        reasons = ", ".join(f"c.{column}" for column in CRITERIA_COLUMNS)
        query = (
            f"WITH {named}\nSELECT {shown}, {reasons} FROM out.obligations AS o"
            " LEFT JOIN run.excepted AS e USING (obligation_id)"
            " LEFT JOIN out.criteria AS c USING (obligation_id)"
        )
        return placed(query, self._placed)

    def _placed(self, schema: str, table: str) -> str:
        if schema == "facts" or table in self.lasting:
            return self.session.place(schema, table)
        return f'"{schema}_{table}"'

    def _text(self, name: str) -> str:
        return self.values.fill(read_text(self.run.pack, name, self.session.name))

    def _make_lasting(self) -> set[str]:
        """Make the stages that read no fact that could change; their names."""
        lasting = make_parameter_tables(self.run, self.session)
        for stage in self.stages:
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
