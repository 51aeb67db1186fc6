"""``nuanxin roster frontline``: the rules of the front line with the numbers of a pack."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.shared import Refused, a_date
from nuanxin.packs import load_pack
from nuanxin.planning.roster.formats import read_problem
from nuanxin.planning.roster.formats.plain import read_json, write_problem_json
from nuanxin.planning.roster.frontline import Rules, Ward, laid
from nuanxin.policy.parameters import Parameters

HOUR = 60


def rules_of(parameters: Parameters, on: date) -> Rules:
    """The numbers of M07-2 and M07-3 in force on a day; overload itself is never planned."""

    def whole(key: str) -> int:
        return parameters.whole(key, on)

    def minutes(key: str) -> int:
        return int(parameters.number(key, on) * HOUR)

    # A range of hours, as "2-4": the longest counts.
    entry = str(parameters.value("roster.contaminated_area_entry", on)).rpartition("-")[2]
    return Rules(
        normal_shift=minutes("roster.shift_max_normal"),
        exceptions_percent=whole("roster.over_shift_share_max"),
        week_days=whole("rest.week_window"),
        week_most=minutes("rest.week_hours_max"),
        duty_days_most=whole("rest.duty_run_max") - 1,
        long_shifts_most=whole("rest.long_shifts_in_week") - 1,
        inside_most=int(entry) * HOUR,
        night_from=minutes("service.night_from"),
        night_to=minutes("service.night_until"),
    )


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("frontline")
    def frontline(
        instance: Annotated[Path, typer.Argument(help="the ward's problem")],
        ward: Annotated[Path, typer.Argument(help="JSON: people, couples, inside")],
        out: Annotated[Path, typer.Option(help="the problem with all rules: .json")],
        as_of: Annotated[str, typer.Option(help="the day whose numbers hold, YYYY-MM-DD")],
        pack: Annotated[str, typer.Option(help="the pack: a name or folder")] = "dalian2020",
    ) -> None:
        """Lay the rules of the front line over a ward, with the numbers of a pack.

        Example: nuanxin roster frontline ward.json people.json --as-of 2020-03-01 --out laid.json
        """
        if out.suffix.lower() != ".json":
            raise Refused(f"--out {out}: expected a name that ends in .json")
        rules = rules_of(load_pack(pack).parameters, a_date(as_of))
        problem = laid(read_problem(instance), read_json(Ward, ward), rules)
        out.parent.mkdir(parents=True, exist_ok=True)
        write_problem_json(problem, out)
        typer.echo(f"{out}: {len(problem.people)} people, {problem.days} days")
