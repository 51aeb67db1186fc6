"""What was understood of each row, kept for the page."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection, transaction

from nuanxin.domains.intake.models import Upload
from nuanxin.domains.intake.services import Taken
from nuanxin.domains.seals.places import PERSONAL
from nuanxin.facts import sql
from nuanxin.facts.dirty import notes

CHUNK = 1 << 20
ASK = (notes.NEXT_DAY, notes.YUAN)
"""Notes on what we read into a cell, which somebody should look at; so is a person by name."""
PERSON = ("person_id", "relative_id", "guardian_id", "other_guardian_id")
REFUSED, ASKING, CHANGED, UNKNOWN, NOTED, REST = range(6)
"""The order of rows on the page: first what wants a look."""


def _veiled(cell: str) -> str:
    """A cell as it is kept: an id number is sealed, wherever it was written."""
    own = " or ".join(
        f'"column" = {sql.text(name)}' for names in PERSONAL.values() for name in names
    )
    return f"""case when {cell} like 'seal:%' then {cell}
        when ({own}) and {cell} <> '' then sealed_id({cell})
        when regexp_matches({cell}, '[0-9]{{15}}') then sealed_numbers({cell}) else {cell} end"""


_LINES = f"""
with remarks as (
    select file, row, 0 as what, "column", {_veiled("coalesce(value, '')")} as told,
        null as understood, reason, kind, rowid as place from facts.set_aside
    union all
    select file, row, 1, "column", {_veiled("told")}, {_veiled("understood")}, note,
        case when note = {sql.text(notes.CHANGED)} then 'change'
            when note in {sql.texts(ASK)} or note = {sql.text(notes.BY_NAME)}
                and "column" in {sql.texts(PERSON)} and not regexp_matches(told, '[0-9]{{15}}')
            then 'ask' else 'note' end, rowid
    from facts.note
), told as (
    select file, row,
        to_json(list({{'column': "column", 'told': told, 'understood': understood,
            'reason': reason, 'kind': kind}} order by what, place))::varchar as remarks,
        bool_or(kind = 'ask') as ask, bool_or(kind in ('cell', 'suspect')) as unknown
    from remarks group by file, row
)
select $upload as upload_id, row_number() over (order by l.file, l.row) as place,
    case when outcome = 'refused' then {REFUSED} when coalesce(ask, false) then {ASKING}
        when outcome = 'changed' then {CHANGED} when coalesce(unknown, false) then {UNKNOWN}
        when remarks is not null then {NOTED} else {REST} end as rank,
    l.file, l."table", l.row, l.outcome, l.subject, coalesce(remarks, '[]') as remarks
from facts.line as l left join told on told.file = l.file and told.row = l.row
order by l.file, l.row"""


def store(upload: Upload, taken: Taken) -> None:
    """Keep the lines of a taking in the place of those kept before."""
    if taken.found is None:
        return
    with TemporaryDirectory(prefix="nuanxin-") as folder, transaction.atomic():
        path = Path(folder) / "lines.csv"
        query = _LINES.replace("$upload", str(int(upload.pk)))
        taken.found.execute(f"COPY ({query}) TO {sql.text(str(path))} (FORMAT csv, HEADER false)")
        upload.lines.all().delete()
        with (
            connection.cursor() as cursor,
            cursor.copy(
                'copy intake_line (upload_id, place, rank, file, "table", row, outcome, subject, '
                "remarks) from stdin (format csv)"
            ) as copy,
            path.open("rb") as file,
        ):
            while chunk := file.read(CHUNK):
                copy.write(chunk)
