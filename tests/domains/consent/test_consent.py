"""A person's word on a purpose: it stands, it is kept, rules read it, editors respect it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.models import OldRow
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.consent.models import Statement
from nuanxin.domains.consent.selectors import may, standing
from nuanxin.domains.consent.services import say
from nuanxin.domains.duty.models import Waiver
from nuanxin.domains.ledger.models import Obligation, Run
from nuanxin.domains.ledger.services import load_live
from tests.domains import live_city
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db
ON = date(2020, 4, 20)
LIN = Actor("P1", "worker", person_id="P1")


@pytest.fixture
def run() -> Run:
    live_city.settle()
    return Run.objects.create(pack="dalian2020", version="test", as_of=ON, engine="none")


def word(purpose: str) -> bool | None:
    return next(one.given for one in standing("P1") if one.code == purpose)


def waived() -> set[str]:
    return set(Waiver.objects.values_list("provision", flat=True))


def test_silence_is_no_word_and_no_consent(run: Run) -> None:
    del run
    assert {one.given for one in standing("P1")} == {None}
    assert not may("P1", "story")


def test_the_last_word_stands_and_all_are_kept_with_who_and_when(run: Run) -> None:
    for given in (True, False, False, True):
        say("P1", "name", LIN, run, given=given)
    said = Statement.objects.order_by("pk")
    assert [(one.given, one.by, one.role, one.on_date) for one in said] == [
        (given, "P1", "worker", ON) for given in (True, False, True)
    ], "the same word again is not written"
    assert word("name") is True
    assert (word("story"), word("photo")) == (None, None), "each purpose stands alone"


def test_withdrawn_consent_is_a_waiver_until_it_is_given_again(run: Run) -> None:
    say("P1", "school", LIN, run, given=False)
    say("P1", "story", LIN, run, given=False)
    assert waived() == {"M16-3", "M13-2", "M13-3", "M13-4", "M13-5"}
    say("P1", "school", LIN, run, given=True)
    assert waived() == {"M16-3"}
    kept = OldRow.objects.filter(table="waivers").values_list("row__provision", flat=True)
    assert set(kept) == {"M13-2", "M13-3", "M13-4", "M13-5"}, "what stood before is kept"


def test_a_refusal_on_record_counts_and_other_waivers_stay(run: Run) -> None:
    for number, provision in (("W1", "M16-3"), ("W2", "M13-3")):
        live_city.put(
            "waivers", waiver_id=number, person_id="P1", provision=provision, on_date=ON, reason="x"
        )
    assert word("story") is False
    say("P1", "story", LIN, run, given=True)
    say("P1", "school", LIN, run, given=True)
    assert waived() == {"M13-3"}


def test_nobody_speaks_for_another(run: Run) -> None:
    with pytest.raises(Refusal, match="themselves"):
        say("P1", "story", Actor("P2", "unit_hr", person_id="P2"), run, given=True)
    with pytest.raises(Refusal, match="no such purpose"):
        say("P1", "party", LIN, run, given=True)


def test_the_rules_read_it() -> None:
    live_city.settle()
    live_city.spell("S1", "P1", date(2020, 3, 2), date(2020, 4, 10))
    child = {"guardian_id": "P1", "stage": "primary_entry", "household_district": "中山区"}
    live_city.put("children", child_id="C1", birth_date=date(2014, 5, 1), **child)
    run = load_live("dalian2020", ON).run
    say("P1", "school", LIN, run, given=False)
    say("P1", "story", LIN, run, given=False)
    story = {"delivery_id": "D1", "provision": "M16-3", "subject_id": "P1", "on_date": ON}
    live_city.put("deliveries", quantity=2, **story)
    assert (state("M13-3"), state("M16-3")) == ("excepted", "breached")
    say("P1", "school", LIN, run, given=True)
    assert state("M13-3") == "available"


def state(provision: str) -> str:
    """How the provision stands once everybody was evaluated."""
    load_live("dalian2020", ON)
    return Obligation.objects.exclude(subject_kind="unit").get(provision=provision).state


class TestPublicity:
    @pytest.fixture
    def editor(self, run: Run) -> Client:
        say("P1", "story", LIN, run, given=True)
        say("P1", "photo", LIN, run, given=True)
        say("P2", "story", Actor("P2", "worker", person_id="P2"), run, given=False)
        return signed_in(Role.PUBLICITY)

    def test_only_those_who_agreed_are_named(self, editor: Client) -> None:
        page = editor.get("/publicity/").content.decode()
        assert "林晓岚" in page
        assert "周文静" not in page, "said no"
        assert "孙立" not in page, "never said yes"
        assert "说了不同意的有 1 人" in page
        assert page.count("不可以") == 1, "a photo, but not the name"

    def test_the_list_is_taken_away_as_it_stands(self, editor: Client, run: Run) -> None:
        book = load_workbook(BytesIO(b"".join(editor.get("/publicity/?as=xlsx"))))  # type: ignore[arg-type]
        assert [row[0].value for row in book.worksheets[0]] == ["姓名", "林晓岚"]
        say("P1", "story", LIN, run, given=False)
        assert "林晓岚" not in editor.get("/publicity/").content.decode()
