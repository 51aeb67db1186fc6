"""Under which database role something is done, and for whom: held for one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from django.http import HttpRequest
from psycopg.errors import InsufficientPrivilege

from nuanxin.domains.access.policies import ADMIN, CITY, PERSON, UNIT
from nuanxin.domains.access.roles import ADMINISTRATORS, FAMILIES, Role

_WEAR = "select current_setting('role'), set_config('role', %(role)s, true)"
_ENTER = """
select current_setting('role'), set_config('nuanxin.account', %(account)s, true),
    set_config('nuanxin.name', %(name)s, true),
    set_config('nuanxin.actor', %(actor)s, true),
    set_config('nuanxin.role', %(worn)s, true),
    set_config('nuanxin.purpose', %(purpose)s, true),
    set_config('nuanxin.session', %(session)s, true),
    set_config('nuanxin.person', %(person)s, true),
    set_config('enable_indexscan', %(walks)s, true),
    set_config('nuanxin.units', coalesce((
        select string_agg(below.unit_id, chr(31)) from people_unit_path as mine
        join people_unit_path as below on starts_with(below.path, mine.path)
        where mine.unit_id = %(unit)s), %(unit)s), true),
    set_config('role', %(role)s, true)
"""


@dataclass(frozen=True)
class Scope:
    """Whose rows: a role at a unit (empty: the whole city), or a person's own.

    ``account`` and ``name`` are the account's number and name, ``actor`` the id that services
    write down, ``session`` the key of the session.
    """

    role: Role
    unit_id: str = ""
    person_id: str = ""
    account: str = ""
    name: str = ""
    actor: str = ""
    purpose: str = ""
    session: str = ""

    @property
    def database_role(self) -> str:
        """The database role that holds these rows."""
        if self.role in ADMINISTRATORS:
            return ADMIN
        if self.role in FAMILIES:
            return PERSON
        return UNIT if self.unit_id else CITY


@contextmanager
def within(scope: Scope) -> Iterator[None]:
    """One transaction that sees and writes only the rows of a scope."""
    told = {
        "account": scope.account,
        "name": scope.name,
        "actor": scope.actor,
        "worn": scope.role.value,
        "role": scope.database_role,
        "purpose": scope.purpose,
        "session": scope.session,
        "person": scope.person_id,
        # The planner takes the ids of a unit for ten rows spread evenly, and would walk a million
        # in the order of a list until a page is full. A bitmap reads the unit's own rows only.
        "walks": "off" if scope.database_role == UNIT else "on",
        "unit": scope.unit_id,
    }
    with transaction.atomic(), _wearing(_ENTER, told):
        yield


@contextmanager
def everywhere() -> Iterator[None]:
    """Rows of everybody again, for what a service must know to be right and does not show.

    Whose kin a change touches, whether another unit has paid a day: no page is answered within.
    """
    with transaction.atomic(), _wearing(_WEAR, {"role": "none"}):
        yield


def give_up(request: HttpRequest, error: Exception) -> bool:
    """Let an error undo all that a request wrote; whether it wrote what is not theirs to write."""
    if not getattr(request, "within_scope", False):
        return False
    transaction.set_rollback(True)
    return isinstance(error.__cause__, InsufficientPrivilege)


@contextmanager
def _wearing(statement: str, told: Mapping[str, str]) -> Iterator[None]:
    """Wear a database role and put it off again; an error takes it off with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute(statement, told)
        before = str(cursor.fetchone()[0])
    yield
    # Inside a larger transaction the role would last beyond this part of it.
    if not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute(_WEAR, {"role": before})
