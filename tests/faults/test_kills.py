"""Killed at any point, worker or database: a pay run loses and doubles no fen, a reconcile no
obligation, an import no row."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from django.db import connection

from nuanxin.domains.duty.models import Delivery
from nuanxin.domains.ledger.models import Obligation
from nuanxin.domains.pay.models import Entry, PaidDay
from nuanxin.domains.people.models import Person
from tests.domains import small_city
from tests.domains.pay.ledger import TIER2, owe, person
from tests.domains.small_city import CRITERIA, OBLIGATIONS
from tests.faults.killing import DATABASE, KILLS, WORKER, workshop
from tests.faults.work import PAYERS

pytestmark = pytest.mark.django_db(transaction=True)

NOT_WHOLE = """
    select run.id, line.person_id from pay_run as run join pay_line as line on line.run_id = run.id
    left join pay_entry as entry
        on entry.run_id = run.id and entry.person_id = line.person_id and entry.kind = 'pay'
    where (run.state in ('approved', 'paid') and line.held = ''
           and line.fen <> coalesce(entry.fen, 0))
       or (run.state not in ('approved', 'paid') and entry.id is not null)"""
"""Lines of approved runs without their entry, and entries of runs that are not approved."""
NOT_EQUAL = """
    select * from (select person_id, payer, sum(fen) as fen from pay_entry group by 1, 2) as booked
    full join (select person_id, payer, sum(fen) as fen from pay_day group by 1, 2) as paid
        using (person_id, payer)
    where coalesce(booked.fen, 0) <> coalesce(paid.fen, 0)"""
TWO_AT_ONCE = """
    select a.obligation_id from ledger_obligation_past as a join ledger_obligation_past as b
        on a.entry = b.entry and a.id < b.id and a.since < b.until and b.since < a.until
    union all
    select now.obligation_id from ledger_obligation as now join ledger_obligation_past as past
        on past.entry = now.id and past.until > now.since"""
COUNTED_WRONG = """
    select provision, state from ledger_tally group by 1, 2
    having sum(rows) <> (select count(*) from ledger_obligation as o
        where o.provision = ledger_tally.provision and o.state = ledger_tally.state)"""


def rows(query: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


def people(payer: str) -> list[str]:
    return [f"{payer}P{number}" for number in range(8)]


def grow(days: int) -> None:
    """Have everybody be owed so many days."""
    for payer in PAYERS:
        for who in people(payer):
            owe(payer, who, range(1, days + 1))


victims = pytest.mark.parametrize(
    ("victim", "kills"), [(WORKER, KILLS), (DATABASE, max(4, KILLS // 8))], ids=[WORKER, DATABASE]
)


@victims
def test_pay_runs_killed_anywhere_pay_every_day_once(victim: str, kills: int) -> None:
    chance = random.Random(20200220)
    for payer in PAYERS:
        for who in people(payer):
            person(who)
    died = 0
    with workshop("tests.faults.work:pay") as shop:
        grow(1)
        shop.finish("turn 1")
        for number in range(kills):
            turn = 2 + number // 4
            if number % 4 == 0:
                shop.finish(f"turn {turn - 1}")  # goes on where it was broken off
                grow(1 + turn * 7 % 23)  # more days, fewer days
            died += shop.kill(f"turn {turn}", chance, victim)
            assert rows(NOT_WHOLE) == []
            assert rows(NOT_EQUAL) == []
        shop.finish(f"turn {turn}")
    days = 1 + turn * 7 % 23
    for payer in PAYERS:
        for who in people(payer):
            assert sum(Entry.objects.filter(person_id=who).values_list("fen", flat=True)) == (
                days * TIER2
            )
            assert PaidDay.objects.filter(person_id=who).count() == days
            assert Delivery.objects.get(subject_id=who).quantity == days * TIER2
    assert died >= kills // 4, "too few were hit: the test would prove nothing"


@victims
def test_a_reconcile_killed_anywhere_is_done_whole_or_not_at_all(
    tmp_path: Path, victim: str, kills: int
) -> None:
    chance = random.Random(20200220)
    many = [(f"{o[0]}|{n}", *o[1:]) for n in range(60) for o in OBLIGATIONS]
    reasons = [(f"{c[0]}|{n}", *c[1:]) for n in range(60) for c in CRITERIA]
    fewer = [(*o[:5], 9, *o[6:]) if n % 3 else o for n, o in enumerate(many) if n % 5]
    folders = [
        small_city.evaluate(tmp_path / "many", many, reasons),
        small_city.evaluate(tmp_path / "fewer", fewer, reasons),
    ]
    whole = {frozenset((o[0], o[5]) for o in kind) for kind in (many, fewer)}
    died = 0
    with workshop("tests.faults.work:load") as shop:
        shop.finish(str(folders[0]))
        shop.finish(str(folders[1]))
        for number in range(kills):
            died += shop.kill(str(folders[number % 2]), chance, victim)
            stands = Obligation.objects.values_list("obligation_id", "quantity")
            assert frozenset((name, q) for name, q in stands) in whole
            assert rows(TWO_AT_ONCE) == []
            assert rows(COUNTED_WRONG) == []
        shop.finish(str(folders[0]))
    assert Obligation.objects.count() == len(many)
    assert died >= kills // 4, "too few were hit: the test would prove nothing"


@victims
def test_an_import_killed_anywhere_is_taken_whole_or_not_at_all(
    tmp_path: Path, victim: str, kills: int
) -> None:
    chance = random.Random(20200220)
    folders = {name: facts(tmp_path / name, name) for name in ("林晓岚", "周文静")}
    whole = [set(), *({(f"P{n}", name) for n in range(40)} for name in folders)]
    died = 0
    with workshop("tests.faults.work:bring") as shop:
        for number in range(kills):
            name = list(folders)[number % 2]
            died += shop.kill(str(folders[name]), chance, victim)
            assert set(Person.objects.values_list("person_id", "name")) in whole
            if number == 0:
                shop.finish(str(folders[name]))
        shop.finish(str(folders[name]))
    assert set(Person.objects.values_list("person_id", "name")) == {
        (f"P{n}", name) for n in range(40)
    }
    assert died >= kills // 4, "too few were hit: the test would prove nothing"


def facts(folder: Path, name: str) -> Path:
    """A unit and forty people who are all called the same."""
    folder.mkdir()
    head = "person_id,name,unit_id,employment,profession,is_leader\n"
    people = "".join(f"P{n},{name},U1,contract,nurse,false\n" for n in range(40))
    (folder / "people.csv").write_text(head + people, encoding="utf-8")
    units = "unit_id,name,kind,district\nU1,市海湾医院,hospital,甘井子区\n"
    (folder / "units.csv").write_text(units, encoding="utf-8")
    return folder
