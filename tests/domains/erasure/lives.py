"""Somebody of whom every part of the product knows something: paid, asked, told, signed in."""

from __future__ import annotations

import json
from datetime import date, datetime

from django.db import connection

from nuanxin.domains.access.models import Act, Attempt
from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.services import record
from nuanxin.domains.consent.services import say
from nuanxin.domains.couples.models import Check
from nuanxin.domains.family.models import Pass
from nuanxin.domains.intake.models import Line, Upload
from nuanxin.domains.ledger import services as ledger
from nuanxin.domains.ledger.deeds import Named
from nuanxin.domains.ledger.models import Obligation, Run
from nuanxin.domains.ledger.services import load_live
from nuanxin.domains.needs.services import Asked, ask
from nuanxin.domains.pay import services as pay
from nuanxin.domains.search.filling import refresh
from tests.domains import live_city
from tests.signed_in import account

NUMBER, NAME, CHILD, CHILD_NAME = "P1", "林晓岚", "C1", "林小果"
ID_NUMBER = "210202199001011234"
MARCH, ON, AFTER = date(2020, 3, 1), date(2020, 4, 20), date(2020, 4, 26)
ME = Actor(NUMBER, "worker", person_id=NUMBER, account="test-worker-U1-P1")
MAKER, OFFICER = Actor("F1", "finance"), Actor("F2", "approver")


def live() -> Run:
    """P1 served three days of March, was paid for them, and left traces everywhere."""
    _facts()
    run = load_live("dalian2020", ON).run
    _work(run)
    paid = pay.draft("U1", MARCH, MAKER, approver="F2")
    paid = pay.notice(paid.pk, MAKER, ON)
    paid = pay.approve(paid.pk, OFFICER, AFTER)
    pay.settle(paid.pk, MAKER, AFTER, bank_reference="7")
    refresh()
    return load_live("dalian2020", AFTER).run


def _facts() -> None:
    live_city.settle()
    live_city.person(NUMBER, NAME, id_number=ID_NUMBER, street="葵英街道", sex="女")
    live_city.person(NUMBER, NAME, id_number=ID_NUMBER, street="青泥洼街道", sex="女")
    live_city.spell("S1", NUMBER, MARCH, date(2020, 3, 4))
    for day in (2, 3, 4):
        start, end = (f"2020-03-0{day}T{hour}:00:00" for hour in ("08", "17"))
        live_city.put(
            "attendance", attendance_id=f"N{day}-{NUMBER}", person_id=NUMBER, post_id="T1",
            start=datetime.fromisoformat(start), end=datetime.fromisoformat(end),
            status="worked", contact_confirmed=True,
            spell_id="S1", reported_by=NUMBER, reason_over_8h=f"{NAME}接班晚",
        )  # fmt: skip
    live_city.put(
        "children", child_id=CHILD, name=CHILD_NAME, guardian_id=NUMBER,
        birth_date=date(2014, 5, 1), stage="primary_entry", household_district="中山区",
    )  # fmt: skip
    live_city.put("relations", person_id=NUMBER, relative_id="P3", kind="spouse")
    live_city.put(
        "findings", finding_id="F1", person_id=NUMBER, level="outstanding", decided_on=ON,
        decided_by="市委组织部", channels=["phone"],
    )  # fmt: skip


def _work(run: Run) -> None:
    """What was asked, said, disputed, looked for, uploaded."""
    account(Role.WORKER, unit_id="U1", person_id=NUMBER)
    Attempt.objects.create(name="test-worker-U1-P1")
    Act.objects.create(by="admin", verb="make", of=ME.account, what=NUMBER, why=f"{NAME}到岗")
    say(NUMBER, "story", ME, run, given=False)
    ask(Asked(NUMBER, "transport", f"{NAME}住在旅顺"), ME, run)
    record("absences", {
        "absence_id": "B1", "person_id": NUMBER, "start_date": ON, "end_date": ON,
        "kind": "annual"}, who=ME.id, why=f"{NAME}请假",
    )  # fmt: skip
    Check.objects.create(account=ME.account, by="P2", role="hr", person_id=NUMBER, day=ON)
    Pass.objects.create(person_id=NUMBER, code_hash="x", made_by=NUMBER, until="2030-01-01T00:00Z")
    upload = Upload.objects.create(name="a.xlsx", who="孙立", why="月报")
    told = {"upload": upload, "place": 1, "rank": 1, "file": "a.xlsx", "table": "people", "row": 2}
    Line.objects.create(outcome="same", subject=NUMBER, remarks=[], **told)
    row = Obligation.objects.filter(subject_id=NUMBER, state="owed").first()
    assert row is not None
    ledger.dispute(Named(run.pack, row.obligation_id), ME, f"{NAME}的体检做过了", key="k1")


def dump() -> dict[str, str]:
    """Every row of every table as text."""
    with connection.cursor() as cursor:
        found = {}
        for table in tables():
            cursor.execute(f"select coalesce(jsonb_agg(t), '[]')::text from {table} as t")
            found[table] = json.dumps(json.loads(cursor.fetchone()[0]), ensure_ascii=False)
    return found


def tables() -> list[str]:
    """The tables of the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_name from information_schema.tables"
            " where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1"
        )
        return [name for (name,) in cursor.fetchall()]
