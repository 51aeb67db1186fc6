"""Restricted funds: two sides that balance, and the share of the front line against its floor."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import duckdb
import pytest
from django.db import DatabaseError, connection, transaction

from nuanxin.domains.actor import Actor
from nuanxin.domains.pay import funds
from nuanxin.domains.pay.models import Account, Leg, Posting
from nuanxin.domains.pay.refused import Refused
from nuanxin.packs import load_pack

pytestmark = pytest.mark.django_db

BY, DAY = Actor("F1", "finance"), date(2020, 3, 6)


def dues() -> funds.Standing:
    return funds.standings(load_pack("dalian2020").parameters)[0]


def spend(purpose: str, fen: int) -> None:
    key = f"{purpose} {Posting.objects.count()}"
    funds.spend("party_dues", purpose, fen, DAY, BY, key=key)


def test_what_came_in_less_what_went_out_is_left() -> None:
    funds.receive("party_dues", 1_000_000, DAY, BY, key="allotment")
    spend("consolation", 300_000)
    assert (dues().received, dues().spent, dues().left) == (1_000_000, 300_000, 700_000)
    assert sum(Leg.objects.values_list("fen", flat=True)) == 0


@pytest.mark.parametrize(
    ("frontline", "other", "percent", "state"),
    [
        (70, 30, "70.0", "kept"),
        (69, 31, "69.0", "not_kept"),
        (60, 40, "60.0", "not_kept"),
        (59, 41, "59.0", "breached"),
    ],
)
def test_the_share_of_the_front_line(frontline: int, other: int, percent: str, state: str) -> None:
    """At least 70 % is kept; below 60 % is the alarm. Hardship aid is not the front line."""
    spend("frontline_support", frontline - 20)
    spend("consolation", 20)
    spend("hardship", other)
    assert (dues().percent, dues().state) == (Decimal(percent), state)


def test_nothing_spent_is_unknown() -> None:
    assert (dues().percent, dues().state) == (None, "unknown")


def test_the_database_refuses_what_does_not_balance() -> None:
    posting = Posting.objects.create(key="bad", on_date=DAY, by="F1")
    account = Account.objects.create(fund="party_dues", name="money")
    Leg.objects.create(posting=posting, account=account, fen=5)
    with pytest.raises(DatabaseError, match="does not balance: 5 fen"), transaction.atomic():
        connection.cursor().execute("set constraints all immediate")
    Leg.objects.create(posting=posting, account=account, fen=-5)


def test_what_is_posted_is_never_changed() -> None:
    spend("supplies", 5)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Leg.objects.update(fen=7)


def test_a_purpose_that_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="banquets is no purpose"):
        spend("banquets", 5)


def test_facts_are_taken_in_once() -> None:
    con = duckdb.connect()
    con.execute("create schema facts")
    con.execute(
        "create table facts.fund_entries as select * from (values"
        " ('F1', 'party_dues', date '2020-03-01', 500, 'supplies', null),"
        " ('F2', 'matching', date '2020-03-02', 700, 'consolation', 'medical_worker'))"
        " as t(entry_id, fund, on_date, amount_fen, purpose, beneficiary_kind)"
    )
    assert (funds.take_in(con, BY), funds.take_in(con, BY)) == (2, 0)
    assert dues().spent == 500
    assert Posting.objects.get(key="fact F2").memo == "medical_worker"
