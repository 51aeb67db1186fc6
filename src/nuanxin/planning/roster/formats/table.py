"""Rosters as files: CSV ``employee_id,day,shift_id[,skill]`` (day from 0) or JSON by extension."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from nuanxin.planning.roster.errors import RosterError
from nuanxin.planning.roster.formats.text import read_text, whole
from nuanxin.planning.roster.model import Assignment, Problem, Roster

COLUMNS = ("employee_id", "day", "shift_id")


def write_roster(problem: Problem, roster: Roster, path: Path) -> None:
    """Write a roster; the column ``skill`` is there only where the problem has skills."""
    columns = (*COLUMNS, "skill") if problem.skills else COLUMNS
    rows = [dict(zip((*COLUMNS, "skill"), _row(a), strict=True)) for a in roster.assignments]
    if path.suffix.lower() == ".json":
        kept = [{name: row[name] for name in columns} for row in rows]
        text = json.dumps({"assignments": kept}, ensure_ascii=False, indent=1) + "\n"
    else:
        out = io.StringIO()
        writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        text = out.getvalue()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _row(a: Assignment) -> tuple[str, int, str, str]:
    return a.person, a.day, a.shift, a.skill or ""


def read_roster(path: Path) -> Roster:
    """Read a roster from CSV or JSON; RosterError names the line that cannot be read."""
    if path.suffix.lower() == ".json":
        return _from_json(path)
    rows = csv.DictReader(io.StringIO(read_text(path)))
    if any(name not in (rows.fieldnames or ()) for name in COLUMNS):
        raise RosterError(f"{path.name}: the first line should be {','.join(COLUMNS)}")
    try:
        return Roster(tuple(_assignment(row, f"{path.name}, line {rows.line_num}") for row in rows))
    except csv.Error as error:
        raise RosterError(f"{path.name}, line {rows.line_num + 1}: {error}") from error


def _assignment(row: dict[str, Any], where: str) -> Assignment:
    person, day, shift = (row.get(name) for name in COLUMNS)
    if not person or not shift or day is None:
        raise RosterError(f"{where}: expected {','.join(COLUMNS)}")
    return Assignment(str(person), whole(str(day), where), str(shift), row.get("skill") or None)


def _from_json(path: Path) -> Roster:
    try:
        rows = json.loads(read_text(path))["assignments"]
        return Roster(
            tuple(_assignment(row, f"{path.name}, entry {n}") for n, row in enumerate(rows, 1))
        )
    except json.JSONDecodeError as error:
        raise RosterError(f"{path.name}, line {error.lineno}: {error.msg}") from error
    except (TypeError, KeyError, AttributeError) as error:
        raise RosterError(f"{path.name}: expected an object with a list assignments") from error
