"""How a change is spread over people: by size for the picture, by unit for the table.

Sizes are those of one quantity unit, the one in which most people differ (money before all).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from nuanxin.policy.compare import PAIRS
from nuanxin.policy.engine import OpenEngine as Open
from nuanxin.policy.engine import literal

__all__ = ["Bin", "Open", "bins", "gainers", "spread"]

MOST_BINS = 13
UNITS_SHOWN = 40
_AMOUNT = "coalesce(quantity_after, 0) - coalesce(quantity_before, 0)"
_EACH = f"""SELECT {{by}}, bool_or(effect = 'gains') AS gains, bool_or(effect = 'loses') AS loses,
    bool_or('unknown' IN (coalesce(state_before, ''), coalesce(state_after, ''))) AS is_unknown,
    coalesce(sum({_AMOUNT}) FILTER (quantity_unit = {{unit}}), 0)::BIGINT AS size
    FROM {PAIRS} WHERE subject_kind IN ('person', 'child') GROUP BY ALL"""
_CLASS = """CASE WHEN gains AND loses THEN CASE WHEN size < 0 THEN 'lose' ELSE 'gain' END
    WHEN gains THEN 'gain' WHEN loses THEN 'lose' WHEN is_unknown THEN 'unknown' ELSE 'same' END"""


@dataclass(frozen=True)
class Bin:
    """People whose change lies from ``least`` to ``most`` (both included)."""

    least: int
    most: int
    people: int


def spread(engine: Open) -> dict[str, Any]:
    """People by how they fare, sizes as (size, people), and the same by owing unit."""
    unit = _unit(engine)
    each = f"SELECT *, {_CLASS} AS fares FROM ({_EACH.format(by='subject_id', unit=literal(unit))})"
    fares = {
        str(name): count
        for name, count in engine.fetch(f"SELECT fares, count(*) FROM ({each}) GROUP BY 1")
    }
    sizes = engine.fetch(
        f"SELECT size, count(*) FROM ({each}) WHERE fares <> 'unknown' GROUP BY 1 ORDER BY 1"
    )
    return {
        "unit": unit,
        "fares": {name: fares.get(name, 0) for name in ("gain", "lose", "same", "unknown")},
        "bins": [vars(one) for one in bins([(int(str(s)), int(str(n))) for s, n in sizes])],
        "units": _units(engine, unit),
    }


def _unit(engine: Open) -> str:
    """The quantity unit in which most people differ; money when it differs at all."""
    rows = engine.fetch(
        f"SELECT quantity_unit, count(*) FROM {PAIRS} WHERE change <> 'same'"
        " AND quantity_before IS DISTINCT FROM quantity_after AND quantity_unit IS NOT NULL"
        " GROUP BY 1 ORDER BY quantity_unit = 'fen' DESC, 2 DESC, 1 LIMIT 1"
    )
    return str(rows[0][0]) if rows else "fen"


def _units(engine: Open, unit: str) -> list[dict[str, Any]]:
    by = _EACH.format(by="owner_unit_id, subject_id", unit=literal(unit))
    rows = engine.fetch(
        "SELECT owner_unit_id, count(*) FILTER (fares = 'gain'), count(*) FILTER (fares = 'lose'),"
        " count(*) FILTER (fares = 'same'), count(*) FILTER (fares = 'unknown'), sum(size)::BIGINT"
        f" FROM (SELECT *, {_CLASS} AS fares FROM ({by})) GROUP BY 1"
        " HAVING count(*) FILTER (fares IN ('gain', 'lose')) > 0"
        f" ORDER BY abs(sum(size)) DESC, 1 LIMIT {UNITS_SHOWN}"
    )
    names = ("unit_id", "gain", "lose", "same", "unknown", "size")
    return [dict(zip(names, row, strict=True)) for row in rows]


def gainers(engine: Open, people: Iterable[str]) -> list[str]:
    """Of these people, who would be given more."""
    asked = ", ".join(map(literal, sorted(set(people))))
    if not asked:
        return []
    rows = engine.fetch(
        f"SELECT DISTINCT subject_id FROM {PAIRS} WHERE effect = 'gains' AND"
        f" subject_kind = 'person' AND subject_id IN ({asked}) ORDER BY 1"
    )
    return [str(person) for (person,) in rows]


def bins(sizes: Sequence[tuple[int, int]]) -> list[Bin]:
    """Sizes gathered into at most MOST_BINS of one round width; nought stands alone."""
    if not sizes:
        return []
    least, most = min(min(s for s, _ in sizes), 0), max(max(s for s, _ in sizes), 0)
    width = next(w for w in _widths() if -(-most // w) + -(least // w) + 1 <= MOST_BINS)
    found: dict[int, int] = dict.fromkeys(range(least // width, -(-most // width) + 1), 0)
    for size, people in sizes:
        found[-(-size // width) if size > 0 else size // width] += people
    return [_bin(place, width, people) for place, people in sorted(found.items())]


def _bin(place: int, width: int, people: int) -> Bin:
    if place == 0:
        return Bin(0, 0, people)
    if place > 0:
        return Bin((place - 1) * width + 1, place * width, people)
    return Bin(place * width, (place + 1) * width - 1, people)


def _widths() -> Iterable[int]:
    """1, 2, 5, 10, 20, 50, …"""
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
