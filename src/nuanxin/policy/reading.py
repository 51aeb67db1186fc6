"""Strict reading of a pack's YAML: no duplicate key, no unknown field, no float."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from nuanxin.policy.text import Text


class PackError(ValueError):
    """A pack that cannot be used; says which file, which entry and what is wrong."""


class _Loader(yaml.SafeLoader):
    """Safe YAML whose numbers are Decimal and whose mappings name each key once."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    seen: set[Hashable] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            line = key_node.start_mark.line + 1
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {key} appears twice (line {line})", key_node.start_mark
            )
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


def _decimal(loader: _Loader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(str(loader.construct_scalar(node)).replace("_", ""))


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:float", _decimal)


def read_yaml(path: Path) -> Any:
    """The content of one YAML file; PackError when it cannot be read or repeats a key."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # nosec B506
    except OSError as error:
        raise PackError(f"{path.name}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise PackError(f"{path.name}: is not UTF-8 text") from error
    except yaml.YAMLError as error:
        problem = getattr(error, "problem", None) or str(error)
        raise PackError(f"{path.name}: {problem}") from error
    except (ValueError, ArithmeticError) as error:
        raise PackError(f"{path.name}: {error}") from error


@dataclass(frozen=True)
class Entry:
    """One mapping of a YAML file together with the place to name in an error."""

    where: str
    data: dict[str, Any]

    @classmethod
    def of(cls, where: str, data: Any) -> Entry:
        """The mapping ``data`` found at ``where``; PackError when it is none."""
        if not isinstance(data, dict):
            raise PackError(f"{where}: expected a mapping of fields, found {data!r}")
        return cls(where, {str(key): value for key, value in data.items()})

    def only(self, required: Collection[str], optional: Collection[str] = ()) -> Entry:
        """This entry when it has all required fields and none that is not known."""
        if unknown := sorted(set(self.data) - set(required) - set(optional)):
            known = ", ".join([*required, *optional])
            raise PackError(f"{self.where}: unknown field {unknown[0]} (known: {known})")
        for field in required:
            if field not in self.data:
                raise PackError(f"{self.where}: the field {field} is missing")
        return self

    def bad(self, field: str, expected: str) -> PackError:
        """The error that ``field`` is not what was expected."""
        return PackError(f"{self.where}: {field} is {self.data.get(field)!r}, expected {expected}")

    def string(self, field: str) -> str:
        """A text that is not blank."""
        value = self.data.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.bad(field, "a text")
        return value.strip()

    def word(self, field: str, vocabulary: Collection[str], default: str | None = None) -> str:
        """A word of the vocabulary, or the default when the field is absent."""
        value = self.data.get(field, default)
        if value not in vocabulary:
            raise self.bad(field, "one of " + ", ".join(vocabulary))
        return str(value)

    def day(self, field: str) -> date:
        """A date, written YYYY-MM-DD."""
        value = self.data.get(field)
        if type(value) is not date:
            raise self.bad(field, "a date YYYY-MM-DD")
        return value

    def whole(self, field: str) -> int:
        """A whole number."""
        value = self.data.get(field)
        if type(value) is not int:
            raise self.bad(field, "a whole number")
        return value

    def items(self, field: str) -> list[Any]:
        """A list."""
        value = self.data.get(field)
        if not isinstance(value, list):
            raise self.bad(field, "a list")
        return value

    def text(self, field: str) -> Text:
        """A text in both languages."""
        pair = Entry.of(f"{self.where}.{field}", self.data.get(field)).only(("zh", "en"))
        return Text(pair.string("zh"), pair.string("en"))
