"""What the subcommands share: reading their arguments, progress, and one evaluation."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from nuanxin.commands.engines import opened
from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.elsewhere import evaluate_elsewhere
from nuanxin.facts import Report, load_facts
from nuanxin.facts.calendar import FIRST, LAST
from nuanxin.packs import load_pack
from nuanxin.policy.evaluate import Progress as Notice
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameters import Parameters


class Refused(Exception):
    """An argument that cannot be used; the text says which, and what is expected."""


@dataclass(frozen=True)
class Evaluated:
    """One evaluation that has been run: what was asked, where its tables are, what ran it."""

    run: Run
    engine: DuckDB
    report: Report
    seconds: float
    ran_on: str


def a_date(text: str, option: str = "--as-of") -> date:
    """A date ``YYYY-MM-DD`` that the calendar of workdays holds; Refused otherwise."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # fromisoformat reads 20200420 and 2020-W17-1 as well.
    if day is None or day.isoformat() != text:
        raise Refused(f"{option} {text}: expected a date YYYY-MM-DD, as 2020-04-20")
    if not FIRST <= day <= LAST:
        raise Refused(f"{option} {text}: expected a day from {FIRST} to {LAST}")
    return day


def a_language(text: str) -> str:
    """``zh`` or ``en``; Refused otherwise."""
    if text not in ("zh", "en"):
        raise Refused(f"--lang {text}: expected zh or en")
    return text


def a_subject(text: str | None) -> str | None:
    """``person:ID`` or ``unit:ID``; Refused otherwise."""
    if text is None:
        return None
    kind, _, name = text.partition(":")
    if kind not in ("person", "unit") or not name:
        raise Refused(f"--subject {text}: expected person:ID or unit:ID, as person:P00000001")
    return text


def changed(
    parameters: Parameters, settings: Sequence[str], known: date | None = None
) -> Parameters:
    """The parameters with ``key=value[@from[..to]]`` settings applied, as known on a day.

    Refused when a setting does not fit. What is set for a run is known on every day.
    """
    changes = []
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise Refused(f"--set {setting}: expected key=value, as care.extra_rest_min=20")
        changes.append((key.strip(), value))
    try:
        tried = parameters.override(changes)
    except ValueError as error:
        raise Refused(f"--set {error}") from error
    return tried if known is None else tried.as_known(known)


def measured(module: str, facts: Path, *words: str) -> dict[str, Any]:
    """What a module prints of facts, run in a process of its own: no round warms the next."""
    command = [sys.executable, "-m", module, str(facts), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Refused(f"{facts}: the round failed: {last}")
    return dict(json.loads(done.stdout))


def print_json(value: object) -> None:
    """One JSON object on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def progress() -> Iterator[Progress]:
    """A progress bar on standard error, silent when that is no terminal."""
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bar:
        yield bar


@contextmanager
def in_live_city() -> Iterator[Path]:
    """The database running with its tables, and its home; what it refuses becomes one line."""
    from nuanxin.site import server
    from nuanxin.site.postgres import PostgresError

    try:
        with server.prepared() as home:
            from nuanxin.domains.changes.refusal import Refusal

            try:
                yield home
            except Refusal as refusal:
                raise Refused(refusal.text.en) from refusal
    except PostgresError as error:
        raise Refused(str(error)) from error


@contextmanager
def evaluated(
    facts: Path,
    *,
    pack: str,
    as_of: str,
    settings: Sequence[str] = (),
    subject: str | None = None,
    provisions: frozenset[str] | None = None,
    with_criteria: bool = True,
    with_days: bool = False,
    with_standing: bool = False,
    known: str | None = None,
    ran_on: str = "duckdb",
) -> Iterator[Evaluated]:
    """Read the facts and evaluate them on an engine; the tables are there inside the block."""
    chosen, day, who = load_pack(pack), a_date(as_of), a_subject(subject)
    known_on = None if known is None else a_date(known, "--known")
    parameters = changed(chosen.parameters, settings, known_on)
    if provisions is not None:
        _check_provisions(chosen, provisions)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="nuanxin-") as spill, progress() as bar:
        task = bar.add_task("reading facts", total=1.0)
        engine = DuckDB(Path(spill))
        report = load_facts(
            facts, engine.connection, day, lambda what: bar.update(task, description=what)
        )
        run = Run(
            chosen,
            day,
            parameters,
            frozenset(report.absent_tables),
            who,
            with_criteria,
            provisions,
            with_standing,
            known_on,
            (chosen.days,) if with_days and chosen.days else (),
        )
        _warn_unused(run, settings)
        _check_subject(engine, run.subject)
        _evaluate_on(
            ran_on,
            run,
            engine,
            lambda what, share: bar.update(task, description=what, completed=share),
        )
        yield Evaluated(run, engine, report, time.perf_counter() - started, ran_on)


def _evaluate_on(name: str, run: Run, facts: DuckDB, on_progress: Notice) -> None:
    if name == "duckdb":
        evaluate(run, facts, on_progress)
        return
    with opened(name) as engine:
        evaluate_elsewhere(run, facts, engine, on_progress)


def _warn_unused(run: Run, settings: Sequence[str]) -> None:
    """Say on standard error which settings change nothing; the run goes on."""
    used = run.parameters_used()
    for setting in settings:
        key = setting.partition("=")[0].strip()
        if key not in used:
            typer.echo(
                f"--set {key}: nothing that is computed uses it, so it has no effect", err=True
            )


def _check_provisions(pack: Pack, asked: frozenset[str]) -> None:
    known = {obligation.id for obligation in pack.text.obligations}
    for provision in sorted(asked):
        if provision not in known:
            raise Refused(f"--provision {provision}: {pack.id} has no such provision, as M11-5")
        if not pack.is_computed(provision):
            raise Refused(f"--provision {provision}: {pack.id} does not compute it yet")


def _check_subject(engine: DuckDB, subject: str | None) -> None:
    if subject is None:
        return
    kind, _, name = subject.partition(":")
    table, key = ("people", "person_id") if kind == "person" else ("units", "unit_id")
    quoted = name.replace("'", "''")
    if not engine.fetch(f"SELECT 1 FROM facts.{table} WHERE {key} = '{quoted}'"):
        raise Refused(f"--subject {subject}: the facts kept have no such {kind}")
