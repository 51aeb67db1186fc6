"""``nuanxin import``, ``template`` and ``export``: files into the live city and out of it."""

from __future__ import annotations

import getpass
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from nuanxin.commands.shared import Refused, in_live_city, print_json, progress

if TYPE_CHECKING:
    from nuanxin.domains.intake.services import Taken

export = typer.Typer(help="Write the live city into files.", no_args_is_help=True)
SHOWN = 20
"""Refused rows that are printed; all of them go into ``--refused``."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import")(import_)
    app.command("template")(template)
    app.add_typer(export, name="export")


def import_(
    files: Annotated[list[Path], typer.Argument(help="workbooks, CSV files, folders of facts")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="tell, and write nothing")] = False,
    who: Annotated[str, typer.Option(help="who records it; else the account's name")] = "",
    why: Annotated[str, typer.Option(help="why")] = "import",
    refused: Annotated[
        Path | None, typer.Option(help="write the refused rows, with reasons, as .xlsx")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Take files as officials keep them into the live city: all of a file or nothing.

    With --dry-run exit 1 when rows would be refused. Example: nuanxin import 考勤.xlsx --dry-run
    """
    _all_there(files)
    if refused is not None and refused.suffix.lower() != ".xlsx":
        raise Refused(f"--refused {refused}: expected a name that ends in .xlsx")
    with in_live_city():
        taken = _take_each(files, dry_run, who or getpass.getuser(), why)
        if refused is not None:
            _write_refused(refused, files, taken)
    if json:
        print_json({"dry_run": dry_run, "files": [_told(name, one) for name, one in taken]})
    else:
        for name, one in taken:
            _show(name, one, dry_run)
    if dry_run and any(one.refused for _, one in taken):
        raise typer.Exit(1)


def template(
    folder: Annotated[Path, typer.Argument(help="the folder to write into")],
) -> None:
    """Write a workbook to fill in for each table, with lists to choose from.

    Example: nuanxin template 模板
    """
    from nuanxin.domains.intake.books import write_templates

    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder}: is a file, expected a folder")
    for path in write_templates(folder):
        typer.echo(str(path))


@export.command("facts")
def export_facts(
    folder: Annotated[Path, typer.Argument(help="a new or empty folder")],
    json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
) -> None:
    """Write the live city as a folder of facts, as evaluate reads it.

    Example: nuanxin export facts out/facts
    """
    with in_live_city():
        from nuanxin.domains.intake.export import export_facts as write

        rows = write(folder)
    if json:
        print_json({"out": str(folder), "rows": rows})
    else:
        typer.echo(f"{folder}: {sum(rows.values())} rows in {len(rows)} tables")


@export.callback()
def _export() -> None: ...


def _all_there(files: list[Path]) -> None:
    for file in files:
        if not file.exists():
            raise Refused(f"{file}: does not exist; name a file or a folder of files")


def _take_each(files: list[Path], dry_run: bool, who: str, why: str) -> list[tuple[str, Taken]]:
    """Take each file by itself, those first that others refer to; a dry run takes them at once."""
    from nuanxin.domains.intake.reading import in_order
    from nuanxin.domains.intake.services import take

    parts = [files] if dry_run else [[file] for file in in_order(files)]
    taken = []
    with progress() as bar:
        for part in parts:
            name = ", ".join(file.name for file in part)
            task = bar.add_task(name, total=100)
            taken.append(
                (
                    name,
                    take(
                        part,
                        who=who,
                        why=why,
                        dry_run=dry_run,
                        on_step=lambda what, share, task=task: bar.update(  # type: ignore[misc]
                            task, description=what, completed=share
                        ),
                    ),
                )
            )
    return taken


def _told(name: str, taken: Taken) -> dict[str, object]:
    return {
        "file": name,
        "read": taken.read,
        **asdict(taken.counts),
        "refused": taken.refused,
        "change": taken.change.pk if taken.change else None,
        "sheets": [
            {"file": s.file, "table": s.table, "read": s.read, **asdict(s.counts)}
            for s in taken.sheets
        ],
        "unread": [{"file": u.file, "rows": u.rows, "reason": u.reason.en} for u in taken.unread],
    }


def _show(name: str, taken: Taken, dry_run: bool) -> None:
    did = "would write" if dry_run else "wrote"
    counts = taken.counts
    typer.echo(
        f"{name}: {taken.read} rows read; {did} {counts.new} new and {counts.changed} corrected,"
        f" {counts.same} there already, {taken.refused} refused"
    )
    table = Table("sheet", "table", "read", "new", "corrected", "same", "refused")
    for s in taken.sheets:
        c = s.counts
        table.add_row(s.file, s.table, *map(str, (s.read, c.new, c.changed, c.same, c.refused)))
    Console().print(table)
    for one in taken.unread:
        typer.echo(f"not read: {one.file} ({one.rows} rows): {one.reason.en}")
    if taken.found is None:
        return
    wrong = taken.found.execute(
        'SELECT file, "row", "column", value, reason FROM facts.set_aside WHERE kind = \'row\' '
        f"ORDER BY file, row LIMIT {SHOWN}"
    ).fetchall()
    for file, row, column, value, reason in wrong:
        typer.echo(f"refused: {file} row {row}, {column} {value!r}: {reason}")
    if counts.refused > len(wrong):
        typer.echo(f"… and {counts.refused - len(wrong)} more; --refused FILE writes them all")


def _write_refused(path: Path, files: list[Path], taken: list[tuple[str, Taken]]) -> None:
    from nuanxin.domains.intake.books import refused_book
    from nuanxin.domains.intake.reading import Brought, look_at
    from nuanxin.domains.intake.refused import refused_rows, refused_sheets

    brought = Brought()
    for file in files:
        one = look_at(file)
        brought.given += one.given
        brought.unread += one.unread
    faults = {
        sheet.file: refused_rows(one.found, sheet.file)
        for _, one in taken
        for sheet in one.sheets
        if one.found is not None
    }
    path.write_bytes(refused_book(refused_sheets(brought, faults, brought.unread)))
