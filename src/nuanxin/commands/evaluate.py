"""``nuanxin evaluate``: facts to obligations."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, cast

import typer
from rich.console import Console
from rich.table import Table

from nuanxin.commands.shared import Refused, evaluated, print_json
from nuanxin.engines import output
from nuanxin.engines.elsewhere import ENGINES


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("evaluate")
    def evaluate(
        facts: Annotated[Path, typer.Argument(help="a folder of CSV, Parquet or XLSX files")],
        out: Annotated[Path, typer.Option(help="the folder to write into")],
        as_of: Annotated[str, typer.Option(help="the day at whose end the world is seen")],
        pack: Annotated[str, typer.Option(help="the policy")] = "dalian2020",
        engine: Annotated[str, typer.Option(help="duckdb, postgres or spark")] = "duckdb",
        set: Annotated[
            list[str] | None, typer.Option(help="key=value[@from[..to]], another parameter")
        ] = None,
        known: Annotated[str | None, typer.Option(help="rules as published by that day")] = None,
        subject: Annotated[str | None, typer.Option(help="person:ID or unit:ID only")] = None,
        criteria: Annotated[bool, typer.Option(help="write the reasons too")] = True,
        days: Annotated[bool, typer.Option("--days", help="write the paid person-days")] = False,
        standing: Annotated[bool, typer.Option(help="write who is what on which day")] = False,
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """Compute what is owed to whom: obligations, criteria, set_aside and summary.json.

        Example: nuanxin evaluate facts --pack dalian2020 --as-of 2020-04-20 --out out
        """
        if engine not in ENGINES:
            raise Refused(f"--engine {engine}: expected one of {', '.join(ENGINES)}")
        _check_out(out)
        with evaluated(
            facts,
            pack=pack,
            as_of=as_of,
            settings=set or (),
            known=known,
            subject=subject,
            with_criteria=criteria,
            with_days=days,
            with_standing=standing,
            ran_on=engine,
        ) as done:
            summary = output.write(
                done.engine, done.run, done.report, out, done.seconds, ran_on=done.ran_on
            )
        if json:
            print_json(summary)
        else:
            _show(summary, out)


def _check_out(out: Path) -> None:
    """Refuse a folder that cannot be made or written into, before anything is evaluated."""
    for place in (out, *out.absolute().parents):
        if place.is_dir():
            if not os.access(place, os.W_OK | os.X_OK):
                raise Refused(f"--out {out}: {place} may not be written into")
            return
        if os.path.lexists(place):
            below = "" if place == out else f"{place} "
            raise Refused(f"--out {out}: {below}is a file, expected a folder")


def _show(summary: Mapping[str, object], out: Path) -> None:
    rows = cast(Mapping[str, int], summary["rows"])
    cells = cast(Mapping[str, int], summary["cells"])
    typer.echo(
        f"read {rows['read']} rows, kept {rows['kept']}, set aside {rows['set_aside']};"
        f" {cells['unknown']} cells became unknown, {cells['suspect']} are suspect"
    )
    absent = cast(Sequence[str], summary["absent_tables"])
    if absent:
        typer.echo(f"not handed in: {', '.join(absent)}")
    table = Table("provision", "state", "rows", "quantity", "unit")
    for count in cast(Sequence[Mapping[str, object]], summary["obligations"]):
        cells_of_row = (count[name] for name in ("provision", "state", "count", "quantity", "unit"))
        table.add_row(*(str(cell) for cell in cells_of_row))
    Console().print(table)
    typer.echo(f"written to {out} in {summary['seconds']} s")
