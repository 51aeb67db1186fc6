"""What reads what: the texts a rule stands on, and the parameters those texts name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from nuanxin.policy.compiler import read_text
from nuanxin.policy.pack import Pack
from nuanxin.policy.procedure import Procedure
from nuanxin.policy.provision import Rule

_STAGE = re.compile(r'"run"\."(\w+)"')


@dataclass(frozen=True)
class Reading:
    """All texts that decide rows of some rules, read once.

    ``sql``, the tables of the run that each ``reads``, and the ``keys`` it asks for, by the name
    of the text; ``reach``, the texts behind each rule, by the rule's key.
    """

    sql: dict[str, str]
    reads: dict[str, set[str]]
    keys: dict[str, set[str]]
    reach: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, pack: Pack, rules: Iterable[Rule]) -> Reading:
        """What these rules of a pack stand on."""
        reach = {rule.key: texts_of(pack, rule) for rule in rules}
        names = sorted({name for texts in reach.values() for name in texts})
        sql = {name: read_text(pack, name) for name in names}
        reads = {name: stages_read(text) for name, text in sql.items()}
        return cls(sql, reads, {name: keys_of(pack, name) for name in names}, reach)


def stages_read(sql: str) -> set[str]:
    """The names of the run's own tables that a text reads."""
    return set(_STAGE.findall(sql))


def texts_of(pack: Pack, rule: Rule, engine: str = "duckdb") -> tuple[str, ...]:
    """The texts that decide a rule's rows: its own last, before it the stages in their order."""
    own = f"rules/{rule.key}"
    wanted = stages_read(read_text(pack, own, engine))
    needed = []
    for stage in reversed(pack.stages):
        if stage.name in wanted:
            needed.append(f"stages/{stage.name}")
            wanted |= stages_read(read_text(pack, needed[-1], engine))
    return (*reversed(needed), own)


def keys_of(pack: Pack, text: str, engine: str = "duckdb") -> set[str]:
    """The parameters that a text, or the ordered pass that reads by it, asks for."""
    sql = read_text(pack, text, engine)
    found = {key for key in pack.parameters if f"'{key}'" in sql}
    for stage in pack.stages:
        if isinstance(stage, Procedure) and text == f"stages/{stage.name}":
            found.update(stage.parameters)
    return found


def provisions_reading(pack: Pack, keys: Collection[str]) -> frozenset[str]:
    """The provisions whose rows can depend on one of these parameters."""
    return frozenset(
        rule.provision
        for rule in pack.rules
        if any(keys_of(pack, text) & set(keys) for text in texts_of(pack, rule))
    )


def provisions_of_text(pack: Pack, rules: Iterable[Rule]) -> dict[str, set[str]]:
    """For each text the provisions that stand on it."""
    found: dict[str, set[str]] = {}
    for rule in rules:
        for text in texts_of(pack, rule):
            found.setdefault(text, set()).add(rule.provision)
    return found
