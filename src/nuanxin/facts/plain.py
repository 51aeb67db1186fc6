"""One cell in SQL, the fast way: the proof that it is good as it came, and its bare value.

Where ``plain`` holds, ``direct`` equals the strict way of ``cells`` at the cost of a scan.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from nuanxin.facts import cells, sql
from nuanxin.policy.contract import Column

FIRST_DAY = date(2019, 12, 1)
DAYS_AHEAD = 366

_NOT_BLANK = "[^" + "".join(f"\\x{{{ord(blank):04x}}}" for blank in cells.BLANKS) + "]"
_TRIMMED = sql.text(f"(?s){_NOT_BLANK}(.*{_NOT_BLANK})?")
_WHOLES = frozenset(
    ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
)


@dataclass(frozen=True)
class Plausible:
    """The days that raise no suspicion, both included (R3)."""

    first: date
    last: date

    @classmethod
    def until(cls, as_of: date) -> Plausible:
        """From 2019-12-01 to 366 days after ``as_of``."""
        ahead = min(DAYS_AHEAD, (date.max - as_of).days)
        return cls(FIRST_DAY, as_of + timedelta(days=ahead))


def direct(column: Column, kind_read: str) -> str:
    """The value of a plain cell that came as DuckDB type ``kind_read``, without any check."""
    cell, wanted = sql.name(column.name), cells.SQL_TYPE[column.kind]
    if kind_read == wanted:
        may_be_blank = wanted == "VARCHAR" and not column.required
        return f"nullif({cell}, '')" if may_be_blank else cell
    if kind_read in cells.FLOATS:
        return f"TRY_CAST(TRY_CAST({cell} AS BIGINT) AS {wanted})"
    if kind_read in cells.TIMES:
        return f"{cells.local(cell, kind_read)}::{wanted}"
    return f"TRY_CAST({cell} AS {wanted})"


def plain(column: Column, kind_read: str, plausible: Plausible) -> str:
    """True when the cell is good as it is, raises no suspicion, and ``direct`` is its value.

    Never NULL. Whether a reference is found is not looked at.
    """
    proof = _of_text if kind_read == "VARCHAR" else _of_typed
    good = f"coalesce({proof(column, kind_read, plausible)}, false)"
    return good if column.required else f"{empty(column, kind_read)} OR {good}"


def empty(column: Column, kind_read: str) -> str:
    """Whether the cell is empty at first sight; cells of blanks are not seen."""
    cell = sql.name(column.name)
    return f"{cell} IS NULL" + (f" OR {cell} = ''" if kind_read == "VARCHAR" else "")


def _of_text(column: Column, kind_read: str, plausible: Plausible) -> str:
    cell, kind = sql.name(column.name), column.kind
    if kind == "list":
        return "false"
    if kind == "text":
        known = column.vocabulary
        return f"{cell} IN {sql.texts(known)}" if known else _is_trimmed(cell)
    value = direct(column, kind_read)
    if kind == "date":
        return f"{cells.is_date(cell)} AND {_in_range(column, value, plausible)}"
    if kind == "time":
        return f"{cells.is_time(cell)} AND {_in_range(column, value, plausible)}"
    forms = {"bool": cells.is_bool, "whole": cells.is_whole, "decimal": cells.is_decimal}
    return f"{forms[kind](cell)} AND {value} IS NOT NULL"


def _of_typed(column: Column, kind_read: str, plausible: Plausible) -> str:
    cell, kind, value = sql.name(column.name), column.kind, direct(column, kind_read)
    if kind in ("date", "time"):
        return _of_moment(column, kind_read, plausible)
    if kind == "bool":
        return f"{cell} IS NOT NULL" if kind_read == "BOOLEAN" else "false"
    if column.vocabulary or kind == "list":
        return "false"
    least = f" AND {cell} >= 0" if kind == "decimal" else ""
    if kind_read in cells.FLOATS:
        return f"{cell} = trunc({cell}) AND abs({cell}) < 1e15{least}"
    if kind_read in _WHOLES or (kind == "decimal" and _fits(kind_read)):
        return f"{value} IS NOT NULL{least}"
    return "false"


def _of_moment(column: Column, kind_read: str, plausible: Plausible) -> str:
    cell, value = sql.name(column.name), direct(column, kind_read)
    if kind_read not in cells.TIMES and (column.kind, kind_read) != ("date", "DATE"):
        return "false"
    proofs = [_in_range(column, value, plausible)]
    if kind_read != "DATE":
        time = cells.local(cell, kind_read)
        day = column.kind == "date"
        proofs.append(f"{time} = {value}" if day else f"epoch_us({time}) % 1000000 = 0")
    if kind_read == "TIMESTAMP_NS":
        proofs.append(f"{cell} = {cells.local(cell, kind_read)}::TIMESTAMP_NS")
    return sql.every(proofs)


def _is_trimmed(cell: str) -> str:
    # Comparing the end characters costs a third of the pattern, which is exact but slow.
    visible = f"{cell} >= '!' AND {cell} < chr(127) AND {cell}[-1] BETWEEN '!' AND '~'"
    return f"CASE WHEN {visible} THEN true ELSE regexp_full_match({cell}, {_TRIMMED}) END"


def _in_range(column: Column, value: str, plausible: Plausible) -> str:
    first, last = (plausible.first, plausible.last) if column.dated else (date.min, date.max)
    if column.kind == "date":
        return f"{value} BETWEEN DATE '{first.isoformat()}' AND DATE '{last.isoformat()}'"
    return (
        f"{value} BETWEEN TIMESTAMP '{first.isoformat()} 00:00:00' "
        f"AND TIMESTAMP '{last.isoformat()} 23:59:59.999999'"
    )


def _fits(kind_read: str) -> bool:
    """Whether every value of that DECIMAL type fits the contract's without rounding."""
    if not kind_read.startswith("DECIMAL("):
        return False
    width, scale = (int(part) for part in kind_read[8:-1].split(","))
    return scale <= 10 and width - scale <= 18
