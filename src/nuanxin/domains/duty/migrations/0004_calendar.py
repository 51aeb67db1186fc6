"""Every day as workday or not, beside the contract's tables in the schema ``facts``."""

from __future__ import annotations

import chinese_calendar
from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from nuanxin.domains.duty.facts import CALENDAR, DROP_CALENDAR
from nuanxin.facts.calendar import FIRST, LAST


def make(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the published calendar and lay the city's own over it."""
    del apps
    with editor.connection.cursor() as cursor:
        cursor.execute(CALENDAR)
        cursor.execute(
            """
            insert into calendar_published
            select d::date, case when d::date = any(%(work)s::date[]) then true
                when d::date = any(%(holidays)s::date[]) then false
                else extract(isodow from d) < 6 end
            from generate_series(%(first)s::timestamp, %(last)s::timestamp, '1 day') as d""",
            {
                "work": list(chinese_calendar.workdays),
                "holidays": list(chinese_calendar.holidays),
                "first": FIRST,
                "last": LAST,
            },
        )


def drop(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take both away."""
    del apps
    editor.execute(DROP_CALENDAR)


class Migration(migrations.Migration):
    dependencies = (("duty", "0003_facts"),)
    operations = (migrations.RunPython(make, drop),)
