"""Writing the live city: one transaction, idempotent, with who and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal

from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils import timezone
from psycopg import sql

from nuanxin.domains.changes.models import Change, Live, OldRow
from nuanxin.domains.changes.refusal import Refusal, refusal_of
from nuanxin.domains.changes.tables import model_of, models
from nuanxin.policy.contract import TABLE

Written = Literal["new", "changed", "same"]
CHECK_NOW = """
set constraints all immediate;
set constraints all deferred;
set constraints attendance_apart, spells_apart immediate
"""
"""Check what is checked at the end, and leave the rest of a longer transaction as it was."""
after_change: list[Callable[[Change], None]] = []
"""What other domains do at the end of every change, within its transaction."""


@contextmanager
def changing(
    who: str, why: str, *, source: str = "", undoes: Change | None = None
) -> Iterator[Change]:
    """A transaction in which live rows may be written; Refusal when they cannot stand.

    What stood before is kept by the database under this change.
    """
    if not who.strip() or not why.strip():
        raise Refusal("请写明由谁登记、为什么", "say who makes the change and why")
    try:
        with transaction.atomic():
            change = Change.objects.create(
                who=who.strip(), why=why.strip(), source=source, undoes=undoes
            )
            with connection.cursor() as cursor:
                cursor.execute("select set_config('nuanxin.change', %s, true)", [str(change.pk)])
            yield change
            if not connection.needs_rollback:
                with connection.cursor() as cursor:
                    cursor.execute(CHECK_NOW)
                for follow in after_change:
                    follow(change)
    except IntegrityError as error:
        raise refusal_of(error) from error


def record(table: str, values: Mapping[str, Any], *, who: str, why: str) -> Written:
    """Record one row, or correct it: its key and the columns to set, by the contract's names.

    Columns left out stay as they are; None makes a value unknown. Local times have no zone.
    A row that stands so already is not written. Refusal says what cannot stand.
    """
    model, named = model_of(table), _by_field(table, values)
    key = {_field(table, name): named[_field(table, name)] for name in TABLE[table].key}
    with changing(who, why) as change:
        standing = model._default_manager.select_for_update().filter(**key).first()
        if standing is None:
            model(**named, change=change).save(force_insert=True)
            return "new"
        differs = [name for name, value in named.items() if getattr(standing, name) != value]
        if not differs:
            transaction.set_rollback(True)
            return "same"
        _save(standing, named, differs)
        return "changed"


def forget_everything() -> None:
    """Empty the live city and what stood before: a demo's city can be made again."""
    held: list[type[Model]] = [*models().values(), OldRow, Change]
    tables = [model._meta.db_table for model in held]
    names = sql.SQL(", ").join(map(sql.Identifier, tables))
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("truncate {} cascade").format(names))


def _save(standing: Live, named: Mapping[str, Any], differs: list[str]) -> None:
    for name in differs:
        setattr(standing, name, named[name])
    standing.save(update_fields=differs)


def _by_field(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    known = {column.name for column in TABLE[table].columns}
    if strange := set(values) - known:
        raise KeyError(f"{table} has no {sorted(strange)}")
    return {_field(table, name): _aware(value) for name, value in values.items()}


def _field(table: str, column: str) -> str:
    """The model's attribute that holds a column of the contract."""
    for field in model_of(table)._meta.concrete_fields:
        if field.column == column:
            return field.attname
    raise KeyError(f"{table}.{column}")


def _aware(value: Any) -> Any:
    naive = isinstance(value, datetime) and timezone.is_naive(value)
    return timezone.make_aware(value) if naive else value
