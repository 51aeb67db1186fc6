"""What follows from a change of live facts: whom it touches is evaluated again, then everybody.

Triggers note whom a change names; at its end, in its transaction, those people and their kin are
put into the queue. What compares people or counts them (units, ties, children of others) follows
in the next round of everybody. Too many at once are left to that round.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.changes.models import Change
from nuanxin.domains.ledger import tasks
from nuanxin.domains.ledger.live_facts import LIVE
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.people.services import NAMING
from nuanxin.policy.contract import TABLES

MOST = 200
"""People whom one change puts into the queue; more are left to the round of everybody."""

EVENTS = (("insert", "new"), ("update", "new"), ("update", "old"), ("delete", "old"))
NOTE = """
create function ledger_note_touched() returns trigger language plpgsql as $$
begin
    if tg_nargs = 0 or (select count(*) from (select from touched limit {most}) as t) >= {most} then
        insert into ledger_touched (change_id, person_id)
        select changes_current(), null where exists (select from touched);
    else
        insert into ledger_touched (change_id, person_id)
        select distinct changes_current(), row ->> name
        from (select to_jsonb(t) as row from touched as t) as r, unnest(tg_argv) as name;
    end if;
    return null;
end $$;
""".format(most=10 * MOST)
"""``touched`` are a statement's rows; without a person the change speaks of more than persons."""
_KIN = """
    with named as (select unnest(%s::text[]) as id), kin as (
        select id from named
        union select relative_id from live_relations, named where person_id = named.id
        union select person_id from live_relations, named where relative_id = named.id
        union select other_guardian_id from live_children, named where guardian_id = named.id
        union select guardian_id from live_children, named where other_guardian_id = named.id
    )
    select p.person_id from kin join live_people as p on p.person_id = kin.id
    order by 1 limit %s"""


def triggers() -> str:
    """The triggers of all live tables that note whom a statement names."""
    made = [NOTE]
    for table in TABLES:
        columns = ("person_id",) if table.name == "people" else NAMING.get(table.name, ())
        names = ", ".join(f"'{name}'" for name in columns)
        for event, rows in (
            ("insert", "new"),
            ("update", "new"),
            ("update", "old"),
            ("delete", "old"),
        ):
            made.append(
                f"create trigger note_{event}_{rows} after {event} on live_{table.name}"
                f" referencing {rows} table as touched for each statement"
                f" execute function ledger_note_touched({names});"
            )
    return "\n".join(made)


def follow(change: Change) -> None:
    """Ask for whom a change touches to be evaluated again, where a ledger is of the live city."""
    with everywhere():
        _follow(change)


def _follow(change: Change) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from ledger_touched where change_id = %s returning person_id", [change.pk]
        )
        touched = {person for (person,) in cursor.fetchall()}
    if not touched:
        return
    packs = Run.objects.filter(source=LIVE).values_list("pack", flat=True)
    if not packs:
        return
    people = [] if None in touched else touched_people(touched)
    for pack in packs:
        for person in people if len(people) <= MOST else ():
            tasks.ask(pack, f"person:{person}")
        tasks.ask_everybody(pack)


def touched_people(named: Iterable[str | None]) -> list[str]:
    """The people whose own obligations may follow from facts of those named: kin too, MOST + 1."""
    with connection.cursor() as cursor:
        cursor.execute(_KIN, [[name for name in named if name], MOST + 1])
        return [person for (person,) in cursor.fetchall()]
