"""What DuckDB does of its own: it keeps rows that stand in less room."""

from nuanxin.engines.duckdb import DuckDB

ROWS = (
    "SELECT 'M09-1|person|P' || i || '|2020-02-01|fen' AS obligation_id, 'M09-1' AS provision,"
    " 45000 AS quantity FROM range(300000) AS t(i)"
)
DIGEST = "SELECT count(*), bit_xor(hash(obligation_id, provision, quantity)) FROM out.obligations"


def held(engine: DuckDB) -> int:
    """Bytes of the tables that it holds in memory."""
    ((used,),) = engine.fetch(
        "SELECT memory_usage_bytes FROM duckdb_memory() WHERE tag = 'IN_MEMORY_TABLE'"
    )
    return int(str(used))


def test_pressed_rows_stay_as_they_are_and_take_a_third_of_the_room_at_most() -> None:
    engine = DuckDB(threads=1)
    engine.clear()
    engine.build("out.obligations", ROWS)
    loose, rows = held(engine), engine.fetch(DIGEST)
    engine.press()
    assert held(engine) < loose / 3
    assert engine.fetch(DIGEST) == rows


def test_pressed_rows_can_be_added_to_and_changed() -> None:
    engine = DuckDB(threads=1)
    engine.clear()
    engine.build("out.obligations", ROWS)
    engine.press()
    engine.build("out.obligations", ROWS, append=True)
    engine.amend("out.obligations", "quantity", "0", "obligation_id LIKE '%|P7|%'")
    engine.remove("out.obligations", "obligation_id LIKE '%|P8|%'")
    engine.press()
    assert engine.fetch("SELECT count(*), sum(quantity) FROM out.obligations") == [
        (599_998, 45_000 * 599_996)
    ]
