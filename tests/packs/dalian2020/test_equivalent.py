"""Slips that say the same: each entry names some, and the class of days that are told is told."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache

import pytest
import sqlglot
from sqlglot import exp

from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.compiler import read_text, texts
from nuanxin.policy.equivalent import Accepted, accepted_of
from nuanxin.policy.mutants import DIALECT, Mutant, mutants_of_text

OF_RULES = [entry for entry in accepted_of(PACK.folder) if entry.text.startswith("rules/")]
TOLD = [entry for entry in OF_RULES if entry.reason.en.startswith("The day is only told")]


def texts_of(entry: Accepted) -> list[str]:
    return [text for text in texts(PACK) if fnmatchcase(text, entry.text)]


@cache
def slips_of(text: str) -> tuple[Mutant, ...]:
    return tuple(mutants_of_text(text, read_text(PACK, text)))


@pytest.mark.parametrize("entry", OF_RULES, ids=lambda e: f"{e.text} {e.place} {e.was}")
def test_an_entry_speaks_of_slips_that_there_are(entry: Accepted) -> None:
    assert any(entry.covers(slip) for text in texts_of(entry) for slip in slips_of(text))


@pytest.mark.parametrize("entry", TOLD, ids=lambda e: f"{e.text} {e.place}")
def test_of_a_day_that_is_told_a_rule_asks_no_more_than_whether_there_is_one(
    entry: Accepted,
) -> None:
    for text in texts_of(entry):
        tree = sqlglot.parse_one(read_text(PACK, text), dialect=DIALECT)
        asked = [c for c in _read_after_the_choice(tree, entry.place) if not _is_told(c)]
        assert [str(column.parent) for column in asked] == []


def _read_after_the_choice(tree: exp.Expr, name: str) -> Iterator[exp.Column]:
    """Where a column is read outside the query that chooses the day among several."""
    choices = {
        id(alias.parent)
        for alias in tree.find_all(exp.Alias)
        if alias.alias == name and alias.find(exp.Min, exp.Max)
    }
    for column in tree.find_all(exp.Column):
        query: exp.Expr | None = column
        while query is not None and id(query) not in choices:
            query = query.parent
        if column.name == name and query is None:
            yield column


def _is_told(column: exp.Column) -> bool:
    """Handed on, asked for being there, or in a column of the reasons."""
    alias = column.find_ancestor(exp.Alias)
    return (
        isinstance(column.parent, exp.Select | exp.Is)
        or (isinstance(column.parent, exp.Alias) and column.parent.alias == column.name)
        or (alias is not None and alias.alias.startswith(("holds_", "value_", "refs_")))
    )
