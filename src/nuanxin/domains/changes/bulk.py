"""Many rows at once: from a staged table into a live one, writing only what differs.

``staged`` is a temporary table with ``row`` (the number in the file) and the contract's
columns; an empty cell says nothing and leaves what is known. ``judged`` is the same with
``outcome``: new, changed, same, refused.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper
from psycopg import sql

from nuanxin.policy.contract import Table

LOCK = 0x6E78
"""The advisory lock under which files are written, one after the other."""
MANY = 1000
"""Rows written after which the planner is told of them at once, not when it looks by itself."""


@dataclass(frozen=True)
class Counts:
    """How many rows of a table were new, changed, the same, and refused."""

    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0

    @property
    def written(self) -> int:
        """Rows written."""
        return self.new + self.changed

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.new + other.new,
            self.changed + other.changed,
            self.same + other.same,
            self.refused + other.refused,
        )


def make_staged(cursor: CursorWrapper, table: Table) -> None:
    """An empty ``staged`` for a table, for the rest of the transaction."""
    _do(
        cursor,
        table,
        """drop table if exists staged, judged;
        create temp table staged on commit drop as
        select null::bigint as row, {columns} from {live} limit 0""",
    )


def judge(cursor: CursorWrapper, table: Table) -> None:
    """Make ``judged``: for each staged row whether it is new, changed or the same."""
    merged = "when l.merged_into_id is not null then 'same'" if table.name == "people" else ""
    _do(
        cursor,
        table,
        f"""create temp table judged on commit drop as
        select s.*, case when l.change_id is null then 'new' {merged}
            when {{differs}} then 'changed' else 'same' end as outcome
        from staged as s left join {{live}} as l on {{same_key}};
        analyze judged""",
    )


def alterations(cursor: CursorWrapper, table: Table) -> list[tuple[int, str, str | None, str]]:
    """Of the changed rows, cell by cell: row, column, old value, new value."""
    cells = sql.SQL(", ").join(
        sql.SQL("({0}, {1}, {2})").format(
            sql.Literal(name), _shown(table, name, "l"), _shown(table, name, "j")
        )
        for name in _rest(table)
    )
    if not _rest(table):
        return []
    _do(
        cursor,
        table,
        """select j.row, c.name, c.old, c.new
        from judged as j join {live} as l on {same_key}
        cross join lateral (values {cells}) as c(name, old, new)
        where j.outcome = 'changed' and c.new is not null and c.old is distinct from c.new
        order by j.row""",
        cells=cells,
        staged="j",
    )
    return [tuple(row) for row in cursor.fetchall()]


def write(cursor: CursorWrapper, table: Table) -> Counts:
    """Write the new and changed rows of ``judged``; how many there are of each outcome."""
    if _rest(table):
        _do(
            cursor,
            table,
            """update {live} as l set {assigned} from judged as s
            where s.outcome = 'changed' and {same_key}""",
        )
    _do(
        cursor,
        table,
        "insert into {live} ({columns}) select {columns} from judged where outcome = 'new'",
    )
    cursor.execute("select outcome, count(*) from judged group by 1")
    counts = Counts(**dict(cursor.fetchall()))
    if counts.written >= MANY:
        _do(cursor, table, "analyze {live}")
    return counts


def _shown(table: Table, name: str, owner: str) -> sql.Composed:
    """A cell as the contract writes it."""
    forms = {
        "time": "to_char({} at time zone 'Asia/Shanghai', 'YYYY-MM-DD\"T\"HH24:MI:SS')",
        "decimal": "trim_scale({})::text",
        "list": "array_to_string({}, ';')",
    }
    form = forms.get(table.column(name).kind, "{}::text")
    return sql.SQL(form).format(sql.Identifier(owner, name))


def _rest(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name not in table.key]


def _do(
    cursor: CursorWrapper,
    table: Table,
    query: str,
    *,
    staged: str = "s",
    **more: sql.Composable,
) -> None:
    parts = {
        "live": sql.Identifier(f"live_{table.name}"),
        "columns": _joined(", ", "{0}", [column.name for column in table.columns], staged),
        "same_key": sql.SQL(" and ").join(_equal(table, name, staged) for name in table.key),
        "assigned": _joined(", ", "{0} = coalesce({1}.{0}, l.{0})", _rest(table), staged),
        "differs": _joined(
            " or ",
            "({1}.{0} is not null and {1}.{0} is distinct from l.{0})",
            _rest(table),
            staged,
        )
        if _rest(table)
        else sql.SQL("false"),
        **more,
    }
    cursor.execute(sql.SQL(query).format(**parts))


def _joined(between: str, form: str, names: list[str], staged: str) -> sql.Composed:
    who = sql.Identifier(staged)
    return sql.SQL(between).join(sql.SQL(form).format(sql.Identifier(n), who) for n in names)


def _equal(table: Table, name: str, staged: str) -> sql.Composed:
    # A key that may be empty (whom a declaration releases) is compared slowly, it is rare.
    form = (
        "{1}.{0} = l.{0}" if table.column(name).required else "{1}.{0} is not distinct from l.{0}"
    )
    return sql.SQL(form).format(sql.Identifier(name), sql.Identifier(staged))
