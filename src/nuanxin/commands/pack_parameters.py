"""``nuanxin pack parameters``: numbers of a policy edited in a workbook, with a preview."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from nuanxin.commands.balance_words import told
from nuanxin.commands.compare import Sides, compared
from nuanxin.commands.shared import Refused, a_date, a_language, print_json
from nuanxin.packs import load_pack, workbook
from nuanxin.packs.sheet import Change
from nuanxin.policy.balance import Balance
from nuanxin.policy.pack import Pack

app = typer.Typer(help="Edit parameters in a workbook, with a preview.", no_args_is_help=True)
_File = Annotated[Path, typer.Argument(help="the workbook, .xlsx")]
_Pack = Annotated[str, typer.Option("--pack", help="the pack: a name or folder")]
_Json = Annotated[bool, typer.Option("--json", help="print one JSON object")]
_KIND = {
    "changed": {"zh": "修改", "en": "changed"},
    "added": {"zh": "新增", "en": "added"},
    "removed": {"zh": "删除", "en": "removed"},
}
_NOTHING = {"zh": "没有变化。", "en": "Nothing would change."}


@app.command("export")
def export(file: _File, name: _Pack = "dalian2020") -> None:
    """Write the pack's parameters into a workbook, a row for each version.

    Example: nuanxin pack parameters export parameters.xlsx
    """
    rows = workbook.export(load_pack(name), _xlsx(file))
    typer.echo(f"{file}: {rows} rows")


@app.command("preview")
def preview(
    file: _File,
    name: _Pack = "dalian2020",
    facts: Annotated[Path | None, typer.Option(help="who gains and loses with these facts")] = None,
    as_of: Annotated[str | None, typer.Option(help="the day at whose end they are judged")] = None,
    lang: Annotated[str, typer.Option(help="zh or en")] = "zh",
    json: _Json = False,
) -> None:
    """Tell what the edited workbook would change, errors by cell; exit 1 when there are any.

    Example: nuanxin pack parameters preview parameters.xlsx --facts facts --as-of 2020-04-20
    """
    a_language(lang)
    if (facts is None) != (as_of is None):
        raise Refused("--facts and --as-of go together: give both or neither")
    pack = load_pack(name)
    found = workbook.preview(pack, _xlsx(file))
    balance = _balance(pack, found, facts, str(as_of)) if facts and found.changes else None
    if json:
        print_json(
            {
                "pack": pack.id,
                "faults": list(found.faults),
                "changes": [vars(change) for change in found.changes],
                "balance": balance,
            }
        )
    else:
        typer.echo("\n".join(_lines(found, lang)))
        if balance is not None:
            typer.echo("\n".join(told(balance, lang)))
    raise typer.Exit(1 if found.faults else 0)


@app.command("apply")
def apply(file: _File, name: _Pack = "dalian2020", json: _Json = False) -> None:
    """Write the edited workbook into the pack's YAML files; a second time changes nothing.

    Exit 1, and nothing is written, when a cell is wrong.
    Example: nuanxin pack parameters apply parameters.xlsx
    """
    pack = load_pack(name)
    found = workbook.preview(pack, _xlsx(file))
    files = [] if found.faults else workbook.apply(found)
    if json:
        faults, names = list(found.faults), [path.name for path in files]
        print_json({"pack": pack.id, "faults": faults, "files": names})
    else:
        typer.echo("\n".join([*_lines(found, "en"), *(f"written: {path.name}" for path in files)]))
    raise typer.Exit(1 if found.faults else 0)


def _xlsx(file: Path) -> Path:
    if file.suffix.lower() != ".xlsx":
        raise Refused(f"{file}: expected a workbook, .xlsx")
    return file


def _balance(pack: Pack, found: workbook.Preview, facts: Path, as_of: str) -> Balance | None:
    if found.parameters is None:
        return None
    sides = Sides((pack, pack.parameters), (pack, found.parameters))
    with compared(facts, a_date(as_of), sides) as (_, balance):
        return balance


def _lines(found: workbook.Preview, lang: str) -> Iterator[str]:
    yield from found.faults
    if not found.faults and not found.changes:
        yield _NOTHING[lang]
    for change in found.changes:
        yield f"{_KIND[change.kind][lang]}: {change.key}{_version(change)}"
        for field, (before, after) in change.fields.items():
            yield f"    {field}: {before or '–'} → {after or '–'}"


def _version(change: Change) -> str:
    return f" ({change.version})" if change.version else ""
