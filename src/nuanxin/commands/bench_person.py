"""``nuanxin bench person``: one person of the live city judged anew, beside one row by its key."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from nuanxin.commands.figures import spread
from nuanxin.commands.shared import Refused, a_date, in_live_city, print_json
from nuanxin.packs import load_pack
from nuanxin.policy.evaluate import Run

if TYPE_CHECKING:
    from nuanxin.engines.postgres import Postgres

_BY_KEY = "SELECT * FROM facts.people WHERE person_id = "


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("person")
    def person(
        people: Annotated[int, typer.Option(help="people to judge, drawn at random")] = 200,
        pack: Annotated[str, typer.Option(help="the rules")] = "dalian2020",
        as_of: Annotated[str, typer.Option(help="the day at whose end the world is seen")] = (
            "2020-04-20"
        ),
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """Judge people of the live city one at a time, and explain; nothing is written.

        Example: nuanxin bench person --people 200
        """
        with in_live_city():
            told = measured(people, pack, a_date(as_of))
        if json:
            print_json(asdict(told))
            return
        typer.echo(
            f"{told.people:,} people, {told.shifts:,} attendance rows; {told.judged} judged,"
            f" {told.obligations:,} obligations; prepared in {told.prepare_ms:.0f} ms"
        )
        for name, (middle, high) in told.ways.items():
            typer.echo(f"  {name:<22}{middle:8.2f} ms p50{high:9.2f} ms p95")
        typer.echo(f"  tables read from end to end: {', '.join(told.scanned) or 'none'}")


@dataclass(frozen=True)
class Measured:
    """Of each way p50 and p95 in milliseconds.

    ``scanned`` are the tables that were read whole for at least one of the judged. ``people`` and
    ``shifts`` are the rows that the server reckons there are.
    """

    people: int
    shifts: int
    judged: int
    obligations: int
    prepare_ms: float
    ways: dict[str, tuple[float, float]]
    scanned: tuple[str, ...]


def measured(people: int, pack: str, as_of: date) -> Measured:
    """Judge people drawn at random in one session, each after reading one row by its key."""
    from nuanxin.domains.ledger.live_facts import absent_tables
    from nuanxin.engines.postgres import Postgres
    from nuanxin.engines.postgres.prepared import Prepared
    from nuanxin.site import postgres
    from nuanxin.site.home import home

    rules = load_pack(pack)
    run = Run(rules, as_of, rules.parameters, frozenset(absent_tables()))
    with Postgres(postgres.dsn(home()).url, facts="facts") as session:
        drawn = _drawn(session, people)
        started = time.perf_counter()
        prepared = Prepared(session, run)
        prepare_ms = 1_000 * (time.perf_counter() - started)
        for one in drawn[:10]:
            prepared.explain(one)
        asks: dict[str, Callable[[str], Sequence[object]]] = {
            "one row by its key": lambda who: session.fetch(f"{_BY_KEY}'{who}'"),
            "judged": prepared.judge,
            "judged and explained": prepared.explain,
        }
        spent: dict[str, list[float]] = {name: [] for name in asks}
        found = 0
        for one in drawn:
            for name, ask in asks.items():
                began = time.perf_counter()
                told = ask(one)
                spent[name].append(1_000 * (time.perf_counter() - began))
            found += len(told)
        return Measured(
            _reckoned(session, "live_people"),
            _reckoned(session, "live_attendance"),
            len(drawn),
            found,
            round(prepare_ms, 1),
            {name: spread(times) for name, times in spent.items()},
            tuple(sorted({table for one in drawn for table in prepared.read_whole(one)})),
        )


def _drawn(session: Postgres, people: int) -> list[str]:
    ids = [str(row[0]) for row in session.fetch("SELECT person_id FROM facts.people ORDER BY 1")]
    if not ids:
        raise Refused("the live city has nobody; bring facts in first: nuanxin import FOLDER")
    return random.Random(0).sample(ids, min(people, len(ids)))


def _reckoned(session: Postgres, table: str) -> int:
    ((rows,),) = session.fetch(
        f"SELECT reltuples::bigint FROM pg_class WHERE relname = '{table}' AND relkind = 'r'"
    )
    return int(str(rows))
