"""A stand: the golden cases of one gathering, evaluated once, on which mutants are tried.

Only what a mutant touches is built anew, beside what was built: a stage that comes out as it was
ends the trial there. Rows that differ are held against the cases, waivers applied.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from itertools import count

import duckdb

from nuanxin.engines.duckdb import DuckDB
from nuanxin.facts.memory import hold_facts
from nuanxin.policy import waiver
from nuanxin.policy.compiler import Values, read_text
from nuanxin.policy.engine import make_table
from nuanxin.policy.evaluate import DATED_TABLES, Run, evaluate, periods
from nuanxin.policy.gathering import Gathering
from nuanxin.policy.mutants import Mutant
from nuanxin.policy.pack import Pack, Step
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.procedure import Procedure
from nuanxin.policy.provision import (
    LISTED_COLUMNS,
    OBLIGATION_COLUMNS,
    OBLIGATION_TYPES,
    Rule,
)
from nuanxin.policy.reach import texts_of

PATIENCE = 20.0
"""Seconds after which a mutant's statement is stopped; one that never ends is found out."""

_number = count()


class Stand:
    """One gathering, evaluated in a database of its own inside a shared engine."""

    def __init__(self, pack: Pack, gathering: Gathering, engine: DuckDB) -> None:
        """Hold the facts and evaluate them by the pack as it is."""
        self.pack, self.gathering, self.engine = pack, gathering, engine
        self.database = f"stand{next(_number)}"
        engine.execute(f"ATTACH ':memory:' AS {self.database}")
        self._use()
        absent = hold_facts(gathering.facts, engine.connection, gathering.days)
        self.run = Run(
            *(pack, gathering.as_of, pack.parameters, absent),
            with_criteria=False,
            provisions=gathering.provisions,
        )
        evaluate(self.run, engine)
        self.rules = self.run.rules()
        self.reach = {rule.key: frozenset(texts_of(pack, rule)) for rule in self.rules}
        texts = frozenset().union(*self.reach.values())
        self.stages = [s for s in pack.stages if f"stages/{s.name}" in texts]
        self.waives = bool(engine.fetch("SELECT 1 FROM facts.waivers LIMIT 1"))
        engine.execute("CREATE SCHEMA base")
        for rule in self.rules:
            engine.execute(f"CREATE TABLE {_base(rule)} AS {self._filled(f'rules/{rule.key}')}")

    def close(self) -> None:
        """Forget the facts and all that was built."""
        self.engine.execute("USE memory")
        self.engine.execute(f"DETACH {self.database}")

    def kills(self, mutant: Mutant) -> bool:
        """Whether a case of this gathering says otherwise than the mutant."""
        self._use()
        watch = threading.Timer(PATIENCE, self.engine.connection.interrupt)
        watch.start()
        try:
            return self._is_killed(mutant)
        except (duckdb.Error, TypeError, ValueError, ArithmeticError):
            return True
        finally:
            watch.cancel()

    def faults(self) -> dict[int, list[str]]:
        """What the cases say against the pack as it is."""
        self._use()
        return self.gathering.faults(self._rows({}, self.gathering.provisions))

    def _is_killed(self, mutant: Mutant) -> bool:
        self.engine.execute("DROP SCHEMA IF EXISTS mutant CASCADE")
        self.engine.execute("CREATE SCHEMA mutant")
        trial = _Trial(self, mutant)
        for stage in self.stages:
            if trial.touches(f"stages/{stage.name}"):
                trial.build(stage)
        changed: dict[str, str] = {}
        for rule in self.rules:
            if trial.touches(f"rules/{rule.key}"):
                changed |= trial.judge(rule)
        provisions = frozenset(key.partition(".")[0] for key in changed)
        if not provisions:
            return False
        found = self.gathering.faults(self._rows(changed, provisions))
        return any(self.gathering.cases[place].provision in provisions for place in found)

    def _rows(
        self, changed: Mapping[str, str], provisions: frozenset[str]
    ) -> list[dict[str, object]]:
        """The rows of these provisions, those of changed rules from their own tables."""
        asked = [rule for rule in self.rules if rule.provision in provisions]
        columns = ", ".join(OBLIGATION_COLUMNS)
        owed = [changed.get(rule.key, _base(rule)) for rule in asked if not rule.lists]
        listed = [changed.get(rule.key, _base(rule)) for rule in asked if rule.lists]
        return self._obligations(owed, columns) + self._listed(listed)

    def _listed(self, tables: list[str]) -> list[dict[str, object]]:
        """The entries of orientations, with the columns that they do not have left empty."""
        blank: dict[str, object] = dict.fromkeys(OBLIGATION_COLUMNS)
        names = ", ".join(LISTED_COLUMNS)
        rows = [
            row for table in tables for row in self.engine.fetch(f"SELECT {names} FROM {table}")
        ]
        return [{**blank, **dict(zip(LISTED_COLUMNS, row, strict=True))} for row in rows]

    def _obligations(self, tables: list[str], columns: str) -> list[dict[str, object]]:
        """The rows of obligations, waivers applied."""
        if not tables:
            return []
        query = " UNION ALL ".join(f"SELECT {columns} FROM {table}" for table in tables)
        if self.waives:
            make_table(self.engine, "out.obligations", OBLIGATION_TYPES)
            self.engine.execute(f"INSERT INTO out.obligations {query}")
            self.engine.execute("DROP TABLE IF EXISTS run.excepted")
            self.engine.execute(f"CREATE TABLE run.excepted AS {self._filled('waivers/excepted')}")
            self.engine.amend("out.obligations", "state", "'excepted'", waiver.WAIVED)
            query = f"SELECT {columns} FROM out.obligations"
        rows = self.engine.fetch(query)
        return [dict(zip(OBLIGATION_COLUMNS, row, strict=True)) for row in rows]

    def _filled(self, text: str, parameters: Parameters | None = None) -> str:
        return self.filled(read_text(self.pack, text), parameters)

    def filled(self, sql: str, parameters: Parameters | None = None) -> str:
        """A text with this stand's values, or those of other parameters."""
        known = parameters or self.run.parameters
        return Values(self.run.as_of, known, self.run.absent).fill(sql)

    def _use(self) -> None:
        self.engine.execute(f"USE {self.database}")


class _Trial:
    """What one mutant has changed so far, as tables of the schema ``mutant``."""

    def __init__(self, stand: Stand, mutant: Mutant) -> None:
        self.stand, self.mutant = stand, mutant
        self.changed: set[str] = set()
        self.sql = mutant.write() if mutant.write else None
        if mutant.parameters is not None:
            self._date_parameters(mutant.parameters)

    def _date_parameters(self, parameters: Parameters) -> None:
        dated = [row for key in self.stand.pack.dated for row in periods(parameters, key)]
        for table, kind in DATED_TABLES.items():
            rows = [row for row in dated if isinstance(row[-1], str) == (kind == "VARCHAR")]
            columns = {"key": "VARCHAR", "from_day": "BIGINT", "to_day": "BIGINT", "value": kind}
            make_table(self.stand.engine, f"mutant.{table}", columns, rows)
            if self._differs(f"mutant.{table}", f"run.{table}"):
                self.changed.add(table)

    def touches(self, text: str) -> bool:
        """Whether the text is the mutated one, or reads what has changed."""
        sql = read_text(self.stand.pack, text)
        if self.mutant.text == text or any(f'"run"."{name}"' in sql for name in self.changed):
            return True
        if self.mutant.parameters is None:
            return False
        if self._filled(text) != self.stand.filled(sql):
            return True
        key = self.mutant.text.partition("/")[2]
        return any(
            isinstance(s, Procedure) and text == f"stages/{s.name}" and key in s.parameters
            for s in self.stand.pack.stages
        )

    def build(self, stage: Step) -> None:
        """Build the stage anew; it counts as changed when its rows differ."""
        table, sql = f"mutant.{stage.name}", self._filled(f"stages/{stage.name}")
        if isinstance(stage, Procedure):
            known = self.mutant.parameters or self.stand.run.parameters
            numbers = {k: known.number(k, self.stand.run.as_of) for k in stage.parameters}
            rows = stage.rows(self.stand.engine.fetch(sql), numbers)
            make_table(self.stand.engine, table, stage.columns, rows)
        else:
            self.stand.engine.execute(f"CREATE TABLE {table} AS {sql}")
        if self._differs(table, f"run.{stage.name}"):
            self.changed.add(stage.name)

    def judge(self, rule: Rule) -> dict[str, str]:
        """The rule's new table by its key, when its rows differ."""
        table = f'mutant."{rule.key}"'
        self.stand.engine.execute(f"CREATE TABLE {table} AS {self._filled(f'rules/{rule.key}')}")
        return {rule.key: table} if self._differs(table, _base(rule)) else {}

    def _differs(self, new: str, old: str) -> bool:
        engine = self.stand.engine
        counts = engine.fetch(f"SELECT (SELECT count(*) FROM {new}), (SELECT count(*) FROM {old})")
        if counts[0][0] != counts[0][1]:
            return True
        return bool(engine.fetch(f"(FROM {new} EXCEPT ALL FROM {old}) LIMIT 1"))

    def _filled(self, text: str) -> str:
        own = self.sql if self.mutant.text == text else None
        sql = self.stand.filled(own or read_text(self.stand.pack, text), self.mutant.parameters)
        for name in self.changed:
            sql = re.sub(rf'"?\brun\b"?\."?{name}\b"?', f'"mutant"."{name}"', sql)
        return sql


def _base(rule: Rule) -> str:
    return f'base."{rule.key}"'
