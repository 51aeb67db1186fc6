"""The parameters of a pack: every number of a policy by key, and what-if values."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from nuanxin.policy.parameter import (
    CERTAINTIES,
    NotInForce,
    Parameter,
    Scalar,
    Value,
)
from nuanxin.policy.parameter_file import read_parameters
from nuanxin.policy.reading import PackError
from nuanxin.policy.trial import tried

__all__ = [
    "CERTAINTIES",
    "NotInForce",
    "PackError",
    "Parameter",
    "Parameters",
    "Scalar",
    "UnknownParameter",
    "Value",
]


Changes = Mapping[str, str] | Iterable[tuple[str, str]]
"""Key and text of each value to set; a key may come several times with different dates."""


class UnknownParameter(KeyError):
    """No parameter has this key."""

    def __str__(self) -> str:
        """The sentence, without the quotes that KeyError adds."""
        return str(self.args[0])


class Parameters(Mapping[str, Parameter]):
    """All parameters of a pack by key."""

    def __init__(self, parameters: Iterable[Parameter]) -> None:
        """Take the parameters; a later one of the same key replaces an earlier one."""
        self._by_key = {parameter.key: parameter for parameter in parameters}

    @classmethod
    def load(cls, folder: Path) -> Parameters:
        """All ``*.yaml`` of the folder; PackError names file and key of what is wrong."""
        found: dict[str, tuple[str, Parameter]] = {}
        files = sorted(folder.glob("*.yaml"))
        if not files:
            raise PackError(f"{folder.name}: holds no parameter file (*.yaml)")
        for file in files:
            for parameter in read_parameters(file):
                if parameter.key in found:
                    other = found[parameter.key][0]
                    raise PackError(f"{file.name}: {parameter.key}: is already in {other}")
                found[parameter.key] = (file.name, parameter)
        return cls(parameter for _, parameter in found.values())

    def __getitem__(self, key: str) -> Parameter:
        """The parameter of that key; UnknownParameter names near matches."""
        if key in self._by_key:
            return self._by_key[key]
        near = difflib.get_close_matches(key, self._by_key, n=3)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise UnknownParameter(f"no parameter is called {key!r}{hint}")

    def __iter__(self) -> Iterator[str]:
        """The keys, in order of files."""
        return iter(self._by_key)

    def __len__(self) -> int:
        """How many parameters there are."""
        return len(self._by_key)

    def value(self, key: str, on: date | None = None, known: date | None = None) -> Scalar:
        """The value in force on a day (None: the latest) as known on another (None: now)."""
        return self[key].value(on, known)

    def number(self, key: str, on: date | None = None, known: date | None = None) -> Decimal:
        """A numeric value; TypeError when the parameter is none."""
        value = self.value(key, on, known)
        if not isinstance(value, Decimal):
            raise TypeError(f"the parameter {key} is {value!r}, not a number")
        return value

    def whole(self, key: str, on: date | None = None, known: date | None = None) -> int:
        """A whole number; TypeError when the value has a fraction."""
        number = self.number(key, on, known)
        if number != int(number):
            raise TypeError(f"the parameter {key} is {number}, not a whole number")
        return int(number)

    def words(self, key: str, on: date | None = None, known: date | None = None) -> tuple[str, ...]:
        """A list of words; TypeError when the parameter is none."""
        value = self.value(key, on, known)
        if not isinstance(value, tuple):
            raise TypeError(f"the parameter {key} is {value!r}, not a list")
        return value

    def timeline(self, key: str, known: date | None = None) -> list[tuple[date, Scalar]]:
        """The value of every day as steps (first day, value), beginning with ``date.min``."""
        return self[key].timeline(known)

    def as_known(self, day: date) -> Parameters:
        """These parameters as an officer could know them on a day: later publications are gone."""
        return Parameters(replace(p, values=p.published(day)) for p in self.values())

    def override(self, changes: Changes) -> Parameters:
        """These parameters with other values, as ``--set key=value`` asks (:mod:`trial`).

        Without dates the new value holds from the first day on which the parameter held; days
        before keep their ``otherwise``. ``value@from`` and ``value@from..to`` add a version for
        that period and leave the others. Raises UnknownParameter, or ValueError when the text
        does not fit the parameter's type and unit.
        """
        changed: dict[str, Parameter] = {}
        for key, text in changes.items() if isinstance(changes, Mapping) else changes:
            changed[key] = tried(changed.get(key, self[key]), text)
        return Parameters(changed.get(key, parameter) for key, parameter in self.items())
