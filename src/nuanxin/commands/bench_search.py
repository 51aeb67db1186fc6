"""``nuanxin bench search``: finding one of a million, beside reading one row by its key."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import Annotated, Any

import typer

from nuanxin.commands.figures import spread
from nuanxin.commands.shared import in_live_city, print_json

SCHEMA = "bench_search"
Source = tuple[str, str, str, str, str | None]
"""Kind, key, name, unit and id number."""
ASKED = (
    *("whole name", "first characters", "pinyin", "initials", "number", "fragment"),
    *("tail", "slip in pinyin", "same sound"),
)


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("search")
    def search(
        people: Annotated[int, typer.Option(help="synthetic people to search among")] = 1_000_000,
        rounds: Annotated[int, typer.Option(help="searches of each kind")] = 40,
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """Time each way to find a person; the rows stand in a schema that is dropped again.

        Example: nuanxin bench search --people 1000000
        """
        with in_live_city():
            told = measured(people, rounds)
        if json:
            print_json(asdict(told))
            return
        typer.echo(f"{people:,} people, filled in {told.seconds} s; milliseconds, p50 and p95")
        for name, (middle, high, plan) in told.ways.items():
            typer.echo(f"  {name:<18}{middle:8.2f}{high:9.2f}   {plan}")


@dataclass(frozen=True)
class Measured:
    """Seconds of filling, and of each way: p50, p95 in milliseconds and the indexes used."""

    people: int
    seconds: float
    ways: dict[str, tuple[float, float, str]]


def measured(people: int, rounds: int) -> Measured:
    """Fill the schema, ask, and drop it."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"drop schema if exists {SCHEMA} cascade; create schema {SCHEMA}")
        cursor.execute(f"create table {SCHEMA}.search_entry (like search_entry including all)")
        cursor.execute(f"set search_path = {SCHEMA}, public")
        try:
            started = time.perf_counter()
            _fill(people)
            seconds = round(time.perf_counter() - started, 1)
            cursor.execute("vacuum analyze search_entry")
            return Measured(people, seconds, dict(_ways(people, rounds)))
        finally:
            cursor.execute(f"set search_path = public; drop schema {SCHEMA} cascade")


def _fill(people: int) -> None:
    from django.db import connection, transaction

    from nuanxin.domains.search.filling import write

    with transaction.atomic(), connection.cursor() as cursor:
        write(cursor, (_person(number) for number in range(people)))


def _person(number: int) -> Source:
    """A synthetic person, the same for a number every time."""
    from nuanxin.city.names import MEN, SHARED, SURNAMES, WOMEN

    chance = random.Random(number)
    given = "".join(chance.choice(WOMEN + MEN + SHARED) for _ in range(chance.choice((1, 2, 2, 2))))
    name = chance.choice(SURNAMES) + given
    tail = f"{chance.randrange(10_000):04d}"
    return "person", f"P{number:08d}", name, f"U{number % 5_000:05d}", f"21020219900101{tail}"


def _ways(people: int, rounds: int) -> Iterator[tuple[str, tuple[float, float, str]]]:
    chance = random.Random(0)
    yield "one row by key", (*_timed(_by_key, people, rounds, chance), "")
    for way in ASKED:
        middle, high = _timed(partial(_find, way), people, rounds, chance)
        yield way, (middle, high, _plan(_words(way, _person(7))))


def _timed(
    ask: Callable[[Source], object], people: int, rounds: int, chance: random.Random
) -> tuple[float, float]:
    spent = []
    for _ in range(rounds):
        one = _person(chance.randrange(people))
        started = time.perf_counter()
        ask(one)
        spent.append(1_000 * (time.perf_counter() - started))
    return spread(spent)


def _by_key(one: Source) -> object:
    from nuanxin.domains.search.models import Entry

    return Entry.objects.get(kind="person", key=one[1])


def _find(way: str, one: Source) -> object:
    from nuanxin.domains.search.finding import find

    return find(_words(way, one))


def _words(way: str, one: Source) -> str:
    from nuanxin.domains.search.sounds import initials, sound

    _, key, name, _, number = one
    heard = sound(name)
    match way:
        case "whole name":
            return name
        case "first characters":
            return name[:2]
        case "pinyin":
            return heard
        case "initials":
            return initials(name)
        case "number":
            return key
        case "fragment":
            return key[-5:]
        case "tail":
            return str(number)[-4:]
        case "slip in pinyin":
            return heard[:3] + heard[4:]
    return name[:-1] + "璇"


def _plan(words: str) -> str:
    """The indexes that the planner uses for the ways of these words."""
    from django.db import connection

    from nuanxin.domains.search.finding import explained

    with connection.cursor() as cursor:
        lines = [line for query in explained(words) for line in _explain(cursor, query)]
    scans = [line.strip() for line in lines if "Scan" in line]
    bad = [line for line in scans if line.startswith(("Seq Scan", "->  Seq Scan"))]
    names = sorted({line.split(" on ")[-1].split(" ")[0] for line in scans if "Index" in line})
    return "SEQ SCAN " + "; ".join(bad) if bad else ", ".join(names)


def _explain(cursor: Any, query: tuple[str, dict[str, Any]]) -> list[str]:
    cursor.execute("explain " + query[0], query[1])
    return [str(line) for (line,) in cursor.fetchall()]
