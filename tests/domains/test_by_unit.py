"""What each unit owes, down the tree: with all below it, nothing twice, in few queries."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nuanxin.domains.actor import Actor
from nuanxin.domains.board.tree import Tree
from nuanxin.domains.ledger.deeds import Named
from nuanxin.domains.ledger.models import Run, Unit, UnitTally
from nuanxin.domains.ledger.services import plan
from tests.domains.test_pages import rows, text_of


def unit(number: str, parent: str | None = None) -> Unit:
    return Unit(unit_id=number, name=number, kind="hospital", district="", parent_id=parent)


UNITS = [unit("A"), unit("B", "A"), unit("C", "B"), unit("D", "A"), unit("E", "GONE")]
COUNTS = [
    ("A", "owed", 1), ("B", "overdue", 2), ("C", "met", 4), ("C", "kept", 8), ("E", "met", 16),
    ("", "unknown", 32), ("X", "unknown", 64),
]  # fmt: skip


def test_a_unit_counts_with_all_below_it() -> None:
    node = Tree.of(UNITS, COUNTS).node("A")
    assert dict(node.whole.rows) == {"owed": 1, "overdue": 2, "met": 12}
    assert (node.own.total, node.whole.total, node.below) == (1, 15, 3)


def test_the_root_shows_the_topmost_and_says_what_nobody_is_named_for() -> None:
    root = Tree.of(UNITS, COUNTS).branch("")
    assert root is not None
    assert [node.unit.unit_id for node in root.children] == ["A", "E"]  # E's parent is unknown
    assert sum(node.whole.total for node in root.children) + root.nameless == 127


def test_a_branch_knows_its_way_back_and_hides_who_owes_nothing() -> None:
    branch = Tree.of(UNITS, COUNTS).branch("B")
    assert branch is not None
    assert [one.unit_id for one in branch.above] == ["A"]
    assert [node.unit.unit_id for node in branch.children] == ["C"]
    assert Tree.of(UNITS, COUNTS).branch("nobody") is None


def test_units_in_a_circle_stand_at_the_root_and_count_once() -> None:
    circle = [unit("A", "B"), unit("B", "A"), unit("C", "A")]
    tree = Tree.of(circle, [("A", "met", 1), ("B", "met", 2), ("C", "met", 4)])
    root = tree.branch("")
    assert root is not None
    assert sum(node.whole.total for node in root.children) == 7


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
class TestPages:
    def test_each_unit_stands_with_its_numbers(self, client: Client) -> None:
        found = {row.split()[0]: row.split()[-4:] for row in rows(client, "/units/")}
        # U2 owes: one overdue, three breached, one excepted, one unknown
        assert found["滨海区中心医院"] == ["6", "1", "3", "1"]
        assert found["市海湾医院"] == ["5", "1", "0", "0"]
        assert "另有 1 项，数据里没有写由哪个单位负责" in text_of(client, "/units/")

    def test_a_leaf_leads_to_its_obligations(self, client: Client) -> None:
        assert 'href="/obligations/?unit=U2"' in client.get("/units/").content.decode()
        assert text_of(client, "/units/?unit=NONE", 404)

    def test_a_deed_moves_the_counts(self, client: Client) -> None:
        del client
        before = dict(UnitTally.objects.filter(unit_id="U5").values_list("state", "rows"))
        assert before == {"not_kept": 1, "owed": 1}
        plan(Named("dalian2020", "check|P6"), date(2020, 5, 6), Actor("N1", "unit HR"))
        after = dict(UnitTally.objects.filter(unit_id="U5").values_list("state", "rows"))
        assert after == {"not_kept": 1, "planned": 1}

    def test_four_queries_whatever_the_size(self, client: Client) -> None:
        run = Run.objects.get()
        with CaptureQueriesContext(connection) as few:
            client.get("/units/")
        Unit.objects.bulk_create(
            Unit(run=run, unit_id=f"N{n}", name=f"N{n}", kind="community", district="")
            for n in range(300)
        )
        with CaptureQueriesContext(connection) as many:
            client.get("/units/")
        assert len(many) == len(few)

    def test_many_units_stand_on_pages(self, client: Client) -> None:
        run = Run.objects.get()
        ids = [f"N{n:03}" for n in range(60)]
        Unit.objects.bulk_create(
            Unit(run=run, unit_id=one, name=one, kind="community", district="") for one in ids
        )
        UnitTally.objects.bulk_create(
            UnitTally(run=run, unit_id=one, state="met", rows=1) for one in ids
        )
        first, second = (rows(client, f"/units/?page={n}") for n in (1, 2))
        assert len(first) == 50
        assert set(ids) <= {row.split()[0] for row in first + second}
        assert 'href="?page=2"' in client.get("/units/").content.decode()
        assert rows(client, "/units/?page=99") == second
