"""Knowing an obligation again: by overlap when its first day moved, and by what people did."""

from __future__ import annotations

import json

from django.db.backends.utils import CursorWrapper
from psycopg import sql

from nuanxin.domains.states import RANK

_HEAD = "provision || '|' || subject_kind || '|' || subject_id || '|' || period_start::text"
_SAME_KIND = f"""
    select obligation_id, provision, subject_kind, subject_id, period_start as first,
           coalesce(period_end, 'infinity'::date) as last,
           substr(obligation_id, length({_HEAD}) + 1) as apart_by
    from {{source}} as {{name}} where starts_with(obligation_id, {_HEAD}) and {{condition}}"""
_MOVES = f"""
    with gone as ({_SAME_KIND}), come as ({_SAME_KIND.replace("{", "{come_")}),
    pair as (
        select gone.obligation_id as was, come.obligation_id as now,
               row_number() over (partition by gone.obligation_id
                   order by abs(gone.first - come.first), come.obligation_id) as of_gone,
               row_number() over (partition by come.obligation_id
                   order by abs(gone.first - come.first), gone.obligation_id) as of_come
        from gone join come using (provision, subject_kind, subject_id, apart_by)
        where gone.first <= come.last and come.first <= gone.last
    )
    update staged set was = pair.was from pair
    where pair.now = staged.obligation_id and of_gone = 1 and of_come = 1"""

_MARKS = """
    update staged set state = mark.state, rank = ({ranks} ->> mark.state)::smallint
    from ledger_mark as mark join ledger_obligation as old on old.id = mark.entry
    where mark.run_id = {run} and old.run_id = {run}
    and old.obligation_id = coalesce(staged.was, staged.obligation_id)
    and staged.evaluated_state = mark.over"""
_LAPSED = """
    delete from ledger_mark as mark using ledger_obligation as old
    where mark.run_id = {run} and old.id = mark.entry and old.run_id = {run} and {within}
    and not exists (select from staged
        where coalesce(staged.was, staged.obligation_id) = old.obligation_id)"""


def match(cursor: CursorWrapper, run_id: int, within: sql.Composable) -> None:
    """Name in ``staged.was`` the rows that moved, and lay the ledger's own states over.

    A new row continues an old one of the same provision, subject and kind (payer, insurance,
    clock) when their periods overlap; of several, the one that begins nearest (I2). The marks
    of rows that are withdrawn lapse.
    """
    parts: dict[str, sql.Composable] = {
        "run": sql.Literal(run_id),
        "within": within,
        "ranks": sql.SQL("{}::jsonb").format(json.dumps(RANK)),
    }
    gone = sql.SQL(
        "old.run_id = {run} and {within} and not exists"
        " (select from staged where staged.obligation_id = old.obligation_id)"
    ).format(**parts)
    come = sql.SQL(
        "not exists (select from ledger_obligation as held"
        " where held.run_id = {run} and held.obligation_id = new.obligation_id)"
    ).format(**parts)
    cursor.execute(
        sql.SQL(_MOVES).format(
            source=sql.Identifier("ledger_obligation"),
            name=sql.Identifier("old"),
            condition=gone,
            come_source=sql.Identifier("staged"),
            come_name=sql.Identifier("new"),
            come_condition=come,
        )
    )
    for query in (_MARKS, _LAPSED):
        cursor.execute(sql.SQL(query).format(**parts))
