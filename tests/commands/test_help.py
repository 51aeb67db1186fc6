"""Every command says what it does and gives an example that can be typed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import pytest
import typer
from typer.main import get_command

from nuanxin.cli import app

from .conftest import Nuanxin

STABLE = {
    *("city", "evaluate", "explain", "compare"),
    *("pack check", "serve", "demo", "doctor", "bench evaluate"),
}


def commands(group: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every command that is no group."""
    for name, command in getattr(group, "commands", {}).items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


COMMANDS = sorted(commands(get_command(app)))


def test_the_stable_names_are_there() -> None:
    assert {" ".join(path) for path in COMMANDS} >= STABLE


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_gives_an_example_of_the_command(nuanxin: Nuanxin, path: tuple[str, ...]) -> None:
    said = nuanxin(*path, "--help")
    assert (said.code, said.err) == (0, "")
    text = " ".join(said.out.split())
    [example] = re.findall(
        r"Example: (nuanxin .*?) Options:", text.replace("Arguments:", "Options:")
    )
    words = shlex.split(example)
    assert tuple(words[1 : 1 + len(path)]) == path
    options = [word for word in words if word.startswith("--")]
    assert all(option in said.out.replace(example, "") for option in options)


def test_the_command_itself_has_help(nuanxin: Nuanxin) -> None:
    said = nuanxin("--help")
    assert said.code == 0
    assert all(path[0] in said.out for path in COMMANDS)
    assert isinstance(app, typer.Typer)
