"""A fact as its page shows it: the words of its table, columns and values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nuanxin.domains.wording import pick
from nuanxin.facts.words import COLUMNS, TABLES, VALUES, value_words
from nuanxin.policy.contract import TABLE
from nuanxin.policy.text import Text

ABSENT: dict[str, Text] = {
    "insurance": Text("保险单（整张表都没有）", "insurance (the whole table is absent)"),
    "spell": Text("派驻记录", "spell"),
    "employment link": Text("用工关系", "employment link"),
}
"""What an evaluation may name as missing beyond single columns."""


@dataclass(frozen=True)
class Cell:
    """One cell of a fact: its column in words, and its value in words or as it stands."""

    column: Text
    value: str
    words: Text | None

    @property
    def empty(self) -> bool:
        return self.value == ""


def table(name: str) -> Text:
    """A fact table in words."""
    return TABLES.get(name, Text(name, name))


def column(name: str) -> Text:
    """A column, or what an evaluation names as missing, in words."""
    return ABSENT.get(name) or COLUMNS.get(name) or Text(name, name)


def value(text: str) -> Text:
    """A word of a vocabulary in both languages; any other value stays as it is."""
    return VALUES.get(text) or Text(text, text)


def described(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A fact for its page: the table in words and its cells in contract order."""
    known = TABLE.get(name)
    order = [c.name for c in known.columns] if known else []
    names = [*(c for c in order if c in row), *(c for c in row if c not in order)]
    return {"table": pick(table(name)), "cells": [_cell(known, c, row[c]) for c in names]}


def _cell(known: Any, name: str, told: Any) -> Cell:
    vocabulary = next((c.vocabulary for c in known.columns if c.name == name), ()) if known else ()
    if told is None:
        return Cell(column(name), "", None)
    if isinstance(told, bool):
        return Cell(column(name), str(told).lower(), VALUES[str(told).lower()])
    if isinstance(told, list):
        return Cell(column(name), "; ".join(map(str, told)), None)
    text = str(told)
    told_in_words = value_words(known.name, name, text) if text in vocabulary else None
    return Cell(column(name), text, told_in_words)
