"""An attempt: one mutant on one stand, building anew only what it touches.

A stage that comes out as it was ends the attempt there. Stages are built when a rule asks for
them, so an attempt that is killed early builds little.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nuanxin.policy.engine import make_table
from nuanxin.policy.evaluate import make_parameter_tables
from nuanxin.policy.mutants import Mutant
from nuanxin.policy.pack import Step
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.procedure import Procedure
from nuanxin.policy.provision import Rule
from nuanxin.policy.reach import Reading

if TYPE_CHECKING:
    from nuanxin.engines.stand import Stand


@dataclass(frozen=True)
class Slip:
    """A mutant written out once, for all stands it is tried on."""

    mutant: Mutant
    sql: str | None

    @classmethod
    def of(cls, mutant: Mutant) -> Slip:
        """The mutant with its text written."""
        return cls(mutant, mutant.write() if mutant.write else None)

    @property
    def parameters(self) -> Parameters | None:
        """The parameters with the slip, if it is one of a parameter."""
        return self.mutant.parameters

    @property
    def key(self) -> str:
        """The parameter that slipped; nothing when a text did."""
        kind, _, name = self.mutant.text.partition("/")
        return name if kind == "parameters" else ""


class Attempt:
    """What one slip has changed so far, as tables of the schema ``mutant``."""

    def __init__(self, stand: Stand, slip: Slip) -> None:
        """Begin with an empty schema; dated parameters are put there at once."""
        self.stand, self.slip, self.engine = stand, slip, stand.engine
        self.reading: Reading = stand.reading
        self.changed: dict[str, bool] = {}
        self.engine.execute("DROP SCHEMA IF EXISTS mutant CASCADE; CREATE SCHEMA mutant")
        if slip.key in stand.pack.dated and slip.parameters is not None:
            run = replace(stand.run, parameters=slip.parameters)
            for table in make_parameter_tables(run, self.engine, "mutant"):
                self.changed[table] = self._differs(f"mutant.{table}", f"run.{table}")

    def judge(self, rules: Sequence[Rule]) -> dict[str, str]:
        """The new tables of these rules by their keys, of those whose rows differ."""
        found = {}
        for rule in rules:
            text = f"rules/{rule.key}"
            if not self._touches(text):
                continue
            table = f'mutant."{rule.key}"'
            self.engine.execute(f"CREATE TABLE {table} AS {self._filled(text)}")
            if self._differs(table, f'base."{rule.key}"'):
                found[rule.key] = table
        return found

    def _touches(self, text: str) -> bool:
        """Whether the text is the mutated one, or reads what has changed."""
        slip = self.slip
        reads_changed = [name for name in self.reading.reads[text] if self._changes(name)]
        own = slip.mutant.text == text or (slip.key and slip.key in self.reading.keys[text])
        return bool(reads_changed or own)

    def _changes(self, name: str) -> bool:
        """Whether a table of the run comes out differently; a stage is built to find out."""
        if name not in self.changed:
            stage = self.stand.stages.get(name)
            self.changed[name] = False if stage is None else self._build(stage)
        return self.changed[name]

    def _build(self, stage: Step) -> bool:
        text = f"stages/{stage.name}"
        if not self._touches(text):
            return False
        table, sql = f"mutant.{stage.name}", self._filled(text)
        if isinstance(stage, Procedure):
            known = self.slip.parameters or self.stand.run.parameters
            numbers = {k: known.number(k, self.stand.run.as_of) for k in stage.parameters}
            rows = stage.rows(self.engine.fetch(sql), numbers)
            make_table(self.engine, table, stage.columns, rows)
        else:
            self.engine.execute(f"CREATE TABLE {table} AS {sql}")
        return self._differs(table, f"run.{stage.name}")

    def _differs(self, new: str, old: str) -> bool:
        fetch = self.engine.fetch
        counts = fetch(f"SELECT (SELECT count(*) FROM {new}), (SELECT count(*) FROM {old})")
        if counts[0][0] != counts[0][1]:
            return True
        return bool(fetch(f"(FROM {new} EXCEPT ALL FROM {old}) LIMIT 1"))

    def _filled(self, text: str) -> str:
        own = self.slip.sql if self.slip.mutant.text == text else None
        sql = self.stand.filled(own or self.reading.sql[text], self.slip.parameters)
        return _RUN.sub(self._read_from, sql)

    def _read_from(self, found: re.Match[str]) -> str:
        return f'"mutant"."{found[1]}"' if self.changed.get(found[1]) else found[0]


_RUN = re.compile(r'"?\brun\b"?\."?(\w+)\b"?')
