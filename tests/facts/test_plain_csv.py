"""The fast way for large plain CSV gives the very rows of the slow way, or steps aside."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from nuanxin.facts.carriers import plain_csv
from nuanxin.facts.carriers.csv import CsvFile
from nuanxin.facts.carriers.plain_csv import stage_plain
from nuanxin.facts.carriers.source import read_header
from nuanxin.policy.contract import TABLE

UNITS = TABLE["units"]
HEADER = "unit_id,name,x,kind,district"
Rows = list[tuple[object, ...]]


def staged(folder: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[Rows, bool]:
    """The rows as staged, and whether the fast way took them."""
    path = folder / "units.csv"
    path.write_bytes(content)
    con = duckdb.connect()
    con.execute("CREATE SCHEMA reading")
    monkeypatch.setattr(plain_csv, "SMALL", 0)
    header = read_header(UNITS, "units.csv", HEADER.split(","))
    fast = stage_plain(con, UNITS, path, header) is not None
    if not fast:
        monkeypatch.setattr(plain_csv, "SMALL", len(content) + 1)
        CsvFile(UNITS, path).stage(con)
    rows = con.execute("FROM reading.units ORDER BY row").fetchall()
    return [tuple(cell or None for cell in row) for row in rows], fast


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_plain_files_go_the_fast_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, last: bool, bom: str
) -> None:
    lines = [bom + HEADER, "U1,一院,,hospital,中山", ",,,,", "#, U3 ,NULL,\\N,x\\", "1,2,3,4,5"]
    content = end.join(lines) + (end if last else "")
    rows, fast = staged(tmp_path, content.encode(), monkeypatch)
    assert fast
    assert rows == [
        (2, "U1", "一院", "hospital", "中山"),
        (3, None, None, None, None),
        (4, "#", " U3 ", "\\N", "x\\"),
        (5, "1", "2", "4", "5"),
    ]


@pytest.mark.parametrize(
    "trap",
    [
        "\n",
        "   \n",
        "\r\n",
        "U2,a\n",
        "U2,a,b,c,d,e\n",
        'U2,"a",b,c,d\n',
        "U2,a,b,c,d\r\n",
        "U2,a\rb,c,d,e\n",
        "U2,a,b,c\0,d\n",
    ],
)
def test_files_with_a_trap_go_the_slow_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trap: str
) -> None:
    content = f"{HEADER}\nU1,一院,,hospital,中山\n{trap}U9,九院,,hospital,中山\n"
    rows, fast = staged(tmp_path, content.encode(), monkeypatch)
    assert not fast
    assert rows[0] == (2, "U1", "一院", "hospital", "中山")
    assert rows[-1][1:] == ("U9", "九院", "hospital", "中山")


def test_rows_of_a_large_file_keep_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_csv, "_CHUNK", 1000)
    lines = [HEADER, *(f"U{number},{'院' * (number % 50)},x,y,z" for number in range(2, 200_000))]
    rows, fast = staged(tmp_path, "\n".join(lines).encode(), monkeypatch)
    assert fast
    assert [row[:2] for row in rows] == [(number, f"U{number}") for number in range(2, 200_000)]


def test_a_wrong_encoding_is_left_to_the_slow_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes(f"{HEADER}\nU1,一院,,hospital,中山\n".encode("gb18030"))
    con = duckdb.connect()
    con.execute("CREATE SCHEMA reading")
    monkeypatch.setattr(plain_csv, "SMALL", 0)
    assert stage_plain(con, UNITS, path, read_header(UNITS, "x", HEADER.split(","))) is None
