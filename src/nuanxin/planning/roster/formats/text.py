"""What the readers share: text of a file, and numbers that say where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.model import Problem
from nuanxin.planning.roster.validate import validated


def read_text(path: Path) -> str:
    """The text of a file; RosterError when it is none."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RosterError(f"{path.name}: is not UTF-8 text") from error
    except OSError as error:
        raise RosterError(f"{path}: {error.strerror or error}") from error


def whole(text: str, where: str) -> int:
    """A whole number of at least 0; RosterError names the place otherwise."""
    text = text.strip()
    if not (text.isascii() and text.isdigit()):
        raise RosterError(f"{where}: expected a whole number, found {text or 'nothing'}")
    if len(text) > 9:
        raise RosterError(f"{where}: {text} is too large")
    return int(text)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Errors inside begin with the name of the file."""
    try:
        yield
    except RosterError as error:
        raise RosterError(f"{path.name}: {error}") from error


def finished(path: Path, build: Callable[[], Problem]) -> Problem:
    """The problem built and validated; its errors begin with the name of the file."""
    with naming(path):
        return validated(build())
