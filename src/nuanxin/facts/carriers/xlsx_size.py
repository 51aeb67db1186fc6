"""How large a workbook is once it is opened, before anything opens it.

A reader of sheets lays out every cell from A1 to the last one, so a single stray cell in the
last corner of a sheet asks for 17 thousand million cells; and a zip can unpack to any size.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

LARGEST_BYTES = 2 * 1024**3
"""Bytes a workbook may unpack to."""

LARGEST_CELLS = 32_000_000
"""Cells from A1 to the last one: the 26 columns to Z, as long as a sheet can be."""

_CHUNK = 4 * 1024 * 1024
_OVERLAP = 64
_BEYOND_Z = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{2,3})[0-9]""")
_ROW = re.compile(rb"""\sr\s*=\s*["'][A-Za-z]*([0-9]{1,7})["']""")


def too_large(path: Path) -> str | None:
    """What is too large about a workbook, None when it may be opened; BadZipFile if it is none."""
    with zipfile.ZipFile(path) as workbook:
        unpacked = sum(part.file_size for part in workbook.infolist())
        if unpacked > LARGEST_BYTES:
            return f"unpacks to {unpacked} bytes"
        for part in workbook.infolist():
            cells = _cells(workbook, part)
            if cells > LARGEST_CELLS:
                return f"reaches over {cells} cells, most of them empty"
    return None


def _cells(workbook: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Cells from A1 to the last one, 0 when no column beyond Z is used."""
    names = {name for chunk in _chunks(workbook, part) for name in _BEYOND_Z.findall(chunk)}
    if not names:
        return 0
    rows = (int(row) for chunk in _chunks(workbook, part) for row in _ROW.findall(chunk))
    return max(_number(name) for name in names) * max(rows, default=0)


def _chunks(workbook: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    last = b""
    with workbook.open(part) as file:
        while chunk := file.read(_CHUNK):
            seen = last + chunk
            yield seen
            last = seen[-_OVERLAP:]


def _number(name: bytes) -> int:
    number = 0
    for letter in name.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
