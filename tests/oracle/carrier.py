"""Typed facts as files in the form of the contract, for the engine's ordinary door."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

from nuanxin.policy.contract import TABLES

from .model import Facts


def write_facts(facts: Facts, folder: Path, format: str = "csv") -> None:
    """One file per table of ``facts`` with every column of the contract; None is empty.

    A table missing from ``facts`` gets no file. Only ``csv`` is written.
    """
    if format != "csv":
        raise ValueError(f"format {format!r} is not written here; use 'csv'")
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        if table.name not in facts:
            continue
        names = [column.name for column in table.columns]
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(names)
            for row in facts[table.name]:
                writer.writerow([_cell(row.get(name)) for name in names])


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, list):
        return ";".join(str(item) for item in value)
    return str(value)
