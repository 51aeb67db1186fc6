"""SQL that Django has no word for: the current change, and the keeping of old rows."""

from __future__ import annotations

from nuanxin.policy.contract import TABLE

CURRENT = """
create function changes_current() returns bigint language plpgsql stable as $$
declare told text := current_setting('nuanxin.change', true);
begin
    if coalesce(told, '') = '' then
        raise exception 'a write of the live city says who and why' using errcode = 'NX001';
    end if;
    return told::bigint;
end $$;

create function changes_stamp() returns trigger language plpgsql as $$
begin
    new.change_id := changes_current();
    return new;
end $$;

create function changes_keep() returns trigger language plpgsql as $$
begin
    insert into changes_oldrow (change_id, "table", key, row)
    select changes_current(), substr(tg_table_name, 6), changes_key(o.row, tg_argv), o.row
    from (select to_jsonb(r) as row from old_rows as r) as o;
    return null;
end $$;

create function changes_key(told jsonb, columns text[]) returns text language sql immutable as $$
    select string_agg(coalesce(told ->> name, ''), '/' order by place)
    from unnest(columns) with ordinality as c(name, place)
$$;
"""
"""``nuanxin.change`` is set for a transaction by ``services.changing``."""

DROP = "drop function changes_stamp, changes_keep, changes_key, changes_current"


def keep_old(table: str) -> tuple[str, str]:
    """Triggers of a live table that keep what stood before, and their removal.

    ``table`` is the contract's name; the old row is known by the contract's key.
    """
    keys = ", ".join(f"'{name}'" for name in TABLE[table].key)
    kept = "referencing old table as old_rows for each statement execute function changes_keep"
    make = f"""
        create trigger stamp before update on live_{table}
            for each row execute function changes_stamp();
        create trigger keep_changed after update on live_{table} {kept}({keys});
        create trigger keep_removed after delete on live_{table} {kept}({keys});"""
    names = ("stamp", "keep_changed", "keep_removed")
    return make, ";".join(f"drop trigger {name} on live_{table}" for name in names)
