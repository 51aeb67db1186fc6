"""Asking whether a spouse serves: within one's unit, written down, so many times an hour."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection, transaction
from django.utils import timezone

from nuanxin.domains.access.models import Account
from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.couples.models import Check
from nuanxin.domains.people.models import Person

PER_HOUR = 30
"""Questions of an account within an hour: a ward's roster, not a register of families."""


def spouse_serves(person_id: str, day: date, by: Actor) -> bool:
    """Whether the medical spouse of a person has a spell on a day, in whatever unit.

    Where no spouse is on record the answer is no. The question is written down before it is
    answered. Refusal when the person is not of the asker's unit, or too many were asked.
    """
    with transaction.atomic():
        with everywhere():  # one question of an account at a time
            Account.objects.select_for_update().filter(name=by.account).first()
        _within_limit(by)
        if not _is_of_unit(person_id, by.unit_id):
            raise Refusal(
                f"本单位没有编号为 {person_id} 的人员；请核对编号",
                f"nobody of your unit has the number {person_id}; check the number",
            )
        Check.objects.create(
            account=by.account,
            by=by.id,
            role=by.role,
            unit_id=by.unit_id,
            purpose=by.purpose,
            person_id=person_id,
            day=day,
        )
    with connection.cursor() as cursor:
        cursor.execute("select couples_spouse_serves(%s, %s)", [person_id, day])
        return bool(cursor.fetchone()[0])


def _is_of_unit(person_id: str, unit_id: str) -> bool:
    """Whether somebody is of a unit or one below it; an empty unit is the whole city."""
    found = Person.objects.filter(pk=person_id)
    if unit_id:
        found = found.filter(unit__place__path__contains=f"/{unit_id}/")
    return found.exists()


def _within_limit(by: Actor) -> None:
    since = timezone.now() - timedelta(hours=1)
    if Check.objects.filter(account=by.account, at__gt=since).count() >= PER_HOUR:
        raise Refusal(
            f"一小时最多查 {PER_HOUR} 次，请过一会儿再查",
            f"at most {PER_HOUR} questions an hour; try again later",
        )
