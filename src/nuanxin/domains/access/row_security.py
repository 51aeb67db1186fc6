"""The rules of ``policies`` brought into the database; again after each migration, if they changed.

The user of the database must own the tables and be allowed to make roles (on a server that forbids
it, somebody makes the four once and grants them to that user).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.db import ProgrammingError, connection, transaction

from nuanxin.domains.access.policies import DB_ROLES, FUNCTIONS, OWNER_ONLY, RULES, Rule

_TABLES = """
select relname, relrowsecurity from pg_class join pg_namespace n on n.oid = relnamespace
where nspname = 'public' and relkind in ('r', 'p') order by 1
"""
_MAKE_ROLE = """
do $$ begin
    create role {0} nologin;
exception when duplicate_object or unique_violation then null;
end $$;
"""
_TRIGGERS = """
select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = pronamespace
where nspname = 'public' and prorettype = 'trigger'::regtype and not prosecdef
and proname not like 'procrastinate%' order by 1
"""


def make_roles() -> None:
    """Make the database roles that are not there, and let our user put them on."""
    with connection.cursor() as cursor:
        for role in DB_ROLES:
            cursor.execute("select from pg_roles where rolname = %s", [role])
            if not cursor.rowcount:
                cursor.execute(_MAKE_ROLE.format(role))
            if not _may_wear(role):
                cursor.execute(f"grant {role} to current_user")


def _may_wear(role: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"set local role {role}")
            cursor.execute("reset role")
    except ProgrammingError:
        return False
    return True


def apply() -> bool:
    """Bring the rules into the database; False when they stood there already."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_TABLES)
        tables = dict(cursor.fetchall())
        if "live_people" not in tables:  # migrated only in part
            return False
        statements = list(_statements(tables))
        told = hashlib.sha256("\n".join(statements).encode()).hexdigest()
        cursor.execute("select obj_description(to_regproc('access_units'), 'pg_proc')")
        if cursor.fetchone() == (told,) and _stand(tables):
            return False
        make_roles()
        for statement in statements:
            cursor.execute(statement)
        cursor.execute(_TRIGGERS)
        # What a trigger keeps (history, touched people, paths) is not the writer's to see.
        for (function,) in cursor.fetchall():
            cursor.execute(
                f"alter function {function} security definer set search_path = public, pg_temp"
            )
        cursor.execute(f"comment on function access_units() is '{told}'")
    return True


def _stand(tables: dict[str, bool]) -> bool:
    """Whether row security is on wherever a rule wants it."""
    return all(secured or (t in RULES and RULES[t].is_open) for t, secured in tables.items())


def _statements(tables: dict[str, bool]) -> Iterator[str]:
    yield FUNCTIONS
    roles = ", ".join(DB_ROLES)
    yield f"grant usage on schema public to {roles}"
    yield f"grant usage, select on all sequences in schema public to {roles}"
    for table in tables:
        rule = RULES.get(table, OWNER_ONLY)
        # Where everybody sees all, rights suffice. (Row security hides the key of a duplicate
        # from its own error, and the queue reads it there.)
        yield f"alter table {table} {'disable' if rule.is_open else 'enable'} row level security"
        yield f"revoke all on {table} from {roles}"
        yield f"grant select on {table} to {roles}"
        for role in DB_ROLES:
            yield f"drop policy if exists {role} on {table}"
            if role in rule.write:
                yield f"grant insert, update, delete on {table} to {role}"
            if rule.of(role) and not rule.is_open:
                yield _policy(table, role, rule)


def _policy(table: str, role: str, rule: Rule) -> str:
    seen = rule.of(role)
    if role not in rule.write:
        return f"create policy {role} on {table} for select to {role} using ({seen})"
    check = rule.check or seen
    return f"create policy {role} on {table} to {role} using ({seen}) with check ({check})"
