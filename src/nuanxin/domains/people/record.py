"""A person's record in words: what stands, and what each change altered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nuanxin.domains.changes.models import Change
from nuanxin.domains.changes.selectors import history
from nuanxin.domains.people.models import Person
from nuanxin.facts.words import COLUMNS, value_words
from nuanxin.policy.contract import TABLE
from nuanxin.policy.text import Text

MERGED = Text("并入", "Merged into")


@dataclass(frozen=True)
class Cell:
    """A column of a person in words; ``words`` is None where nothing is known."""

    name: str
    column: Text
    words: Text | None

    @classmethod
    def of(cls, name: str, value: Any) -> Cell:
        """A cell as it may be shown: of an id number only its ends."""
        column = MERGED if name == "merged_into_id" else COLUMNS[name]
        if value is None:
            return cls(name, column, None)
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if name == "id_number":
            text = f"{text[:3]}{'*' * max(len(text) - 5, 3)}{text[-2:]}"
        return cls(name, column, value_words("people", name, text))


@dataclass(frozen=True)
class Version:
    """A change of the person's record: who, why, and what it altered."""

    change: Change
    first: bool
    cells: list[tuple[Cell, Cell]]


def cells(one: Person) -> list[Cell]:
    """What is on record."""
    return [Cell.of(column.name, getattr(one, column.name)) for column in TABLE["people"].columns]


def versions(number: str) -> list[Version]:
    """The changes, the latest first."""
    found: list[Version] = []
    before = None
    for version in history("people", number):
        altered: list[tuple[str, Any, Any]] = version.differs(before) if before else []
        both = [(Cell.of(name, old), Cell.of(name, new)) for name, old, new in altered]
        found.append(Version(version.change, before is None, both))
        before = version
    return found[::-1]
