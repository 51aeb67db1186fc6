"""Writing the folder: tables as CSV or Parquet, whole or in pieces, and what may be overwritten."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from nuanxin.city.columns import TYPES
from nuanxin.city.plan import CityError, Format
from nuanxin.policy import contract as schema

ROW_GROUP = 122_880
STORY = "city.json"
MAKER = "nuanxin city"
# Nearly every value is new: a dictionary would only be built to be thrown away.
UNIQUE = ("attendance_id", "delivery_id", "absence_id")


def prepare(out: Path) -> None:
    """Make the folder, or empty it when an earlier city is all that it holds.

    Raises CityError when the path is a file, cannot be written, or holds anything else.
    """
    try:
        if out.exists() and not out.is_dir():
            raise CityError(f"{out} is a file: give a folder that is new or empty")
        out.mkdir(parents=True, exist_ok=True)
        held = sorted(path.name for path in out.iterdir())
        if held and not _is_city(out):
            raise CityError(f"{out} holds other things ({held[0]}): give a new or empty folder")
        ours = {STORY, *(f"{name}.{ext}" for name in schema.TABLE for ext in ("csv", "parquet"))}
        strange = [name for name in held if name not in ours]
        if strange:
            raise CityError(f"{out} holds other things ({strange[0]}): give a new or empty folder")
        for name in held:
            (out / name).unlink()
        story(out, {"complete": False})
    except OSError as error:
        raise CityError(f"{out} cannot be written: {error.strerror or error}") from error


def _is_city(out: Path) -> bool:
    try:
        told = json.loads((out / STORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and told.get("made_by") == MAKER


def story(out: Path, told: Mapping[str, object]) -> None:
    """Write city.json; until it says ``complete`` the folder is half a city."""
    text = json.dumps({"made_by": MAKER, **told}, ensure_ascii=False, indent=2)
    (out / STORY).write_text(text + "\n", encoding="utf-8")


class TableFile:
    """One table in its file: pieces are added in order and counted."""

    def __init__(self, out: Path, name: str, form: Format) -> None:
        contract = schema.TABLE[name]
        self.path = out / f"{name}.{form}"
        self.rows = 0
        self._schema = pa.schema([(column.name, TYPES[column.kind]) for column in contract.columns])
        self._held: list[pa.Table] = []
        self._parquet: Any = None
        self._sink: Any = None
        if form == "parquet":
            plain = [column.name for column in contract.columns if column.name not in UNIQUE]
            self._parquet = pq.ParquetWriter(
                self.path, self._schema, compression="zstd", use_dictionary=plain
            )
        else:
            self._sink = self.path.open("wb")
            self._sink.write((",".join(self._schema.names) + "\n").encode())

    def __enter__(self) -> TableFile:
        return self

    def __exit__(self, *_: object) -> None:
        if self._parquet is not None:
            self._flush(1)
            self._parquet.close()
        else:
            self._sink.close()

    def add(self, piece: pa.Table) -> None:
        """Append a piece; Parquet keeps whole row groups back until they are full."""
        if not piece.num_rows:
            return
        self.rows += piece.num_rows
        if self._parquet is None:
            options = pyarrow.csv.WriteOptions(include_header=False, quoting_style="none")
            # Arrow writes a batch without rows as garbage, so pieces are whole and never empty.
            pyarrow.csv.write_csv(_as_text(piece.combine_chunks()), self._sink, options)
            return
        self._held.append(piece)
        self._flush(ROW_GROUP)

    def add_lines(self, lines: list[str]) -> None:
        """Append raw lines to a CSV file, as they are."""
        self.rows += len(lines)
        self._sink.write("".join(f"{line}\n" for line in lines).encode())

    def _flush(self, least: int) -> None:
        """Write the held rows in groups of ROW_GROUP while at least ``least`` are held."""
        held = pa.concat_tables(self._held) if self._held else self._schema.empty_table()
        done = 0
        while held.num_rows - done >= least:
            group = held.slice(done, ROW_GROUP)
            self._parquet.write_table(group, row_group_size=ROW_GROUP)
            done += group.num_rows
        self._held = [held.slice(done)]


def _as_text(piece: pa.Table) -> pa.Table:
    """The piece as CSV wants it: times with a T, decimals without idle zeros, lists joined."""
    return pa.table({name: _text_column(piece[name]) for name in piece.column_names})


def _text_column(values: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_timestamp(values.type):
        return pc.strftime(values.cast(pa.timestamp("s")), format="%Y-%m-%dT%H:%M:%S")
    if pa.types.is_decimal(values.type):
        return pc.replace_substring_regex(values.cast(pa.string()), r"\.?0+$", "")
    if pa.types.is_list(values.type):
        return pc.binary_join(values, ";")
    return values
