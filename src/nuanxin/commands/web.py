"""``nuanxin serve`` and ``nuanxin demo``: the pages."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.city import CityPlan, build_city
from nuanxin.commands.shared import Refused
from nuanxin.commands.worker import working
from nuanxin.engines import output
from nuanxin.engines.duckdb import DuckDB

PACK = "dalian2020"
DEMO_PEOPLE = 20_000
DEMO_AS_OF = date(2020, 4, 20)
DEMO_DIRTY_ROWS = 25


def register(app: typer.Typer) -> None:
    """Add the commands."""

    @app.command("serve")
    def serve(
        port: Annotated[int, typer.Option(help="the port to listen on")] = 8000,
        host: Annotated[str, typer.Option(help="the address to listen on")] = "127.0.0.1",
        demo: Annotated[bool, typer.Option("--demo", help="with the synthetic city")] = False,
        people: Annotated[int, typer.Option(help="people of the synthetic city")] = DEMO_PEOPLE,
    ) -> None:
        """Serve the pages, and do the jobs that wait, until interrupted.

        Example: nuanxin serve --port 8000
        """
        _serve(port, host, Demo(people) if demo else None)

    @app.command("demo")
    def demo_(
        port: Annotated[int, typer.Option(help="the port to listen on")] = 8000,
        host: Annotated[str, typer.Option(help="the address to listen on")] = "127.0.0.1",
        people: Annotated[int, typer.Option(help="people of the synthetic city")] = DEMO_PEOPLE,
    ) -> None:
        """Build a synthetic Dalian, evaluate the sixteen measures over it, serve the board.

        Example: nuanxin demo
        """
        _serve(port, host, Demo(people))


@dataclass(frozen=True)
class Demo:
    """The synthetic city that the demo shows."""

    people: int
    as_of: str = DEMO_AS_OF.isoformat()
    dirty_rows: int = DEMO_DIRTY_ROWS


def _tell(what: str) -> None:
    typer.echo(what, err=True)


def _serve(port: int, host: str, demo: Demo | None) -> None:
    from nuanxin.site import server
    from nuanxin.site.postgres import PostgresError

    try:
        with server.prepared(on_step=lambda step: _tell(_STEP.get(step, step))) as home:
            if demo is not None:
                from nuanxin.domains.access.demo import make_accounts

                _fill(home / "demo", demo)
                make_accounts(home / "demo" / "facts")
            with working():
                server.serve(
                    port,
                    home,
                    host=host,
                    demo=demo is not None,
                    on_ready=lambda address: _announce(address, demo is not None),
                )
    except (PostgresError, server.ServeError) as error:
        raise Refused(str(error)) from error


_STEP = {
    "database": "starting the database …",
    "tables": "preparing its tables …",
    "server": "starting the server …",
}


def _announce(address: str, demo: bool) -> None:
    typer.echo(f"暖心 Nuanxin: {address}   (Ctrl-C stops it; the data stay)")
    if demo:
        _announce_sign_ins(address)


def _announce_sign_ins(address: str) -> None:
    """One link a role; on a network none is given, since none would work."""
    from django.conf import settings
    from django.db import connection

    from nuanxin.domains.access.demo import links

    if not settings.DEMO:
        typer.echo("No one-click sign-in is given: this is served to a network.")
        return
    typer.echo("Sign in with one click (demo accounts, this machine only, no second factor asked):")
    typer.echo(f"Guided tour of the ten scenes 导览: {address.rstrip('/')}/tour/")
    for name, role, path in links():
        typer.echo(f"  {role.text.zh} {role.text.en} ({name})\n    {address.rstrip('/')}{path}")
    connection.close()


def _fill(place: Path, demo: Demo) -> None:
    """Build the demo city, take it in as any import, and evaluate it; once for the same wish."""
    facts, begun, done = place / "facts", place / "begun", place / "done.json"
    started = time.perf_counter()
    wanted = {**asdict(demo), "version": _version()}
    if done.exists() and json.loads(done.read_text(encoding="utf-8")) == wanted:
        return
    done.unlink(missing_ok=True)
    _make_room(is_ours=begun.exists())
    place.mkdir(parents=True, exist_ok=True)
    begun.touch()
    _tell(f"building a synthetic Dalian of {demo.people} people …")
    build_city(CityPlan(demo.people, dirty_rows=demo.dirty_rows), facts, "csv")
    _load(facts, date.fromisoformat(demo.as_of))
    done.write_text(json.dumps(wanted), encoding="utf-8")
    _tell(f"ready after {time.perf_counter() - started:.0f} s")


def _make_room(*, is_ours: bool) -> None:
    """Empty the live city of an earlier demo; a city of somebody else's is left alone."""
    from nuanxin.domains.changes.services import forget_everything
    from nuanxin.domains.people.selectors import is_empty

    if is_empty():
        return
    if not is_ours:
        raise Refused(
            "people are in the live city already; serve it without --demo, or give the demo"
            " a place of its own with NUANXIN_HOME"
        )
    forget_everything()


def _load(facts: Path, as_of: date) -> None:
    """Take the folder into the live city, evaluate that, and post the spending of the funds."""
    from nuanxin.domains.actor import Actor
    from nuanxin.domains.intake.services import take
    from nuanxin.domains.ledger.live_facts import read_tables
    from nuanxin.domains.ledger.services import load_live
    from nuanxin.domains.mine.demo import plan_next_shifts
    from nuanxin.domains.pay.funds import take_in
    from nuanxin.domains.search.filling import refresh

    _tell("taking it into the live city …")
    taken = take([facts], who="demo", why="演示 demo")
    assert taken.found is not None
    plan_next_shifts(as_of)
    refresh()
    _tell("evaluating the sixteen measures over it …")
    load_live(PACK, as_of, aside=taken.found, reason="demo")
    spent = DuckDB()
    read_tables(spent, "fund_entries")
    take_in(spent.connection, Actor("demo-officer", "officer"))


def _version() -> str:
    """What the demo was made by: a digest of the rules and parameters."""
    from nuanxin.packs import load_pack
    from nuanxin.policy.evaluate import Run

    pack = load_pack(PACK)
    return output.pack_version(Run(pack, DEMO_AS_OF, pack.parameters))
