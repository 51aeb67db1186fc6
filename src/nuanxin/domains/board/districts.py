"""The districts as tiles, placed by where they lie, and their English names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nuanxin.domains.board.figures import Standing, grouped
from nuanxin.domains.ledger.selectors import Counted
from nuanxin.policy.text import Text

COLUMNS = 4
PLACES: dict[str, tuple[str, int, int]] = {
    "瓦房店": ("Wafangdian", 1, 1),
    "普兰店": ("Pulandian", 2, 1),
    "庄河": ("Zhuanghe", 4, 1),
    "长兴岛": ("Changxing Is.", 1, 2),
    "金普新区": ("Jinpu", 2, 2),
    "金州": ("Jinzhou", 2, 2),
    "甘井子": ("Ganjingzi", 2, 3),
    "长海": ("Changhai", 4, 3),
    "沙河口": ("Shahekou", 2, 4),
    "西岗": ("Xigang", 3, 4),
    "中山": ("Zhongshan", 4, 4),
    "旅顺口": ("Lüshunkou", 1, 5),
    "高新区": ("High-tech", 2, 5),
    "湖北": ("Hubei", 1, 6),
}
"""Short name: English name, column and row (a schematic of Dalian, north up)."""
NEXT_ROW = 6


@dataclass(frozen=True)
class Tile:
    """One district: its full name as the facts have it, its place, its standing, its shade."""

    district: str
    label: Text
    column: int
    row: int
    standing: Standing
    shade: int


def label(district: str) -> Text:
    """The name of a district in both languages; one we do not know stays as it is."""
    short = _short(district)
    return Text(short, PLACES[short][0]) if short in PLACES else Text(district, district)


def tiles(counts: Sequence[Counted]) -> list[Tile]:
    """A tile for every district that has obligations, row by row from the north."""
    groups = grouped((t for t in counts if t.district), lambda count: count.district)
    usual = Standing.of(counts)
    taken: set[tuple[int, int]] = set()
    found = []
    for district, heap in groups.items():
        standing = Standing.of(heap)
        place = _place(district, taken)
        taken.add(place)
        found.append(Tile(district, label(district), *place, standing, _shade(standing, usual)))
    return sorted(found, key=lambda tile: (tile.row, tile.column))


def _place(district: str, taken: set[tuple[int, int]]) -> tuple[int, int]:
    _, *place = PLACES.get(_short(district), ("", 0, 0))
    if place[0] and tuple(place) not in taken:
        return (place[0], place[1])
    below = sorted((row, column) for column, row in taken if row >= NEXT_ROW)
    row, column = below[-1] if below else (NEXT_ROW, 0)
    return (column + 1, row) if column < COLUMNS else (1, row + 1)


def _shade(standing: Standing, usual: Standing) -> int:
    """0 to 3: how the share of overdue and breached compares with the whole city."""
    mine = standing.urgent * (usual.total or 1)
    all_ = usual.urgent * (standing.total or 1)
    if not mine:
        return 0
    return sum(mine * 4 > all_ * bound for bound in (4, 5, 6))


def _short(district: str) -> str:
    """金州区 -> 金州, 瓦房店市 -> 瓦房店; 高新区 and 金普新区 keep their last character."""
    if district in PLACES:
        return district
    for known in PLACES:
        if district.startswith(known):
            return known
    return district
