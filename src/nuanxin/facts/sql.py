"""Small pieces of SQL text."""

from __future__ import annotations

from collections.abc import Iterable

READING = "reading"
"""The schema of the tables as they came, and of the rows under examination."""


def name(*parts: str) -> str:
    """A quoted identifier; several parts are joined by dots."""
    return ".".join('"' + part.replace('"', '""') + '"' for part in parts)


def text(value: str) -> str:
    """A quoted text literal."""
    return "'" + value.replace("'", "''") + "'"


def texts(values: Iterable[str]) -> str:
    """A parenthesised list of text literals."""
    return "(" + ", ".join(text(value) for value in values) + ")"


def every(conditions: Iterable[str]) -> str:
    """All conditions together; true when there is none."""
    return " AND ".join(f"({condition})" for condition in conditions) or "true"
