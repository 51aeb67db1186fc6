"""Our own JSON: the model field by field, the same names, nothing unknown accepted."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.formats.text import finished, naming, read_text
from nuanxin.planning.roster.model import Problem

_T = TypeVar("_T")


def read_problem_json(path: Path) -> Problem:
    """A problem from JSON; RosterError names the field that does not fit."""
    value = _loaded(path)
    return finished(path, lambda: problem_from(value))


def read_json(kind: type[_T], path: Path) -> _T:
    """A dataclass of the model from JSON; RosterError names the field that does not fit."""
    value = _loaded(path)
    with naming(path):
        found = _read(kind, value, "")
    assert isinstance(found, kind)
    return found


def _loaded(path: Path) -> Any:
    try:
        return json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise RosterError(f"{path.name}, line {error.lineno}: {error.msg}") from error
    except (RecursionError, ValueError) as error:
        raise RosterError(f"{path.name}: is nested too deep, or a number is too long") from error


def problem_from(value: object) -> Problem:
    """A problem from plain data, as ``json.loads`` gives it."""
    found = _read(Problem, value, "")
    assert isinstance(found, Problem)
    return found


def problem_to(problem: Problem) -> dict[str, Any]:
    """The same as plain data; what has its default is left out."""
    written = _write(problem)
    assert isinstance(written, dict)
    return written


def write_problem_json(problem: Problem, path: Path) -> None:
    """Write a problem as JSON."""
    text = json.dumps(problem_to(problem), ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")


def _write(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _write(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if getattr(value, field.name) != _default(field)
        }
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return {str(key): _write(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_write(item) for item in value]
    return value


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _read(kind: Any, value: object, where: str) -> object:
    """``value`` as ``kind``, a type of the model."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        if value is None:
            return None
        return _read(args[0], value, where)
    if dataclasses.is_dataclass(kind):
        return _object(kind, value, where)
    if origin in (tuple, frozenset):
        if not isinstance(value, list):
            raise RosterError(f"{where}: expected a list")
        items = [_read(args[0], item, f"{where}[{n}]") for n, item in enumerate(value)]
        return origin(items)
    if origin is Mapping:
        return _mapping(args, value, where)
    if type(value) is not kind:
        raise RosterError(f"{where}: expected {_WORDS[kind]}, found {json.dumps(value)[:40]}")
    return value


_WORDS = {int: "a whole number", str: "a text", bool: "true or false"}


def _mapping(args: tuple[Any, ...], value: object, where: str) -> dict[Any, object]:
    if not isinstance(value, dict):
        raise RosterError(f"{where}: expected an object")
    found = {}
    for key, item in value.items():
        if args[0] is int and not (key.isascii() and key.isdigit()):
            raise RosterError(f"{where}: expected a day, found {key}")
        found[args[0](key)] = _read(args[1], item, f"{where}.{key}")
    return found


def _object(kind: Any, value: object, where: str) -> object:
    if not isinstance(value, dict):
        raise RosterError(f"{where or 'the file'}: expected an object")
    hints = typing.get_type_hints(kind)
    fields = {field.name: field for field in dataclasses.fields(kind)}
    for name in value:
        if name not in fields:
            unknown = f"{where}: there is no field {name or 'without a name'}"
            raise RosterError(unknown.removeprefix(": "))
    given: dict[str, object] = {}
    for name, field in fields.items():
        place = f"{where}.{name}".removeprefix(".")
        if name in value:
            given[name] = _read(hints[name], value[name], place)
        elif field.default is dataclasses.MISSING and (
            field.default_factory is dataclasses.MISSING
        ):
            raise RosterError(f"{place} is missing")
    return kind(**given)
