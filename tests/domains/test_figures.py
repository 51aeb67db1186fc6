"""From counts to the board: standings, first things, districts as tiles, addresses of lists."""

from __future__ import annotations

from decimal import Decimal

from django.http import QueryDict

from nuanxin.domains.board.districts import PLACES, label, tiles
from nuanxin.domains.board.figures import Standing, first_things, measure_rows
from nuanxin.domains.board.query import Query
from nuanxin.domains.ledger.selectors import Counted
from nuanxin.packs import load_pack

PACK = load_pack("dalian2020")


def counted(
    provision: str, state: str, rows: int, *, district: str = "中山区", unit: str = "days",
    quantity: int = 0, met: int = 0,
) -> Counted:  # fmt: skip
    measure = int(provision[1:3])
    amounts = (Decimal(quantity), Decimal(met))
    return Counted(provision, measure, state, unit, district, "hospital", rows, *amounts)


def test_a_standing_adds_rows_by_family_and_only_fen_as_money() -> None:
    standing = Standing.of(
        [
            counted("M09-1", "met", 3, unit="fen", quantity=900, met=900),
            counted("M09-1", "overdue", 1, unit="fen", quantity=500, met=200),
            counted("M07-2", "kept", 6, unit="count", quantity=6),
            counted("M11-1", "not_kept", 2, quantity=77),
        ]
    )
    assert (standing.total, standing.rows["met"], standing.rows["breached"]) == (12, 9, 2)
    assert (standing.owed_fen, standing.paid_fen, standing.due_fen("overdue")) == (1400, 1100, 300)
    assert standing.met_percent == Decimal("75.0")
    assert standing.urgent == 3
    assert standing.open == 1


def test_an_empty_standing_divides_by_nothing() -> None:
    assert Standing.of([]).met_percent == 0


def test_each_provision_shows_its_worst_state() -> None:
    rows = measure_rows(PACK, [counted("M11-5", "met", 9), counted("M11-5", "overdue", 1)])
    care = next(row for row in rows if row.measure.number == 11)
    marks = {cell.entry.id: (cell.mark, cell.state) for cell in care.cells}
    assert marks["M11-5"] == ("overdue", "overdue")
    assert marks["M11-2"] == ("later", None) if not PACK.is_computed("M11-2") else True


def test_a_hint_has_no_state_and_what_is_computed_but_absent_has_none_yet() -> None:
    rows = measure_rows(PACK, [])
    cells = {cell.entry.id: cell for row in rows for cell in row.cells}
    assert (cells["M01-2"].mark, cells["M01-2"].state) == ("none", None)
    assert (cells["M11-5"].mark, cells["M11-5"].state) == ("none", None)
    assert len(cells) == 64


def test_first_things_are_overdue_before_breached_before_unknown_and_the_largest_first() -> None:
    things = first_things(
        PACK,
        [
            counted("M09-1", "unknown", 900),
            counted("M07-3", "breached", 50),
            counted("M11-5", "overdue", 2, district="中山区"),
            counted("M11-5", "overdue", 5, district="甘井子区"),
            counted("M11-4", "overdue", 8),
            counted("M07-4", "met", 9999),
        ],
    )
    assert [(t.entry.id, t.state, t.rows) for t in things] == [
        ("M11-4", "overdue", 8),
        ("M11-5", "overdue", 7),
        ("M07-3", "breached", 50),
        ("M09-1", "unknown", 900),
    ]
    assert list(things[1].districts) == ["甘井子区", "中山区"]


def test_districts_stand_where_they_lie_and_strangers_below() -> None:
    names = ["甘井子区", "中山区", "瓦房店市", "火星区", "木星区", "土星区", "水星区", "金星区"]
    placed = {t.district: (t.column, t.row) for t in tiles(
        [counted("M11-5", "met", 1, district=name) for name in names]
    )}  # fmt: skip
    assert placed["甘井子区"] == PLACES["甘井子"][1:]
    assert placed["瓦房店市"] == (1, 1)
    strangers = [placed[name] for name in names[3:]]
    assert len(set(placed.values())) == len(names)
    assert min(row for _, row in strangers) == 6


def test_the_shade_compares_with_the_whole_city() -> None:
    shades = {
        tile.district: tile.shade
        for tile in tiles(
            [
                counted("M11-5", "met", 90, district="中山区"),
                counted("M11-5", "overdue", 10, district="中山区"),
                counted("M11-5", "met", 70, district="西岗区"),
                counted("M11-5", "overdue", 30, district="西岗区"),
                counted("M11-5", "met", 100, district="长海县"),
            ]
        )
    }
    assert shades == {"中山区": 0, "西岗区": 3, "长海县": 0}


def test_a_district_has_its_short_name_and_an_unknown_one_stays() -> None:
    assert label("瓦房店市").zh == "瓦房店"
    assert label("瓦房店市").en == "Wafangdian"
    assert label("高新区").en == "High-tech"
    assert label("火星区").zh == label("火星区").en == "火星区"


def test_an_address_reads_back_and_the_page_starts_anew() -> None:
    query = Query.read(QueryDict("state=met&district=中山区&page=3&nonsense=1"))
    assert (query.state, query.district, query.page) == ("met", "中山区", 3)
    assert Query.read(QueryDict(query.address()[1:])).page == 1
    assert Query.read(QueryDict(query.address(page=4)[1:])) == Query.read(
        QueryDict("state=met&district=中山区&page=4")
    )
    assert query.filter(7).states == ("approved", "applied", "kept", "met")
    assert query.counted
    assert not Query(q="林").counted
