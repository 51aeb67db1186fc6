"""SQL of the unit tree: its paths, kept by the database, which also keeps it a tree."""

from __future__ import annotations

TREE = """
create function people_tree() returns trigger language plpgsql as $$
declare astray text;
begin
    with recursive tree(unit_id, path) as (
        select unit_id, '/' || unit_id || '/' from live_units where parent_id is null
        union all
        select u.unit_id, t.path || u.unit_id || '/'
        from live_units as u join tree as t on u.parent_id = t.unit_id
    )
    insert into people_unit_path as known (unit_id, path) select unit_id, path from tree
    on conflict (unit_id) do update set path = excluded.path where known.path <> excluded.path;
    -- A unit that stands above itself is reached from no root, so its path has not followed.
    select u.unit_id into astray
    from live_units as u left join people_unit_path as p using (unit_id)
    left join people_unit_path as above on above.unit_id = u.parent_id
    where p.path is distinct from coalesce(above.path, '/') || u.unit_id || '/' limit 1;
    if astray is not null then
        raise exception 'unit % stands above itself', astray
            using errcode = 'check_violation', constraint = 'units_tree';
    end if;
    return null;
end $$;
create trigger tree after insert or update of parent_id on live_units
    for each statement execute function people_tree();
"""

DROP_TREE = "drop trigger tree on live_units; drop function people_tree"

NO_LIKE = """
do $$
declare extra text;
begin
    for extra in select indexname from pg_indexes
        where tablename like 'live\\_%' and indexname like '%\\_like'
    loop execute format('drop index %I', extra); end loop;
end $$;
"""
"""Django makes every text index twice; under our collation the first serves LIKE as well."""
