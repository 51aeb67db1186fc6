"""Ibis as a compiler: every stage and rule becomes SQL text, kept in the pack as a golden file.

The texts are what runs; compiling takes seconds and happens when a rule is edited, never in a
run. ``PARAM``, ``AS_OF``, ``ABSENT`` and ``IN_SCOPE`` stand in the text as calls and are written
out here, so one text serves every set of parameters, and a change of a rule shows as a readable
difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from errno import ENOENT
from functools import partial
from pathlib import Path

import ibis.expr.types as ir

from nuanxin.policy import waiver
from nuanxin.policy.dialects import COMPILERS
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.provision import criteria_of, listed_of, obligations_of

ENGINES = tuple(COMPILERS)
_CALL = re.compile(r"\b(PARAM|AS_OF|ABSENT|IN_SCOPE)\((?:'([^']*)'|([^()]+))?\)")
_EXCLUDED = re.compile(r"EXCLUDE \(([^)]*)\)")
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Values:
    """What a run writes into the texts.

    ``scope`` is a condition on the id of a person, which it names as ``{0}``.
    """

    as_of: date
    parameters: Parameters
    absent: Collection[str] = ()
    scope: str = "TRUE"

    def fill(self, sql: str) -> str:
        """The text with its calls replaced; UnknownParameter when it asks for none of ours.

        Parameters have the value in force on the as-of day: a past day keeps its rules.
        """
        return _CALL.sub(self._value, sql)

    def _value(self, call: re.Match[str]) -> str:
        kind, name, column = call.groups()
        if kind == "IN_SCOPE":
            return f"({self.scope.format(column)})"
        if kind == "AS_OF":
            return f"CAST({day_number(self.as_of)} AS BIGINT)"
        if kind == "ABSENT":
            return "TRUE" if name in self.absent else "FALSE"
        return plain(self.parameters.number(name, self.as_of))


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - EPOCH).days


def plain(number: Decimal) -> str:
    """A number as SQL: whole ones as 64-bit, others as exact decimals."""
    if number == int(number):
        return f"CAST({int(number)} AS BIGINT)"
    return f"{number:f}"


def texts(pack: Pack) -> dict[str, Callable[[], ir.Table]]:
    """Every text of a pack's own by file name, as the expression it is compiled from.

    What it takes over from its base is compiled there.
    """
    found: dict[str, Callable[[], ir.Table]] = {}
    for stage in pack.own_stages:
        found[f"stages/{stage.name}"] = partial(getattr, stage, "expression")
    for rule in pack.own_rules:
        found[f"rules/{rule.key}"] = partial(listed_of if rule.lists else obligations_of, rule)
        found[f"criteria/{rule.key}"] = partial(criteria_of, rule)
    for standing in pack.standing if pack.base is None else ():
        found[f"standing/{standing.name}"] = partial(getattr, standing, "expression")
    if pack.base is None or pack.unwaivable != pack.base.unwaivable:
        found["waivers/excepted"] = partial(waiver.excepted, pack.unwaivable, pack.speakers)
        found["waivers/criteria"] = waiver.criteria
    return found


def compile_text(expression: ir.Table, engine: str = "duckdb") -> str:
    """The SQL text of an expression for an engine."""
    compiler = COMPILERS[engine]
    sql = compiler.to_sqlglot(expression.unbind()).sql(dialect=compiler.dialect, pretty=True)
    # Ibis keeps dropped columns as a set, whose order differs from run to run.
    return f"{_EXCLUDED.sub(_in_order, sql)}\n"


def _in_order(excluded: re.Match[str]) -> str:
    names = sorted(name.strip() for name in excluded[1].split(","))
    return f"EXCLUDE ({', '.join(names)})"


def write_texts(pack: Pack, engine: str = "duckdb") -> list[Path]:
    """Compile the whole pack into its golden files; returns those that changed."""
    folder = pack.folder / "sql" / engine
    changed, kept = [], set()
    for name, expression in texts(pack).items():
        file = folder / f"{name}.sql"
        sql = compile_text(expression(), engine)
        kept.add(file)
        if not file.exists() or file.read_text(encoding="utf-8") != sql:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(sql, encoding="utf-8")
            changed.append(file)
    for stale in set(folder.rglob("*.sql")) - kept:
        stale.unlink()
        changed.append(stale)
    return sorted(changed)


def read_text(pack: Pack, name: str, engine: str = "duckdb") -> str:
    """A golden text of the pack, or of the pack it stands on; OSError when it is not compiled."""
    files = [folder / "sql" / engine / f"{name}.sql" for folder in pack.folders()]
    found = next((file for file in files if file.exists()), None)
    if found is None:
        raise FileNotFoundError(ENOENT, f"is not compiled: nuanxin pack compile {pack.id}", name)
    return found.read_text(encoding="utf-8")
