"""Formulas of a workbook that no program has computed: a reader of values sees them empty."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import unescape

CHUNK = 1 << 22
MOST = 100_000
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_BARE = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*>\s*<f[^>]*?(?:/>|>[^<]*</f>)'
    rb"\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
_END = rb"</c>"


def without_value(path: Path) -> dict[str, frozenset[tuple[int, int]]]:
    """By sheet name, the places (row, column from 0) of formulas without a value."""
    with zipfile.ZipFile(path) as book:
        found = {}
        for name, part in _parts(book).items():
            if part in book.namelist():
                with book.open(part) as file:
                    found[name] = frozenset(_places(iter(lambda: file.read(CHUNK), b"")))
        return {name: places for name, places in found.items() if places}


def _parts(book: zipfile.ZipFile) -> dict[str, str]:
    """The file inside the workbook that holds each sheet."""
    try:
        sheets = book.read("xl/workbook.xml").decode("utf-8", "replace")
        relations = book.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    except KeyError:
        return {}
    targets = {
        _attribute(tag, "Id"): _attribute(tag, "Target") for tag in _RELATION.findall(relations)
    }
    return {
        unescape(_attribute(tag, "name"), {"&quot;": '"', "&apos;": "'"}): _inside(
            targets.get(_attribute(tag, r"\w+:id"), "")
        )
        for tag in _SHEET.findall(sheets)
    }


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return found.group(1) if found else ""


def _places(chunks: Iterator[bytes]) -> Iterator[tuple[int, int]]:
    held, count = b"", 0
    for chunk in chunks:
        held += chunk
        whole, end, rest = held.rpartition(_END)
        for letters, digits in _BARE.findall(whole + end):
            count += 1
            if count > MOST:
                return
            yield int(digits) - 1, _column(letters)
        held = rest if end else held[-CHUNK:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
