"""What if, over what is built: only stages and rules that a changed parameter reaches run again.

Attendance is not read when the parameter is not asked for before the tiles: everything that
depends on it is made anew from the stages that stand.
"""

from __future__ import annotations

from typing import Any

from nuanxin.policy import waiver
from nuanxin.policy.compiler import Values, read_text
from nuanxin.policy.engine import OpenEngine, make_table
from nuanxin.policy.evaluate import DATED_TABLES, Run, make_parameter_tables, needed_stages
from nuanxin.policy.procedure import Procedure
from nuanxin.policy.reach import stages_read

OUT = {False: "out.obligations", True: "out.listed"}
"""Where the rows of a rule stand, by whether it lists."""


def evaluate_again(before: Run, after: Run, engine: OpenEngine) -> tuple[str, ...]:
    """Bring the stages and the rows of ``before`` to what ``after`` says.

    Both differ in their parameters only; ``before`` was evaluated in one slice and without
    criteria, and its stages still stand. Returns the texts that ran. ValueError otherwise.
    """
    if before.with_criteria or before.subject is not None:
        raise ValueError("a what-if needs a run of everybody without criteria")
    return _Again(before, after, engine).run()


class _Again:
    def __init__(self, before: Run, after: Run, engine: OpenEngine) -> None:
        self.after, self.engine = after, engine
        self.old = Values(before.as_of, before.parameters, before.absent)
        self.new = Values(after.as_of, after.parameters, after.absent)
        self.changed: set[str] = set()
        self.ran: list[str] = []

    def run(self) -> tuple[str, ...]:
        self._date_parameters()
        for stage in needed_stages(self.after, self.engine.name):
            text = f"stages/{stage.name}"
            if isinstance(stage, Procedure):
                self._procedure(stage, text)
            elif self._is_touched(text):
                if stage.into is not None:
                    raise ValueError(f"{stage.into} collects rows of several stages")
                self.engine.build(f"run.{stage.name}", self._ran(text))
                self.changed.add(stage.name)
        self._rules()
        return tuple(self.ran)

    def _date_parameters(self) -> None:
        kept = {name: self._rows(name) for name in DATED_TABLES}
        make_parameter_tables(self.after, self.engine)
        self.changed |= {name for name, rows in kept.items() if self._rows(name) != rows}

    def _rows(self, name: str) -> list[tuple[object, ...]]:
        return self.engine.fetch(f"SELECT * FROM run.{name} ORDER BY ALL")

    def _procedure(self, stage: Procedure[Any, Any], text: str) -> None:
        numbers, earlier = (
            {key: values.parameters.number(key, values.as_of) for key in stage.parameters}
            for values in (self.new, self.old)
        )
        if numbers == earlier and not self._is_touched(text):
            return
        rows = stage.rows(self.engine.fetch(self._ran(text)), numbers)
        make_table(self.engine, f"run.{stage.name}", stage.columns, rows)
        self.changed.add(stage.name)

    def _rules(self) -> None:
        rules = self.after.rules()
        touched = {r.provision for r in rules if self._is_touched(f"rules/{r.key}")}
        if not touched:
            return
        names = ", ".join(f"'{provision}'" for provision in sorted(touched))
        for table in OUT.values():
            self.engine.remove(table, f"provision IN ({names})")
        for rule in rules:
            if rule.provision in touched:
                self.engine.build(OUT[rule.lists], self._ran(f"rules/{rule.key}"), append=True)
        # Rows that a waiver has excepted are no longer waivable, so they are found once only.
        self.engine.build("run.excepted", self._ran("waivers/excepted"))
        self.engine.amend(OUT[False], "state", "'excepted'", waiver.WAIVED)

    def _is_touched(self, text: str) -> bool:
        sql = read_text(self.after.pack, text, self.engine.name)
        return bool(stages_read(sql) & self.changed) or self.old.fill(sql) != self.new.fill(sql)

    def _ran(self, text: str) -> str:
        self.ran.append(text)
        return self.new.fill(read_text(self.after.pack, text, self.engine.name))
