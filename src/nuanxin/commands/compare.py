"""``nuanxin compare``: who gains, who loses and what it costs, before a rule is switched on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.balance_words import told
from nuanxin.commands.shared import Refused, a_date, a_language, changed, print_json, progress
from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.output import copy_out
from nuanxin.facts import load_facts
from nuanxin.packs import load_pack
from nuanxin.policy.balance import Balance, balance
from nuanxin.policy.compare import compare, differences, touched
from nuanxin.policy.evaluate import Run
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameters import Parameters


@dataclass(frozen=True)
class Sides:
    """The two ways to judge: pack and parameters before, pack and parameters after."""

    before: tuple[Pack, Parameters]
    after: tuple[Pack, Parameters]
    known: date | None = None


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("compare")
    def compare_command(
        facts: Annotated[Path, typer.Argument(help="a folder of CSV, Parquet or XLSX files")],
        as_of: Annotated[str, typer.Option(help="the day at whose end the world is seen")],
        set: Annotated[
            list[str] | None, typer.Option(help="key=value[@from[..to]], what would change")
        ] = None,
        against: Annotated[str | None, typer.Option(help="another pack: a name or folder")] = None,
        pack: Annotated[str, typer.Option(help="the policy, a name or folder")] = "dalian2020",
        known: Annotated[str | None, typer.Option(help="rules as published by that day")] = None,
        out: Annotated[Path | None, typer.Option(help="write the differences there")] = None,
        lang: Annotated[str, typer.Option(help="zh or en")] = "zh",
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """Compare the rules of today with changed ones, or with another pack, over the same facts.

        Nothing is written without --out. What is set for a day in the past shows as arrears.

        Example: nuanxin compare facts --as-of 2020-04-20 --set subsidy.tier1.daily=400@2020-03-01
        """
        a_language(lang)
        day = a_date(as_of)
        if out is not None and out.exists() and not out.is_dir():
            raise Refused(f"--out {out}: is a file, expected a folder")
        sides = chosen(pack, against, set or (), known)
        with compared(facts, day, sides) as (engine, found):
            if out is not None:
                out.mkdir(parents=True, exist_ok=True)
                copy_out(engine, differences(), out, "differences")
        if json:
            print_json(found)
        else:
            typer.echo("\n".join(told(found, lang)))
            if out is not None:
                typer.echo(f"→ {out}/differences.parquet, {out}/differences.csv")


def chosen(pack: str, against: str | None, settings: Sequence[str], known: str | None) -> Sides:
    """The two sides that the options ask for; Refused when they are the same."""
    if not settings and against is None:
        raise Refused("nothing to compare: give --set key=value or --against PACK")
    day = None if known is None else a_date(known, "--known")
    before = load_pack(pack)
    after = before if against is None else load_pack(against)
    return Sides(
        (before, changed(before.parameters, (), day)),
        (after, changed(after.parameters, settings, day)),
        day,
    )


@contextmanager
def compared(facts: Path, as_of: date, sides: Sides) -> Iterator[tuple[DuckDB, Balance]]:
    """Read the facts once and judge them both ways; the engine is open inside the block."""
    with tempfile.TemporaryDirectory(prefix="nuanxin-") as spill, progress() as bar:
        task = bar.add_task("reading facts", total=1.0)
        engine = DuckDB(Path(spill))
        report = load_facts(
            facts, engine.connection, as_of, lambda what: bar.update(task, description=what)
        )
        absent = frozenset(report.absent_tables)

        def run(side: tuple[Pack, Parameters], provisions: frozenset[str] | None = None) -> Run:
            pack, parameters = side
            return Run(
                *(pack, as_of, parameters, absent),
                with_criteria=False,
                provisions=provisions,
                known=sides.known,
            )

        only = touched(run(sides.before), run(sides.after))
        before, after = run(sides.before, only), run(sides.after, only)
        compare(
            before,
            after,
            engine,
            lambda what, share: bar.update(task, description=what, completed=share),
        )
        yield engine, balance(before, after, engine)
