"""``nuanxin roster``: solve, check, show, re-plan, explain a shortage."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands import roster_frontline, roster_wards
from nuanxin.commands.halting import halting
from nuanxin.commands.shared import Refused, print_json
from nuanxin.planning.roster.bound import certificate_of
from nuanxin.planning.roster.certificate import write_certificate
from nuanxin.planning.roster.check import Report, check
from nuanxin.planning.roster.departures import Departure, counted, departures
from nuanxin.planning.roster.formats import read_problem, read_roster, write_roster
from nuanxin.planning.roster.model import Problem, Roster
from nuanxin.planning.roster.picture import html, svg
from nuanxin.planning.roster.plan import Plan, Progress
from nuanxin.planning.roster.replan import replan
from nuanxin.planning.roster.shortage import explain_shortage
from nuanxin.planning.roster.skills import with_skills
from nuanxin.planning.roster.workers import solve_with

app = typer.Typer(help="Solve, check and draw rosters.", no_args_is_help=True)
_Instance = Annotated[
    Path, typer.Argument(help="SECTION_ text, an INRC-II folder or folder_history_weeks, or JSON")
]
_Json = Annotated[bool, typer.Option("--json", help="print one JSON object")]


@app.callback()
def _roster() -> None: ...


roster_frontline.register(app)
roster_wards.register(app)


@app.command("solve")
def solve_command(
    instance: _Instance,
    out: Annotated[Path, typer.Option(help="the roster: .csv or .json")],
    seconds: Annotated[float, typer.Option(help="wall time to spend at most")] = 60.0,
    workers: Annotated[int, typer.Option(help="processes; 0: one a core")] = 0,
    seed: Annotated[int, typer.Option(help="another number, another search")] = 0,
    warm: Annotated[Path | None, typer.Option(help="a roster to begin with")] = None,
    certificate: Annotated[Path | None, typer.Option(help="write the bound, to be checked")] = None,
    json: _Json = False,
) -> None:
    """Find the best roster in the time given; print objective, bound, gap, seconds.

    Ctrl-C or SIGTERM ends it early with the best so far. Exit 1 when a hard rule is not kept.
    Example: nuanxin roster solve Instance1.txt --seconds 10 --out roster.csv
    """
    if not seconds > 0:
        raise Refused(f"--seconds {seconds}: expected more than 0")
    if workers < 0:
        raise Refused(f"--workers {workers}: expected at least 0")
    began = time.monotonic()
    problem = read_problem(instance)
    begin = None if warm is None else with_skills(problem, read_roster(warm))
    with halting() as stopped:
        plan = solve_with(
            problem, seconds - (time.monotonic() - began), workers=workers or os.cpu_count() or 1,
            seed=seed, on_progress=_progress, warm_start=begin, stopped=stopped,
        )  # fmt: skip
        write_roster(problem, plan.roster, out)
    if certificate is not None:
        write_certificate(certificate_of(problem, plan.prices, plan.certified), certificate)
    if json:
        print_json(figures(problem, plan))
    else:
        _say(problem, plan)
    raise typer.Exit(0 if plan.report.valid else 1)


def figures(problem: Problem, plan: Plan) -> dict[str, object]:
    """What is printed of a plan."""
    return {
        "objective": plan.objective,
        "bound": plan.bound,
        "certified": min(plan.certified, plan.bound),
        "gap": round(plan.gap, 6),
        "seconds": round(plan.seconds, 3),
        "status": plan.status,
        "terms": plan.report.terms,
        "violations": [str(finding) for finding in plan.report.violations],
        **_exceptions(departures(problem, plan.roster)),
    }


def _exceptions(found: tuple[Departure, ...]) -> dict[str, object]:
    return {"exceptions": counted(found), "departures": [vars(departure) for departure in found]}


def _say_exceptions(found: tuple[Departure, ...]) -> None:
    for rule, number in counted(found).items():
        typer.echo(f"exceptions {rule} {number}")
    for d in found:
        typer.echo(f"exception: {d.rule} {d.person} day {d.day} ({d.reason})")


def _say(problem: Problem, plan: Plan) -> None:
    typer.echo(f"objective {plan.objective}")
    typer.echo(f"bound     {plan.bound}")
    typer.echo(f"gap       {plan.gap:.2%}")
    typer.echo(f"seconds   {plan.seconds:.1f}")
    typer.echo(f"status    {plan.status}")
    for finding in plan.report.violations:
        typer.echo(f"broken: {finding}")
    _say_exceptions(departures(problem, plan.roster))


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
    problem = read_problem(instance)
    given = read_roster(roster)
    judged = with_skills(problem, given)
    report, exceptions = check(problem, judged), departures(problem, judged)
    named = _named(given, judged)
    if json:
        print_json(
            {
                "valid": report.valid,
                "objective": report.objective,
                "terms": report.terms,
                "violations": [str(finding) for finding in report.violations],
                "skills_assigned": named,
                **_exceptions(exceptions),
            }
        )
    else:
        _show(report)
        _say_exceptions(exceptions)
        if named:
            typer.echo(f"the roster named no skill for {named} shifts; the best was taken")
    raise typer.Exit(0 if report.valid else 1)


def _named(given: Roster, judged: Roster) -> int:
    """How many shifts were given a skill that the roster did not name."""
    pairs = zip(given.assignments, judged.assignments, strict=True)
    return sum(a.skill != b.skill for a, b in pairs)


def _show(report: Report) -> None:
    typer.echo("valid" if report.valid else f"{len(report.violations)} hard rules broken")
    for finding in report.violations:
        typer.echo(f"broken: {finding}")
    typer.echo(f"objective {report.objective}")
    for term, penalty in report.terms.items():
        typer.echo(f"  {term} {penalty}")


@app.command("show")
def show_command(
    instance: _Instance,
    roster: Annotated[Path, typer.Argument(help="a roster: CSV or JSON")],
    out: Annotated[Path, typer.Option(help="the picture: .svg or .html")],
) -> None:
    """Draw a roster: the grid with violations and wishes, cover below and above.

    Example: nuanxin roster show Instance1.txt roster.csv --out roster.svg
    """
    if out.suffix.lower() not in (".svg", ".html"):
        raise Refused(f"--out {out}: expected a name that ends in .svg or .html")
    draw = html if out.suffix.lower() == ".html" else svg
    problem = read_problem(instance)
    picture = draw(problem, with_skills(problem, read_roster(roster)))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(picture, encoding="utf-8")
    typer.echo(f"drawn: {out}")


@app.command("replan")
def replan_command(
    instance: _Instance,
    roster: Annotated[Path, typer.Argument(help="the published roster: CSV or JSON")],
    absent: Annotated[list[str], typer.Option(help="PERSON:DAY or PERSON:DAY-DAY, repeatable")],
    out: Annotated[Path, typer.Option(help="the new roster: .csv or .json")],
    from_day: Annotated[int, typer.Option(help="days before stay as they are")] = 0,
    seconds: Annotated[float, typer.Option(help="wall time to spend at most")] = 5.0,
    json: _Json = False,
) -> None:
    """Plan anew when people are absent: fewest changes first, then quality.

    Example: nuanxin roster replan ward.json roster.csv --absent N3:4-6 --out new.csv
    """
    problem = read_problem(instance)
    published = with_skills(problem, read_roster(roster))
    with halting() as stopped:
        found = replan(
            problem, published, _absences(problem, absent), from_day, seconds, stopped=stopped
        )
        write_roster(problem, found.plan.roster, out)
    cells = [vars(change) for change in found.changes]
    if json:
        print_json({**figures(problem, found.plan), "changes": cells})
    else:
        for c in found.changes:
            typer.echo(f"{c.person} day {c.day}: {c.before or 'off'} -> {c.after or 'off'}")
        typer.echo(f"{len(cells)} cells changed in {found.plan.seconds:.1f} s")
    raise typer.Exit(0 if found.plan.report.valid else 1)


def _absences(problem: Problem, absent: list[str]) -> dict[str, list[int]]:
    known = {person.id for person in problem.people}
    days: dict[str, list[int]] = {}
    for text in absent:
        name, _, span = text.rpartition(":")
        first, _, last = span.partition("-")
        if name not in known or not first.isdigit() or not (last or first).isdigit():
            raise Refused(f"--absent {text}: expected PERSON:DAY or PERSON:DAY-DAY, as N3:4-6")
        span_days = range(int(first), int(last or first) + 1)
        days.setdefault(name, []).extend(day for day in span_days if day < problem.days)
    return days


@app.command("explain")
def explain_command(
    instance: _Instance,
    out: Annotated[Path, typer.Option(help="the certificate: .json")],
    seconds: Annotated[float, typer.Option(help="wall time to spend at most")] = 60.0,
) -> None:
    """Say why the minimum of cover cannot be met: cells left short, rules that bind, the proof.

    Exit 1 when it cannot. Example: nuanxin roster explain ward.json --out shortage.json
    """
    found = explain_shortage(read_problem(instance), seconds)
    if found is None:
        typer.echo("no shortage is proven")
        return
    write_certificate(found.certificate, out)
    for finding in found.short:
        typer.echo(f"short: {finding}")
    for rule in found.rules:
        typer.echo(f"binds: {rule}")
    days = sorted({cell.day for cell in found.cells})
    typer.echo(f"the proof needs the cover of days {', '.join(map(str, days))}: {out}")
    raise typer.Exit(1)
