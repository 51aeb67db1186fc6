"""``nuanxin roster``: solve, check, show."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.shared import Refused, print_json
from nuanxin.planning.roster.check import Report, check
from nuanxin.planning.roster.formats import read_problem, read_roster, write_roster
from nuanxin.planning.roster.plan import Plan, Progress
from nuanxin.planning.roster.solve import solve

app = typer.Typer(help="Solve, check and draw rosters.", no_args_is_help=True)
_Instance = Annotated[
    Path, typer.Argument(help="SECTION_ text, an INRC-II folder or folder_history_weeks, or JSON")
]
_Json = Annotated[bool, typer.Option("--json", help="print one JSON object")]


@app.callback()
def _roster() -> None: ...


@app.command("solve")
def solve_command(
    instance: _Instance,
    out: Annotated[Path, typer.Option(help="the roster: .csv or .json")],
    seconds: Annotated[float, typer.Option(help="wall time to spend at most")] = 60.0,
    workers: Annotated[int, typer.Option(help="processes")] = 1,
    seed: Annotated[int, typer.Option(help="another number, another search")] = 0,
    json: _Json = False,
) -> None:
    """Find the best roster in the time given; print objective, bound, gap, seconds.

    Exit 1 when a hard rule could not be kept.
    Example: nuanxin roster solve Instance1.txt --seconds 10 --out roster.csv
    """
    if not seconds > 0:
        raise Refused(f"--seconds {seconds}: expected more than 0")
    if workers < 1:
        raise Refused(f"--workers {workers}: expected at least 1")
    problem = read_problem(instance)
    plan = solve(problem, seconds, seed=seed, on_progress=_progress)
    write_roster(problem, plan.roster, out)
    if json:
        print_json(figures(plan))
    else:
        _say(plan)
    raise typer.Exit(0 if plan.report.valid else 1)


def figures(plan: Plan) -> dict[str, object]:
    """What is printed of a plan."""
    return {
        "objective": plan.objective,
        "bound": plan.bound,
        "gap": round(plan.gap, 6),
        "seconds": round(plan.seconds, 3),
        "status": plan.status,
        "terms": plan.report.terms,
        "violations": [str(finding) for finding in plan.report.violations],
    }


def _say(plan: Plan) -> None:
    typer.echo(f"objective {plan.objective}")
    typer.echo(f"bound     {plan.bound}")
    typer.echo(f"gap       {plan.gap:.2%}")
    typer.echo(f"seconds   {plan.seconds:.1f}")
    typer.echo(f"status    {plan.status}")
    for finding in plan.report.violations:
        typer.echo(f"broken: {finding}")


def _progress(at: Progress) -> None:
    text = f"objective {at.objective:.0f}  bound {at.bound:.1f}  {at.doing}"
    typer.echo(f"{at.seconds:7.1f} s  {text}", err=True)


@app.command("check")
def check_command(
    instance: _Instance,
    roster: Annotated[Path, typer.Argument(help="a roster: CSV or JSON")],
    json: _Json = False,
) -> None:
    """Check a roster without the solver: what it breaks by name, what it costs by term.

    Exit 1 when a hard rule is broken. Example: nuanxin roster check Instance1.txt roster.csv
    """
    report = check(read_problem(instance), read_roster(roster))
    if json:
        print_json(
            {
                "valid": report.valid,
                "objective": report.objective,
                "terms": report.terms,
                "violations": [str(finding) for finding in report.violations],
            }
        )
    else:
        _show(report)
    raise typer.Exit(0 if report.valid else 1)


def _show(report: Report) -> None:
    typer.echo("valid" if report.valid else f"{len(report.violations)} hard rules broken")
    for finding in report.violations:
        typer.echo(f"broken: {finding}")
    typer.echo(f"objective {report.objective}")
    for term, penalty in report.terms.items():
        typer.echo(f"  {term} {penalty}")
