"""Reading what an evaluation wrote, with names and facts beside it, as columns of the ledger.

All reading is done by DuckDB and leaves as CSV text that PostgreSQL copies in; no row passes
through Python.
"""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from nuanxin.domains.seals.places import PERSONAL
from nuanxin.domains.states import RANK
from nuanxin.policy.contract import TABLE, TABLES, Column, Table

DUCKDB_TYPE = {"date": "DATE", "time": "TIMESTAMP", "bool": "BOOLEAN", "whole": "BIGINT"}
FILES = ("obligations.parquet", "criteria.parquet", "summary.json")


class LoadError(ValueError):
    """An evaluation that cannot be loaded; the message says which file and what to do."""


@dataclass(frozen=True)
class Summary:
    """What ``summary.json`` says about the run."""

    pack: str
    version: str
    as_of: date
    engine: str
    seconds: Decimal | None
    parameters: dict[str, Any]
    rows: dict[str, int]
    cells: dict[str, int]
    absent_tables: list[str]
    subject: str | None = None
    """``person:ID`` or ``unit:ID`` when only that was evaluated."""
    provisions: tuple[str, ...] | None = None
    """The provisions that were computed when not all were."""
    counted: int | None = None
    """How many obligations the run says it wrote; unknown in summaries that do not count."""

    @property
    def is_whole(self) -> bool:
        """Whether it speaks for everybody and every provision."""
        return self.subject is None and self.provisions is None

    @classmethod
    def read(cls, folder: Path) -> Summary:
        """Read and check the summary; LoadError names what is missing."""
        for name in FILES:
            if not (folder / name).exists():
                raise LoadError(f"{folder} has no {name}; give the folder that evaluate wrote")
        try:
            told = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
            return cls(
                pack=told["pack"],
                version=told.get("pack_version", ""),
                as_of=date.fromisoformat(told["as_of"]),
                engine=told.get("engine", ""),
                seconds=_seconds(told.get("seconds")),
                parameters=told.get("parameters", {}),
                rows=told.get("rows", {}),
                cells=told.get("cells", {}),
                absent_tables=told.get("absent_tables", []),
                subject=told.get("subject"),
                provisions=tuple(told["provisions"]) if told.get("provisions") else None,
                counted=_counted(told.get("obligations")),
            )
        except (ValueError, KeyError, TypeError, ArithmeticError) as error:
            raise LoadError(f"{folder / 'summary.json'} cannot be read: {error!r}") from error


class Evaluation:
    """An evaluation's folder opened beside the facts it was made from.

    ``facts`` is a DuckDB connection with the contract's tables in schema ``facts``; it is not
    changed (temporary views live in a cursor of their own). ``tells_aside`` is whether it says
    what was set aside: an evaluation of the live city does not.
    """

    def __init__(self, folder: Path, facts: duckdb.DuckDBPyConnection, summary: Summary) -> None:
        self.summary = summary
        self.tells_aside = any(
            (folder / f"set_aside.{kind}").exists() for kind in ("parquet", "csv")
        )
        self._db = facts.cursor()
        # A cursor does not begin in the database that its connection uses.
        ((database,),) = facts.execute("select current_database()").fetchall()
        self._db.execute(f'use "{database}"')
        self._view_output(folder)
        self._view_facts()
        self._check_states(folder)
        self._check_whole(folder)

    def close(self) -> None:
        """Forget the temporary views."""
        self._db.close()

    def write(self, table: str, path: Path, run_id: int) -> tuple[str, ...]:
        """Write the rows of a ledger table as CSV without header; the names of its columns."""
        rows = _SELECT[table]() if table != "ledger_fact" else self._facts()
        if table == "ledger_person_day" and self.summary.subject is not None:
            kind, _, name = self.summary.subject.partition(":")
            rows += f" where '{_quoted(kind)}' = 'person' and person_id = '{_quoted(name)}'"
        query = f"select {run_id} as run_id, * from ({rows})"
        self._db.execute(f"copy ({query}) to '{_quoted(path)}' (format csv, header false)")
        return tuple(name for name, *_ in self._db.execute(f"describe {query}").fetchall())

    def _view_output(self, folder: Path) -> None:
        for name in ("obligations", "criteria"):
            path = _quoted(folder / f"{name}.parquet")
            # What orientations list has reasons too, and is no obligation.
            only = " semi join out_obligations using (obligation_id)" if name == "criteria" else ""
            self._db.execute(f"create temp view out_{name} as from read_parquet('{path}'){only}")
        days = folder / "person_days.parquet"
        source = f"read_parquet('{_quoted(days)}')" if days.exists() else _NO_DAYS
        self._db.execute(f"create temp view out_person_days as from {source}")
        aside = "select null::varchar as file where false"
        if (folder / "set_aside.parquet").exists():
            aside = f"from read_parquet('{_quoted(folder / 'set_aside.parquet')}')"
        elif (folder / "set_aside.csv").exists():
            aside = f"from read_csv('{_quoted(folder / 'set_aside.csv')}', all_varchar = true)"
        self._db.execute(f"create temp table out_set_aside as {aside}")
        for name in ("row", "column", "value", "reason", "kind"):
            self._db.execute(f'alter table out_set_aside add column if not exists "{name}" varchar')

    def _view_facts(self) -> None:
        """A view per table of the contract, empty where the facts have no such table.

        Without what the live city holds sealed: the ledger keeps no copy of it.
        """
        query = "select table_name from information_schema.tables where table_schema = 'facts'"
        there = {name for (name,) in self._db.execute(query).fetchall()}
        for table in TABLES:
            empty = ", ".join(_nothing(column) for column in table.columns)
            source = f"facts.{table.name}" if table.name in there else f"(select {empty}) limit 0"
            without = f" exclude ({', '.join(held)})" if (held := PERSONAL.get(table.name)) else ""
            self._db.execute(
                f"create temp view fact_{table.name} as select *{without} from {source}"
            )

    def _check_states(self, folder: Path) -> None:
        found = self._db.execute("select distinct state from out_obligations").fetchall()
        strange = sorted(str(state) for (state,) in found if state not in RANK)
        if strange:
            raise LoadError(f"{folder}/obligations.parquet has unknown states: {strange}")

    def _check_whole(self, folder: Path) -> None:
        """A folder whose rows are not those that its summary counted withdraws nothing."""
        ((rows,),) = self._db.execute("select count(*) from out_obligations").fetchall()
        if self.summary.counted not in (None, rows):
            raise LoadError(
                f"{folder} is not whole: obligations.parquet has {rows} rows, summary.json counted"
                f" {self.summary.counted}; evaluate again"
            )

    def _facts(self) -> str:
        """The facts that criteria name; ``table:key`` joined by ``;``, parts of a key by ``/``."""
        self._db.execute(
            """
            create or replace temp table refs as
            select distinct split_part(ref, ':', 1) as "table",
                   replace(replace(substr(ref, strpos(ref, ':') + 1), '%3B', ';'), '%25', '%')
                   as key
            from (select unnest(string_split(fact_refs, ';')) as ref from out_criteria)
            where ref like '%:%'
            """
        )
        named = self._db.execute('select distinct "table" from refs').fetchall()
        tables = [TABLE[name] for (name,) in named if name in TABLE]
        return " union all ".join(map(_fact_rows, tables)) or (
            'select null::varchar as "table", null::varchar as key, null as row limit 0'
        )


def opened(folder: Path, facts: duckdb.DuckDBPyConnection, summary: Summary) -> closing[Evaluation]:
    """An evaluation, closed at the end of the ``with``."""
    return closing(Evaluation(folder, facts, summary))


def _fact_rows(table: Table) -> str:
    parts = (f"coalesce(cast(\"{name}\" as varchar), '')" for name in table.key)
    key = " || '/' || ".join(parts)
    return f"""
        select '{table.name}' as "table", fact.key, to_json(fact.row) as row
        from (select {key} as key, t as row from fact_{table.name} as t) as fact
        join refs on refs."table" = '{table.name}' and refs.key = fact.key"""


def _units() -> str:
    return "select unit_id, name, kind, district, parent_id from fact_units"


def _subjects() -> str:
    return """
        with named as (
            select 'person' as kind, person_id as id, name, unit_id, profession, is_leader
            from fact_people
            union all
            select 'unit', unit_id, name, unit_id, null, null from fact_units
            union all
            select 'child', child_id, c.name, p.unit_id, null, null
            from fact_children as c left join fact_people as p on p.person_id = c.guardian_id
            union all
            select 'request', request_id, null, issuer_id, null, null from fact_data_requests
            union all
            select 'issue', issue_id, item, unit_id, null, null from fact_stock_issues
        )
        select distinct o.subject_kind as kind, o.subject_id, coalesce(n.name, '') as name,
               n.unit_id, n.profession, n.is_leader
        from out_obligations as o
        left join named as n on n.kind = o.subject_kind and n.id = o.subject_id"""


def _obligations() -> str:
    ranks = " ".join(f"when '{code}' then {rank}" for code, rank in RANK.items())
    return f"""
        select o.obligation_id, provision, measure, modality, subject_kind, o.subject_id,
               period_start, period_end, quantity, nullif(quantity_unit, '') as quantity_unit,
               quantity_met, due_on, nullif(owner_unit_id, '') as owner_unit_id, state,
               nullif(missing, '') as missing, as_of, case state {ranks} end as rank,
               coalesce(owner.district, own.district) as district,
               coalesce(owner.kind, own.kind) as unit_kind, state as evaluated_state
        from out_obligations as o
        left join fact_units as owner on owner.unit_id = o.owner_unit_id
        left join ({_subjects()}) as s on s.kind = o.subject_kind and s.subject_id = o.subject_id
        left join fact_units as own on own.unit_id = s.unit_id"""


def _criteria() -> str:
    return """
        select obligation_id, criterion, holds, value, nullif(fact_refs, '') as fact_refs
        from out_criteria"""


_NO_DAYS = """(select null::varchar as person_id, null::date as date, null::varchar as payer,
    null::bigint as tier, null::bigint as percent, null::boolean as is_half,
    null::boolean as contact, null::boolean as is_aid, null::bigint as fen) where false"""


def _person_days() -> str:
    return """
        select person_id, date, payer, tier, percent, is_half, contact, is_aid, fen
        from out_person_days"""


def _set_aside() -> str:
    return f"""
        select row_number() over () as position, coalesce(file, '') as file,
               try_cast(row as integer) as row_number, nullif("column", '') as "column",
               {_VEILED} as value,
               coalesce(reason, '') as reason, coalesce(kind, '') as kind
        from out_set_aside"""


_VEILED = r"""case when "column" in ('id_number') then left(value, 3) || '***'
    else regexp_replace(value, '([0-9]{3})[0-9]{9,}([0-9]{2}[0-9Xx])', '\1***\2', 'g') end"""
"""What was set aside as it may be kept: an id number only by its ends."""

_SELECT = {
    "ledger_unit": _units,
    "ledger_subject": _subjects,
    "ledger_obligation": _obligations,
    "ledger_criterion": _criteria,
    "ledger_set_aside": _set_aside,
    "ledger_person_day": _person_days,
}


def _counted(told: list[dict[str, Any]] | None) -> int | None:
    return None if told is None else sum(line["count"] for line in told)


def _seconds(told: float | None) -> Decimal | None:
    return None if told is None else Decimal(str(told)).quantize(Decimal("0.001"))


def _nothing(column: Column) -> str:
    return f'null::{DUCKDB_TYPE.get(column.kind, "VARCHAR")} as "{column.name}"'


def _quoted(path: Path | str) -> str:
    return str(path).replace("'", "''")
