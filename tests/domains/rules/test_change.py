"""A rule is changed by two people: drafted, previewed, approved, computed, paid once.

The nurse and the sums are those of tests/scenes/test_rule_change: from 16 March tier 1 pays 400
instead of 300; her seven such days, doubled in Hubei, come to 1,400 yuan.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.board.why import why
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.ledger.models import Load, Obligation, Run
from nuanxin.domains.rules import computing, services
from nuanxin.domains.rules.models import NewValue, Proposal, Step, Work
from nuanxin.domains.rules.standing import in_force
from nuanxin.packs import load_pack
from tests.domains import nurse
from tests.signed_in import account

pytestmark = pytest.mark.django_db

DRAFTER, OFFICER = Actor("W1", "drafter"), Actor("B1", "health")
KEY = "subsidy.tier1.daily"
FORM = {
    "key": KEY,
    "value": "400",
    "start": "2020-03-16",
    "known": "2020-04-18",
    "certainty": "sourced",
    "jurisdiction": "Dalian",
    "source": "大财〔2020〕9 号",
}


def drafted(**changes: str) -> Proposal:
    proposal = services.draft("dalian2020", "一档提高", DRAFTER)
    services.set_value(proposal.pk, FORM | changes, DRAFTER)
    return proposal


def previewed(proposal: Proposal) -> Work:
    work = services.preview(proposal.pk, DRAFTER)
    computing.do(work.pk)
    work.refresh_from_db()
    return work


def handed_over(facts: Path) -> Proposal:
    nurse.load(nurse.folder(facts), provisions=frozenset({"M09-1"}))
    proposal = drafted()
    previewed(proposal)
    return services.send(proposal.pk, DRAFTER)


def untried() -> Proposal:
    """Handed over with a preview that found nothing, over no facts."""
    Run.objects.create(pack="dalian2020", as_of=nurse.AS_OF)
    proposal = drafted()
    Work.objects.create(proposal=proposal, kind="preview", state="done")
    return services.send(proposal.pk, DRAFTER)


def test_a_change_goes_from_draft_to_the_ledger(tmp_path: Path) -> None:
    nurse.load(nurse.folder(tmp_path / "facts"), provisions=frozenset({"M09-1"}))
    proposal = drafted()
    found = previewed(proposal).found
    assert found["fares"] == {"gain": 1, "lose": 0, "same": 0, "unknown": 0}
    assert found["balance"]["money"]["difference_fen"] == 140_000
    assert [one for one in found["bins"] if one["people"]] == [
        {"least": 120_001, "most": 140_000, "people": 1}
    ]
    march = Obligation.objects.get(period_start=date(2020, 3, 1), quantity_unit="fen")
    assert march.quantity == 1_030_000  # a preview writes nothing

    services.send(proposal.pk, DRAFTER)
    services.approve(proposal.pk, OFFICER, "同意")
    again = Work.objects.get(kind="recompute")
    computing.do(again.pk)
    again.refresh_from_db()
    assert (again.state, again.found["changed"]) == ("done", 1)
    march.refresh_from_db()
    assert march.quantity == 1_170_000
    load = Load.objects.latest("pk")
    assert (load.by, load.reason) == ("B1", f"#{proposal.pk} 一档提高")
    assert list(Step.objects.order_by("pk").values_list("kind", "by")) == [
        ("draft", "W1"), ("proposed", "W1"), ("approved", "B1"),
    ]  # fmt: skip


def test_every_later_evaluation_uses_it_and_the_why_page_names_it(tmp_path: Path) -> None:
    proposal = handed_over(tmp_path / "facts")
    services.approve(proposal.pk, OFFICER)
    # not the job of the change itself, but any evaluation of one person afterwards
    nurse.load(Path(Run.objects.get().source), "person:N511", frozenset({"M09-1"}))
    march = Obligation.objects.get(period_start=date(2020, 3, 1), quantity_unit="fen")
    assert march.quantity == 1_170_000
    run, pack = Run.objects.get(), load_pack("dalian2020")
    (used,) = [one for one in why(run, pack, march).used if one.parameter.key == KEY]
    assert (used.version.value, used.version.source.zh) == (Decimal(400), "大财〔2020〕9 号")
    assert (
        pack.parameters.number(KEY, date(2020, 3, 16)) == 300
    )  # the pack's files say what they said


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"value": "viel"}, "这个参数的写法"),
        ({"value": "-1"}, "这个参数的写法"),
        ({"start": "2020-02-30"}, "看不懂"),
        ({"end": "2020-03-15"}, "止于早于起于"),
        ({"known": "2020-04-21"}, "账本的日期"),
        ({"source": " "}, "来源"),
        ({"certainty": "peer"}, "不能写成大连"),
        ({"certainty": "default"}, "有多确定"),
        ({"known": "2020-01-01"}, "不起作用"),
    ],
)
def test_what_cannot_stand_is_refused(changes: dict[str, str], told: str) -> None:
    Run.objects.create(pack="dalian2020", as_of=nurse.AS_OF)
    with pytest.raises(Refusal, match=told):
        drafted(**changes)
    assert not NewValue.objects.exists()


def test_the_proposer_never_approves() -> None:
    proposal = untried()
    with pytest.raises(Refusal, match="提议人不能批准"):
        services.approve(proposal.pk, DRAFTER)
    with pytest.raises(Refusal, match="只有提议人"):
        services.withdraw(proposal.pk, OFFICER, "不需要")


def test_nobody_approves_what_gives_them_more(tmp_path: Path) -> None:
    account(Role.HEALTH, person_id="N511")
    proposal = handed_over(tmp_path / "facts")
    with pytest.raises(Refusal, match="批准人会因此多领"):
        services.approve(proposal.pk, Actor("N511", "health", person_id="N511"))


def test_a_draft_is_handed_over_only_as_previewed() -> None:
    Run.objects.create(pack="dalian2020", as_of=nurse.AS_OF)
    proposal = drafted()
    Work.objects.create(proposal=proposal, kind="preview", state="done")
    services.set_value(proposal.pk, FORM | {"value": "500"}, DRAFTER)
    with pytest.raises(Refusal, match="先预览"):
        services.send(proposal.pk, DRAFTER)


def test_what_is_withdrawn_counts_nowhere() -> None:
    proposal = untried()
    services.withdraw(proposal.pk, DRAFTER, "文件没有下来")
    assert in_force(load_pack("dalian2020"))[KEY] == load_pack("dalian2020").parameters[KEY]
    with pytest.raises(Refusal, match="别的一步"):
        services.approve(proposal.pk, OFFICER)


def test_a_stopped_recomputation_leaves_the_ledger(tmp_path: Path) -> None:
    proposal = handed_over(tmp_path / "facts")
    services.approve(proposal.pk, OFFICER)
    services.stop(proposal.pk, OFFICER)
    work = Work.objects.get(kind="recompute")
    computing.do(work.pk)  # the job that was queued finds nothing to do
    work.refresh_from_db()
    assert work.state == "stopped"
    march = Obligation.objects.get(period_start=date(2020, 3, 1), quantity_unit="fen")
    assert march.quantity == 1_030_000
    fresh = services.recompute(proposal.pk, OFFICER)
    computing.do(fresh.pk)
    march.refresh_from_db()
    assert march.quantity == 1_170_000
