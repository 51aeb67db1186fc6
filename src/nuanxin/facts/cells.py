"""One cell in SQL, the strict way: from what a carrier gave to contract text to value (R1, R2)."""

from __future__ import annotations

from nuanxin.facts import sql
from nuanxin.policy.contract import Column, Kind

BLANKS = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
"""Every character that counts as blank at either end of a cell."""

SQL_TYPE: dict[Kind, str] = {
    "text": "VARCHAR",
    "date": "DATE",
    "time": "TIMESTAMP",
    "bool": "BOOLEAN",
    "whole": "BIGINT",
    "decimal": "DECIMAL(28,10)",
    "list": "VARCHAR[]",
}

FLOATS = frozenset(("FLOAT", "DOUBLE"))
ZONED = "TIMESTAMP WITH TIME ZONE"
TIMES = frozenset(("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", ZONED))
_SHANGHAI = 8 * 3600 * 1_000_000


def trim(expression: str) -> str:
    """The text without blanks at its ends; NULL when nothing is left."""
    return f"nullif(trim({expression}, {sql.text(BLANKS)}), '')"


def local(cell: str, kind_read: str) -> str:
    """A time as the wall clock in Shanghai shows it, which has kept UTC+8 since 1991."""
    if kind_read == ZONED:
        return f"make_timestamp(epoch_us({cell}) + {_SHANGHAI})"
    return cell if kind_read == "TIMESTAMP" else f"{cell}::TIMESTAMP"


def text_of(column: Column, kind_read: str) -> str:
    """The trimmed contract text of a cell that came as DuckDB type ``kind_read``; NULL = empty."""
    cell = sql.name(column.name)
    if kind_read in FLOATS:
        whole = f"{cell} = trunc({cell}) AND abs({cell}) < 1e15"
        return f"CASE WHEN {whole} THEN {cell}::BIGINT::VARCHAR ELSE {cell}::VARCHAR END"
    if kind_read in TIMES:
        return _text_of_time(column, cell, kind_read)
    if kind_read.endswith("[]"):
        return f"nullif(array_to_string({cell}, ';'), '')"
    return trim(cell if kind_read == "VARCHAR" else f"{cell}::VARCHAR")


def _text_of_time(column: Column, cell: str, kind_read: str) -> str:
    time = local(cell, kind_read)
    # Only nanoseconds say more than a microsecond, and a fraction must not vanish in the cast.
    shown = cell if kind_read == "TIMESTAMP_NS" else time
    text = f"replace({shown}::VARCHAR, ' ', 'T')"
    if column.kind != "date":
        return text
    return f"CASE WHEN {time} = {time}::DATE THEN {time}::DATE::VARCHAR ELSE {text} END"


def value_of(column: Column, text: str) -> str:
    """The typed value of a contract text; NULL when the text is empty or cannot stand (R2)."""
    kind = column.kind
    if kind == "date":
        return f"CASE WHEN {is_date(text)} THEN TRY_CAST({text} AS DATE) END"
    if kind == "time":
        return f"CASE WHEN {is_time(text)} THEN TRY_CAST({text} AS TIMESTAMP) END"
    if kind == "bool":
        return f"CASE WHEN {is_bool(text)} THEN lower({text}) = 'true' END"
    if kind == "whole":
        return f"CASE WHEN {is_whole(text)} THEN TRY_CAST({text} AS BIGINT) END"
    if kind == "decimal":
        return f"CASE WHEN {is_decimal(text)} THEN TRY_CAST({text} AS {SQL_TYPE[kind]}) END"
    if kind == "list":
        good = items_of(text)
        if column.vocabulary:
            known = sql.texts(column.vocabulary)
            good = f"list_filter({good}, lambda item: item IN {known})"
        return f"CASE WHEN len({good}) > 0 THEN {good} END"
    if column.vocabulary:
        return f"CASE WHEN {text} IN {sql.texts(column.vocabulary)} THEN {text} END"
    return text


def items_of(text: str) -> str:
    """The items of a list: split at ``;``, trimmed, the empty ones dropped."""
    split = f"string_split({text}, ';')"
    trimmed = f"list_transform({split}, lambda item: {trim('item')})"
    return f"list_filter({trimmed}, lambda item: item IS NOT NULL)"


def is_date(text: str) -> str:
    """Whether a text is exactly a real YYYY-MM-DD."""
    # Only the exact form survives the way there and back; the length keeps out 'infinity'.
    return f"length({text}) = 10 AND TRY_CAST({text} AS DATE)::VARCHAR = {text}"


def is_time(text: str) -> str:
    """Whether a text is exactly a real YYYY-MM-DDTHH:MM:SS."""
    back = f"replace(TRY_CAST({text} AS TIMESTAMP)::VARCHAR, ' ', 'T')"
    return f"length({text}) = 19 AND {back} = {text}"


def is_bool(text: str) -> str:
    """Whether a text is true or false in any letter case."""
    return f"lower({text}) IN ('true', 'false')"


def is_whole(text: str) -> str:
    """Whether a text is ASCII digits, with or without a minus."""
    return f"regexp_full_match({text}, '-?[0-9]+')"


def is_decimal(text: str) -> str:
    """Whether a text is a decimal without a sign that the contract's type holds exactly."""
    # 18 digits before and 10 behind the point are what DECIMAL(28,10) holds without rounding.
    digits = f"regexp_full_match({text}, '[0-9]+([.][0-9]+)?')"
    return f"{digits} AND regexp_full_match({text}, '0*[0-9]{{1,18}}([.][0-9]{{0,10}}0*)?')"
