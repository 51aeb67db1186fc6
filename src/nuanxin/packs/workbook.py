"""The parameters of a pack as a workbook: out, back with what would change, and into the YAML."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from nuanxin.packs.edit import edited
from nuanxin.packs.sheet import (
    COLUMNS,
    FIELDS,
    Change,
    Row,
    changes,
    faults,
    plain_number,
    rows_of,
)
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameter import CERTAINTIES, PRECISIONS, Parameter
from nuanxin.policy.parameter_file import read_parameters
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.reading import PackError, read_yaml

SHEET, ABOUT = "parameters", "about"
_HEADS = {
    "key": "键 key",
    "version": "版本 version",
    "label_zh": "名称 label_zh",
    "label_en": "label_en",
    "unit": "单位 unit",
    "measures": "条款 measures",
    "value": "值 value",
    "from": "起 from",
    "to": "止 to",
    "known": "公布 known",
    "jurisdiction": "地方 jurisdiction",
    "certainty": "确定程度 certainty",
    "precision": "起始精度 precision",
    "source_zh": "来源 source_zh",
    "source_en": "source_en",
    "note_zh": "说明 note_zh",
    "note_en": "note_en",
}
_SHADE = PatternFill("solid", fgColor="EEEEEE")


class WorkbookError(PackError):
    """A workbook that cannot be used as a whole; says what to do."""


@dataclass(frozen=True)
class Preview:
    """What a workbook would change. ``faults`` are told by cell, and then nothing can be applied.

    ``parameters`` are those of the pack after the change, ``texts`` the new files.
    """

    faults: Sequence[str]
    changes: Sequence[Change]
    parameters: Parameters | None
    texts: dict[Path, str]


def own_parameters(pack: Pack) -> list[Parameter]:
    """The parameters in the pack's own files; those of its base are changed there."""
    files = sorted((pack.folder / "parameters").glob("*.yaml"))
    return [parameter for file in files for parameter in read_parameters(file)]


def export(pack: Pack, file: Path) -> int:
    """Write the workbook; returns the number of rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append([_HEADS[name] for name in COLUMNS])
    rows = rows_of(own_parameters(pack))
    for row in rows:
        sheet.append([row.key, row.version, *(_cell(row, name) for name in COLUMNS[2:])])
    _dress(sheet, len(rows) + 1)
    about = book.create_sheet(ABOUT)
    about.append(["pack", pack.id])
    about.append(["parameters", digest(pack)])
    about.sheet_state = "hidden"
    file.parent.mkdir(parents=True, exist_ok=True)
    book.save(file)
    return len(rows)


def _cell(row: Row, name: str) -> object:
    """Numbers as numbers, dates as dates, all else as text."""
    text = row.cells[name]
    if name in ("from", "to", "known"):
        return date.fromisoformat(text) if text else None
    if name == "value":
        try:
            number = Decimal(text)
        except ArithmeticError:
            return text
        return int(number) if number == int(number) else float(number)
    return text or None


def _dress(sheet: openpyxl.worksheet.worksheet.Worksheet, last: int) -> None:
    """Bold heads, shaded columns that are only shown, lists of allowed words, frozen panes."""
    sheet.freeze_panes = "C2"
    for number, name in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = 34 if name == "key" or "source" in name else 14
        sheet.cell(1, number).font = Font(bold=True)
        for line in range(1, last + 1):
            cell = sheet.cell(line, number)
            cell.protection = Protection(locked=name not in FIELDS)
            if name not in FIELDS:
                cell.fill = _SHADE
            if name in ("from", "to", "known"):
                cell.number_format = "yyyy-mm-dd"
        words = {"certainty": CERTAINTIES, "precision": PRECISIONS}.get(name)
        if words:
            allowed = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
            allowed.add(f"{letter}2:{letter}{last + 200}")
            sheet.add_data_validation(allowed)


def digest(pack: Pack) -> str:
    """What the parameter files of the pack are, so that a workbook of older ones is found out."""
    found = hashlib.sha256()
    for file in sorted((pack.folder / "parameters").glob("*.yaml")):
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:16]


def preview(pack: Pack, file: Path) -> Preview:
    """What the workbook would change.

    WorkbookError when it is of another pack, or the pack has changed since it was exported.
    """
    rows, about = _read(file)
    if about.get("pack") != pack.id:
        raise WorkbookError(f"{file.name}: is of the pack {about.get('pack')}, not of {pack.id}")
    own = own_parameters(pack)
    current = Parameters(own)
    wrong = [f"{file.name}: {_place(n, name)}: {said}" for n, name, said in faults(rows, current)]
    if wrong:
        return Preview(wrong, (), None, {})
    found = changes(rows_of(own), rows)
    if not found:
        return Preview((), (), pack.parameters, {})
    if about.get("parameters") != digest(pack):
        raise WorkbookError(
            f"{file.name}: the pack has changed since this workbook was exported;"
            f" export it anew (nuanxin pack parameters export --pack {pack.id})"
        )
    texts = edited(pack.folder / "parameters", found, _positions(pack, own))
    try:
        return Preview((), found, _loaded(pack, texts), texts)
    except PackError as error:
        return Preview([f"{file.name}: {error}"], found, None, {})


def _place(number: int, column: str) -> str:
    return f"{SHEET}!{get_column_letter(COLUMNS.index(column) + 1)}{number} ({column})"


def apply(done: Preview) -> list[Path]:
    """Write the new texts, each beside its place and then moved there; returns the files."""
    for file, text in done.texts.items():
        part = file.with_name(f"{file.name}.part")
        part.write_text(text, encoding="utf-8")
        part.replace(file)
    return sorted(done.texts)


def _positions(pack: Pack, own: Sequence[Parameter]) -> dict[str, list[int]]:
    """For each version, counted by publication, its place among the items as written."""
    written: dict[str, list[dict[str, object]]] = {}
    for file in sorted((pack.folder / "parameters").glob("*.yaml")):
        written |= {key: entry["values"] for key, entry in (read_yaml(file) or {}).items()}
    return {
        p.key: [
            next(
                place
                for place, item in enumerate(written[p.key])
                if (item["from"], item["known"]) == (version.start, version.known)
            )
            for version in p.values
        ]
        for p in own
    }


def _loaded(pack: Pack, texts: dict[Path, str]) -> Parameters:
    """The pack's parameters with the new texts, read as strictly as ever."""
    with tempfile.TemporaryDirectory(prefix="nuanxin-") as place:
        folder = Path(place) / pack.folder.name
        shutil.copytree(pack.folder / "parameters", folder / "parameters")
        for file, text in texts.items():
            (folder / "parameters" / file.name).write_text(text, encoding="utf-8")
        return replace(pack, folder=folder).parameters


def _read(file: Path) -> tuple[list[Row], dict[str, str]]:
    try:
        book = openpyxl.load_workbook(file, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError) as error:
        raise WorkbookError(f"{file.name}: is no workbook that can be read (xlsx)") from error
    if SHEET not in book.sheetnames or ABOUT not in book.sheetnames:
        raise WorkbookError(f"{file.name}: has no sheet {SHEET}; export a workbook and edit that")
    lines = book[SHEET].iter_rows(values_only=True)
    heads = [_text(cell).split(" ")[-1] for cell in next(lines, ())]
    for name in COLUMNS:
        if name not in heads:
            raise WorkbookError(f"{file.name}: the column {name} is missing")
    places = {name: heads.index(name) for name in COLUMNS}
    rows = []
    for number, line in enumerate(lines, 2):
        cells = {name: _text(line[place]) for name, place in places.items()}
        if any(cells.values()):
            version = int(cells["version"]) if cells["version"].isdecimal() else None
            rows.append(Row(cells["key"], version, cells, number))
    about = {_text(a): _text(b) for a, b, *_ in book[ABOUT].iter_rows(values_only=True)}
    return rows, about


def _text(cell: object) -> str:
    """A cell as text, the way ``rows_of`` writes it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat()
    if isinstance(cell, int | float):
        return plain_number(Decimal(str(cell)))
    return str(cell).strip()
