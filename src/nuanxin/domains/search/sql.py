"""The triggers that note what changed in the live city; a bulk load leaves one note."""

from __future__ import annotations

NOTES = """
create function search_note() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
    if (select count(*) from (select from fresh limit 5001) as few) > 5000 then
        insert into search_waiting (kind, key) values ('*', '');
    else
        insert into search_waiting (kind, key)
        select tg_argv[0], to_jsonb(fresh) ->> tg_argv[1] from fresh;
    end if;
    return null;
end $$;
"""
DROP = "drop function search_note"


def note(table: str, kind: str, key: str) -> tuple[str, str]:
    """Triggers on a live table, and their removal."""
    made = ";".join(
        f"create trigger search_{event} after {event} on {table}"
        f" referencing {side} table as fresh for each statement"
        f" execute function search_note('{kind}', '{key}')"
        for event, side in (("insert", "new"), ("update", "new"), ("delete", "old"))
    )
    dropped = ";".join(
        f"drop trigger search_{event} on {table}" for event in ("insert", "update", "delete")
    )
    return made, dropped
