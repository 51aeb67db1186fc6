"""A stand: facts evaluated once, on which mutants are tried one after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import count, groupby
from types import MappingProxyType

import duckdb

from nuanxin.engines.attempt import Attempt, Slip
from nuanxin.engines.duckdb import DuckDB
from nuanxin.policy import waiver
from nuanxin.policy.compiler import Values, read_text
from nuanxin.policy.engine import make_table
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.provision import LISTED_COLUMNS, OBLIGATION_COLUMNS, OBLIGATION_TYPES
from nuanxin.policy.reach import Reading

PATIENCE = 20.0
"""Seconds after which a mutant's statement is stopped; one that never ends is found out."""

Hold = Callable[[duckdb.DuckDBPyConnection], frozenset[str]]
"""Puts facts into the schema ``facts`` and gives the names of absent tables."""

_number = count()


class Stand:
    """Facts, evaluated in a database of their own inside a shared engine."""

    court: str
    """The kind of the stand: ``cases`` or ``cities``."""

    def __init__(
        self,
        pack: Pack,
        engine: DuckDB,
        hold: Hold,
        as_of: date,
        provisions: frozenset[str],
        reading: Reading,
    ) -> None:
        """Hold the facts and evaluate these provisions by the pack as it is."""
        self.pack, self.engine, self.provisions, self.reading = pack, engine, provisions, reading
        self.database = f"stand{next(_number)}"
        engine.execute(f"ATTACH ':memory:' AS {self.database}")
        self._use()
        absent = hold(engine.connection)
        self.run = Run(
            *(pack, as_of, pack.parameters, absent), with_criteria=False, provisions=provisions
        )
        evaluate(self.run, engine)
        self.rules = sorted(self.run.rules(), key=lambda rule: rule.provision)
        texts = {text for rule in self.rules for text in reading.reach[rule.key]}
        self.stages = {s.name: s for s in pack.stages if f"stages/{s.name}" in texts}
        self.waives = bool(engine.fetch("SELECT 1 FROM facts.waivers LIMIT 1"))
        engine.execute("CREATE SCHEMA base")
        for rule in self.rules:
            sql = self.filled(reading.sql[f"rules/{rule.key}"])
            engine.execute(f'CREATE TABLE base."{rule.key}" AS {sql}')

    def close(self) -> None:
        """Forget the facts and all that was built."""
        self.engine.execute("USE memory")
        self.engine.execute(f"DETACH {self.database}")

    def kills(self, slip: Slip, provisions: frozenset[str]) -> bool:
        """Whether one of these provisions says here what the mutant does not.

        Raises duckdb.FatalException when the engine broke: nothing it holds can be used.
        """
        if self.provisions.isdisjoint(provisions):
            return False
        self._use()
        watch = threading.Timer(PATIENCE, self.engine.connection.interrupt)
        watch.start()
        try:
            return self._is_killed(slip, provisions)
        except duckdb.FatalException:
            raise  # the engine is broken, and would call every later mutant killed
        except (duckdb.Error, TypeError, ValueError, ArithmeticError):
            return True
        finally:
            watch.cancel()

    def _is_killed(self, slip: Slip, provisions: frozenset[str]) -> bool:
        attempt = Attempt(self, slip)
        for provision, rules in groupby(self.rules, lambda rule: rule.provision):
            if provision in provisions:
                changed = attempt.judge(list(rules))
                if changed and self.minds(provision, self.rows({provision}, changed)):
                    return True
        return False

    def minds(self, provision: str, rows: list[dict[str, object]]) -> bool:
        """Whether these cannot be the provision's rows."""
        raise NotImplementedError

    def rows(
        self, provisions: Iterable[str], changed: Mapping[str, str] = MappingProxyType({})
    ) -> list[dict[str, object]]:
        """The rows of these provisions, those of changed rules from their own tables."""
        self._use()
        asked = [rule for rule in self.rules if rule.provision in provisions]
        tables = {rule.key: changed.get(rule.key, f'base."{rule.key}"') for rule in asked}
        owed = [tables[rule.key] for rule in asked if not rule.lists]
        return self._obligations(owed) + self._listed([tables[r.key] for r in asked if r.lists])

    def _listed(self, tables: list[str]) -> list[dict[str, object]]:
        """The entries of orientations, with the columns that they do not have left empty."""
        blank: dict[str, object] = dict.fromkeys(OBLIGATION_COLUMNS)
        names = ", ".join(LISTED_COLUMNS)
        rows = [
            row for table in tables for row in self.engine.fetch(f"SELECT {names} FROM {table}")
        ]
        return [{**blank, **dict(zip(LISTED_COLUMNS, row, strict=True))} for row in rows]

    def _obligations(self, tables: list[str]) -> list[dict[str, object]]:
        """The rows of obligations, waivers applied."""
        if not tables:
            return []
        columns = ", ".join(OBLIGATION_COLUMNS)
        query = " UNION ALL ".join(f"SELECT {columns} FROM {table}" for table in tables)
        if self.waives:
            make_table(self.engine, "out.obligations", OBLIGATION_TYPES)
            self.engine.execute(f"INSERT INTO out.obligations {query}")
            excepted = self.filled(read_text(self.pack, "waivers/excepted"))
            self.engine.build("run.excepted", excepted)
            self.engine.amend("out.obligations", "state", "'excepted'", waiver.WAIVED)
            query = f"SELECT {columns} FROM out.obligations"
        rows = self.engine.fetch(query)
        return [dict(zip(OBLIGATION_COLUMNS, row, strict=True)) for row in rows]

    def filled(self, sql: str, parameters: Parameters | None = None) -> str:
        """A text with this stand's values, or those of other parameters."""
        known = parameters or self.run.parameters
        return Values(self.run.as_of, known, self.run.absent).fill(sql)

    def _use(self) -> None:
        self.engine.execute(f"USE {self.database}")
