"""The fast way and the strict way to a cell's value agree wherever the fast way is taken."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from nuanxin.facts import sql
from nuanxin.facts.cells import SQL_TYPE, text_of, value_of
from nuanxin.facts.plain import Plausible, direct, plain
from nuanxin.policy.contract import Column, Kind

PLAUSIBLE = Plausible.until(date(2020, 6, 30))
TEXTS = [
    "2020-02-03",
    "2020-2-3",
    "2020-02-30",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "infinity",
    "20200203",
    "2020-02-03T08:00:00",
    "2020-02-03T24:00:00",
    "2020-02-03T23:59:60",
    "2020-02-03T08:00:00.5",
    "2019-11-30",
    "2021-07-01T23:59:59",
    "2021-07-02T00:00:00",
    "true",
    "TRUE",
    "t",
    "1",
    "0",
    "-1",
    "+1",
    "007",
    "1.5",
    "1.",
    ".5",
    "1e3",
    "-0",
    "1_0",
    "NaN",
    "1,5",
    "9223372036854775807",
    "9223372036854775808",
    "0.0000000001",
    "0.00000000001",
    "1.500000000000000000",
    "123456789012345678.1",
    "1234567890123456789",
    "nurse",
    "Nurse",
    "护士",
    "a;b",
    ";",
    "２０２０",
    "１",
    "é́",
    "\u200b",
]
TEXTS += [
    "",
    " ",
    "\t",
    "\u3000",
    " nurse",
    "true ",
    "\u30002020-02-03",
    "a b",
    "12\u00a0",
    "护 士",
]
TYPED = {
    "DATE": ["2020-02-03", "0001-01-01", "9999-12-31", "infinity", "10000-01-01", "2019-11-30"],
    "TIMESTAMP": ["2020-02-03", "2020-02-03 08:00:00", "2020-02-03 08:00:00.000001", "-infinity"],
    "TIMESTAMP_NS": ["2020-02-03", "2020-02-03 08:00:00", "2020-02-03 08:00:00.000000001"],
    "TIMESTAMP_MS": ["2020-02-03", "2020-02-03 08:00:00", "2020-02-03 08:00:00.001"],
    "TIMESTAMP_S": ["2020-02-03", "2020-02-03 08:00:00", "2021-07-02 00:00:00"],
    "TIMESTAMP WITH TIME ZONE": ["2020-02-02 16:00:00+00", "2020-02-03 08:00:00.5+08"],
    "BOOLEAN": ["true", "false"],
    "INTEGER": ["0", "-1", "2020"],
    "UBIGINT": ["0", "18446744073709551615"],
    "HUGEINT": ["0", "-1", "99999999999999999999999"],
    "DECIMAL(18,4)": ["0", "-1.5", "12.3456"],
    "DECIMAL(38,20)": ["0.00000000000000000001", "12.5"],
    "DOUBLE": ["0", "-1", "12.5", "0.1", "nan", "inf", "1e15", "1e300", "123456789012345"],
    "FLOAT": ["0.1", "16777216", "1e20"],
    "TIME": ["08:00:00"],
    "VARCHAR": TEXTS,
}
KINDS: list[Kind] = ["text", "date", "time", "bool", "whole", "decimal", "list"]
COLUMNS = [
    Column("c", kind, required=required, dated=dated, vocabulary=words)
    for kind in KINDS
    for required in (True, False)
    for dated in ((True, False) if kind in ("date", "time") else (False,))
    for words in (((), ("nurse", "doctor")) if kind == "text" else ((),))
]


@pytest.mark.parametrize("kind_read", TYPED)
def test_where_a_cell_is_plain_both_ways_agree(kind_read: str) -> None:
    con = duckdb.connect()
    con.execute(f"CREATE TABLE cells (c {kind_read}); INSERT INTO cells VALUES (NULL)")
    for cell in TYPED[kind_read]:
        con.execute(f"INSERT INTO cells VALUES ({sql.text(cell)}::{kind_read})")
    for column in COLUMNS:
        fast, wanted = direct(column, kind_read), SQL_TYPE[column.kind]
        strict = value_of(column, "text")
        wrong = con.execute(
            f"SELECT c::VARCHAR FROM (SELECT *, {text_of(column, kind_read)} AS text FROM cells) "
            f"WHERE ({plain(column, kind_read, PLAUSIBLE)}) AND (({fast})::{wanted} "
            f"IS DISTINCT FROM ({strict})::{wanted} OR ({strict}) IS NULL AND "
            f"(text IS NOT NULL OR {column.required}))"
        ).fetchall()
        assert wrong == [], column


@pytest.mark.parametrize(
    ("kind_read", "kind"),
    [
        ("VARCHAR", "text"),
        ("VARCHAR", "date"),
        ("VARCHAR", "time"),
        ("VARCHAR", "bool"),
        ("VARCHAR", "whole"),
        ("VARCHAR", "decimal"),
        ("DATE", "date"),
        ("TIMESTAMP", "date"),
        ("TIMESTAMP", "time"),
        ("TIMESTAMP_NS", "time"),
        ("TIMESTAMP WITH TIME ZONE", "time"),
        ("BOOLEAN", "bool"),
        ("INTEGER", "text"),
        ("INTEGER", "whole"),
        ("DOUBLE", "whole"),
        ("DOUBLE", "decimal"),
        ("DECIMAL(18,4)", "decimal"),
    ],
)
def test_good_cells_of_the_usual_types_are_plain(kind_read: str, kind: Kind) -> None:
    good = {"VARCHAR": {"text": "护士", "date": "2020-02-03", "bool": "True"}.get(kind, "12")}
    good |= {name: cells[0] for name, cells in TYPED.items() if name != "VARCHAR"}
    cell = "2020-02-03T08:00:00" if (kind_read, kind) == ("VARCHAR", "time") else good[kind_read]
    column = Column("c", kind, required=True, dated=True)
    query = f"SELECT {plain(column, kind_read, PLAUSIBLE)} FROM (SELECT '{cell}'::{kind_read} AS c)"
    assert duckdb.connect().execute(query).fetchall() == [(True,)]
