"""Scene 3: the rule changes on a Saturday night, with a date in the past.

Nurse N511 (aid team, see test_aid_team): February owes 6,300 yuan, all paid before; March owes
10,300, of which 5,000 was paid. On Saturday 18 April it becomes known that from 16 March tier 1
pays 400 instead of 300. Of her March days in or after the 16th, tier 1 has the 17th, 20th, 21st,
23rd, 24th, 26th and 27th: 7 days, doubled, so 7 × 2 × 100 = 1,400 yuan of arrears. The 18th is
tier 2 for sure and does not change; February does not change.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger.evaluator import FolderEvaluator
from nuanxin.domains.ledger.models import Load, Run
from nuanxin.domains.ledger.services import load_evaluation
from nuanxin.domains.pay import selectors, services
from nuanxin.domains.pay.models import Entry, PaidDay, PayRun
from nuanxin.domains.pay.selectors import Arrear
from nuanxin.packs import load_pack
from nuanxin.policy.parameters import Parameters
from tests.domains import nurse

pytestmark = pytest.mark.django_db

MARCH = date(2020, 3, 1)
FINANCE, BUREAU = Actor("F1", "finance"), Actor("B1", "health commission")
MONEY = frozenset({"M09-1"})
KEY = "subsidy.tier1.daily"


def new_rule() -> Parameters:
    """The parameters with the new rate, in force from 16 March."""
    return load_pack("dalian2020").parameters.override([(KEY, "400@2020-03-16")])


def pay() -> PayRun:
    run = services.draft("H1", MARCH, FINANCE)
    services.notice(run.pk, FINANCE, nurse.AS_OF)
    return services.approve(run.pk, BUREAU, date(2020, 4, 26))


def test_preview_approve_recompute_pay_the_difference_once(tmp_path: Path) -> None:
    facts = nurse.folder(tmp_path / "facts")
    nurse.load(facts, provisions=MONEY)
    standing = Run.objects.get()
    pay()
    assert list(Entry.objects.values_list("kind", "fen")) == [
        ("outside", 500_000), ("pay", 530_000),
    ]  # fmt: skip
    days = list(PaidDay.objects.values_list("date", "fen"))

    with FolderEvaluator(new_rule(), provisions=MONEY).evaluated(standing, None) as tried:
        preview = selectors.arrears(standing, tried.out)
        assert preview == [Arrear("N511", "H1", MARCH, 1_030_000, 1_170_000)]
        assert sum(arrear.fen for arrear in preview) == 140_000
        assert Entry.objects.count() == 2  # a preview writes nothing

        # approved: the same evaluation is loaded
        load_evaluation(tried.out, tried.facts, by="B1", reason="一档提高到 400 元")

    again = pay()
    assert Entry.objects.get(run=again).fen == 140_000
    assert Entry.objects.order_by("number").last().after_fen == 1_170_000  # type: ignore[union-attr]
    assert PaidDay.objects.count() == len(days)  # the same days, at the new rate
    assert Load.objects.order_by("pk").last().reason == "一档提高到 400 元"  # type: ignore[union-attr]

    assert not Entry.objects.filter(run=pay()).exists()  # not twice
