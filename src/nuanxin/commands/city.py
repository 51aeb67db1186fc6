"""``nuanxin city``: a synthetic Dalian as facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nuanxin.city import CityPlan, build_city
from nuanxin.commands.shared import Refused, print_json, progress


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("city")
    def city(
        people: Annotated[int, typer.Option(help="how many people")],
        out: Annotated[Path, typer.Option(help="the folder to write into")],
        seed: Annotated[int, typer.Option(help="the same seed gives the same city")] = 2020,
        days: Annotated[int, typer.Option(help="how many days from 2020-01-23")] = 220,
        format: Annotated[str, typer.Option(help="csv or parquet")] = "csv",
        dirty_rows: Annotated[int, typer.Option(help="bad rows to sow in")] = 0,
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """Write a synthetic Dalian as facts.

        Example: nuanxin city --people 10000 --out facts
        """
        if format not in ("csv", "parquet"):
            raise Refused(f"--format {format}: expected csv or parquet")
        plan = CityPlan(people, seed, days, dirty_rows)
        with progress() as bar:
            task = bar.add_task("building the city", total=1.0)
            summary = build_city(
                plan,
                out,
                "csv" if format == "csv" else "parquet",
                lambda what, share: bar.update(task, description=what, completed=share),
            )
        if json:
            print_json({"out": str(summary.out), "rows": dict(summary.rows)})
        else:
            rows = sum(summary.rows.values())
            typer.echo(f"{summary.out}: {people} people, {rows} rows in {len(summary.rows)} tables")
