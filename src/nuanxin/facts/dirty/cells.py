"""One cell as people write it, to the text that the contract wants."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from nuanxin.facts.dirty import moments, notes
from nuanxin.facts.dirty.grid import Cell
from nuanxin.facts.dirty.names import NO, YES, folded, vocabulary
from nuanxin.facts.words import value_words
from nuanxin.policy.contract import Column

DIGITS_HELD = 10**15
"""From here on a spreadsheet's number has lost its last digits."""
_ERRORS = frozenset(
    [
        "#REF!",
        "#N/A",
        "#NAME?",
        "#DIV/0!",
        "#VALUE!",
        "#NULL!",
        "#NUM!",
        "#GETTING_DATA",
        "#Ref",
        "#Value",
    ]
)
_AS_TEXT = re.compile(r'="?([^"()+*/]*)"?')
_SCIENTIFIC = re.compile(r"\d(\.\d+)?e\+?\d{2}", re.IGNORECASE)
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_IDS = ("id_number",)


@dataclass(frozen=True)
class Understood:
    """What a cell says in the contract's form.

    ``note`` tells that it was written otherwise; ``lost`` that its value cannot be known, in
    which case ``text`` is empty; both are texts of ``notes``.
    """

    text: str
    note: str = ""
    lost: str = ""


def understand(table: str, column: Column, cell: Cell, year: int | None) -> Understood:
    """The contract's text of a cell. What is not understood stays as it is written, for the
    judge to refuse; ``year`` completes days without one."""
    if isinstance(cell, str):
        return _of_text(table, column, cell, year)
    if isinstance(cell, bool):
        return Understood("true" if cell else "false")
    if isinstance(cell, (int, float)):
        return _of_number(table, column, cell, year)
    if isinstance(cell, (datetime, date)):
        return _of_moment(column, cell)
    return Understood(plain(cell))


def plain(cell: Cell) -> str:
    """A cell as a person would read it."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return format(Decimal(repr(cell)), "f").removesuffix(".0")
    if isinstance(cell, datetime):
        return cell.isoformat(" ").removesuffix(" 00:00:00")
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


def half_width(text: str) -> str:
    """Digits, letters and marks in their usual width, without blanks around."""
    return unicodedata.normalize("NFKC", text).strip()


def _of_text(table: str, column: Column, told: str, year: int | None) -> Understood:
    text = half_width(told)
    if text in _ERRORS:
        return Understood("", lost=notes.FORMULA_ERROR)
    if text.startswith("=") and (bare := _AS_TEXT.fullmatch(text)):
        text = bare[1].strip()
    match column.kind:
        case "date":
            return _day(text, year)
        case "time":
            return _time(text, year)
        case "bool":
            return _bool(text)
        case "whole" | "decimal":
            return _amount(text)
        case "list":
            return _list(table, column, text)
    if column.vocabulary:
        return _word(table, column, text)
    if column.name in _IDS and _SCIENTIFIC.fullmatch(text):
        return Understood("", lost=notes.DIGITS_LOST)
    kept = _BETWEEN_HAN.sub("", " ".join(text.split()))
    kept = kept.upper() if column.name in _IDS else kept
    return Understood(kept, notes.WIDTH if kept != told.strip() else "")


def _of_number(table: str, column: Column, cell: float, year: int | None) -> Understood:
    if column.kind in ("date", "time"):
        text = str(int(cell)) if cell == int(cell) else plain(cell)
        moment = moments.of_serial(cell)
        if moment is None:
            return _day(text, year) if column.kind == "date" else Understood(text)
        if column.kind == "date" and moment.time() == time.min:
            return Understood(moment.date().isoformat(), notes.SERIAL)
        return Understood(moment.isoformat(), notes.SERIAL)
    text = plain(cell)
    if column.kind == "text" and abs(cell) >= DIGITS_HELD:
        return Understood("", lost=notes.DIGITS_LOST)
    if column.kind == "text" and not column.vocabulary:
        return Understood(text)
    return _of_text(table, column, text, year)


def _of_moment(column: Column, cell: datetime | date) -> Understood:
    moment = cell if isinstance(cell, datetime) else datetime.combine(cell, time.min)
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    if column.kind == "time":
        return Understood(moment.isoformat())
    if column.kind == "date" and moment.time() != time.min:
        return Understood(moment.isoformat())
    return Understood(moment.date().isoformat())


def _day(text: str, year: int | None) -> Understood:
    day = moments.a_day(text, year)
    if day is None:
        moment = moments.a_moment(text, year)
        if moment is None or moment.time() != time.min or "24" in text:
            return _not_dated(text, year)
        day = moment.date()
    return Understood(day.isoformat(), _note(day.isoformat(), text))


def _time(text: str, year: int | None) -> Understood:
    moment = moments.a_moment(text, year)
    if moment is not None:
        return Understood(moment.isoformat(), _note(moment.isoformat(), text))
    if moments.a_day(text, year):
        return Understood("", lost=notes.NO_TIME)
    return _not_dated(text, year)


def _not_dated(text: str, year: int | None) -> Understood:
    if year is None and moments.needs_year(text):
        return Understood("", lost=notes.NO_YEAR)
    return Understood(text)


def _note(iso: str, text: str) -> str:
    if iso in (text, text.replace(" ", "T"), text.replace(" ", "T") + ":00"):
        return ""
    return notes.YEAR if moments.needs_year(text) else notes.DATE


def _bool(text: str) -> Understood:
    low = text.lower()
    for words, value in ((YES, "true"), (NO, "false")):
        if low in words:
            return Understood(value, "" if low in (value, "是", "否") else notes.WORD)
    return Understood(text)


def _amount(text: str) -> Understood:
    bare = re.sub(r"[,\s]|元$|分钟?$|人$|年$|%$", "", text)
    try:
        number = Decimal(bare)
    except InvalidOperation:
        return Understood(text)
    if not number.is_finite():
        return Understood(text)
    exact = format(number, "f")
    exact = exact.rstrip("0").rstrip(".") if "." in exact else exact
    return Understood(exact, notes.NUMBER if exact != text else "")


def _list(table: str, column: Column, text: str) -> Understood:
    items = [item.strip() for item in re.split(r"[;,、/\n]", text) if item.strip()]
    if column.vocabulary:
        known = vocabulary(table, column.name)
        items = [known.get(folded(item), item) for item in items]
    joined = ";".join(items)
    return Understood(joined, notes.WORD if joined != text else "")


def _word(table: str, column: Column, text: str) -> Understood:
    value = vocabulary(table, column.name).get(folded(text)) if text else None
    if value is None:
        return Understood(text)
    usual = text in (value, value_words(table, column.name, value).zh)
    return Understood(value, "" if usual else notes.WORD)
