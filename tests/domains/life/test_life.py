"""One line of life, one yuan traced, and what does not fit together."""

from __future__ import annotations

from datetime import date

import pytest

from nuanxin.domains.access.roles import Role
from nuanxin.domains.ledger.models import Obligation, PersonDay, Run, Subject
from nuanxin.domains.life.anomalies import anomalies
from nuanxin.domains.life.events import events
from nuanxin.domains.life.line import line
from nuanxin.domains.life.trace import trace
from nuanxin.domains.life.whole import life_of
from nuanxin.domains.people.models import Person
from tests.domains import live_city
from tests.domains.test_sheets import workbook
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db
TENTH = date(2020, 2, 10)


@pytest.fixture(autouse=True)
def run() -> Run:
    """P1 worked the night of the 10th with contact and was owed 300 for it."""
    live_city.settle()
    live_city.spell("S1", "P1", date(2020, 2, 8))
    live_city.shift(
        "A1", "P1", live_city.at(10, 20), live_city.at(10, 28),
        contact_confirmed=True, reported_by="P2", spell_id="S1",
    )  # fmt: skip
    live_city.put(
        "absences", absence_id="B1", person_id="P1", start_date=date(2020, 3, 1),
        end_date=date(2020, 3, 14), kind="quarantine",
    )  # fmt: skip
    made = Run.objects.create(pack="dalian2020", as_of=date(2020, 4, 20))
    Subject.objects.create(run=made, kind="person", subject_id="P1", name="林晓岚", is_leader=True)
    for day, contact in ((TENTH, True), (date(2020, 2, 12), False)):
        PersonDay.objects.create(
            run=made, person_id="P1", date=day, payer="U1", tier=1, percent=100,
            is_half=False, contact=contact, is_aid=False, fen=30_000 if contact else 0,
        )  # fmt: skip
    Obligation.objects.create(
        run=made, obligation_id="x", provision="M07-3", measure=7, modality="MUST_NOT",
        subject_kind="person", subject_id="P1", period_start=date(2020, 2, 11),
        state="breached", as_of=made.as_of, rank=1, evaluated_state="breached",
    )  # fmt: skip
    return made


def test_everything_stands_on_one_axis_in_order(run: Run) -> None:
    found = events(Person.objects.get(pk="P1"), run)
    assert [(one.lane, one.start.isoformat()) for one in found] == [
        ("spells", "2020-02-08"),
        ("shifts", "2020-02-10"),
        ("rest", "2020-03-01"),
        ("obligations", "2020-04-20"),
    ]
    assert found[1].words == "20:00–04:00 (+1) 上班 8 小时，当班接触确诊患者"
    drawn = line(found)
    assert drawn is not None
    places = [mark.x for mark in drawn.marks]
    assert places == sorted(places)
    assert all(mark.x >= 0 and mark.x + mark.width <= drawn.width for mark in drawn.marks)
    assert drawn.months[0] == (0.0, "2 月")


def test_a_life_is_folded_by_month_the_latest_first(run: Run) -> None:
    months = life_of(Person.objects.get(pk="P1"), run, None).months
    counted = [(f"{m.first:%m}", [(words.en, n) for words, n in m.counts]) for m in months]
    assert counted == [
        ("04", [("Promises", 1)]),
        ("03", [("Absences", 1)]),
        ("02", [("Spells", 1), ("Shifts", 1)]),
    ]
    assert [event.lane for event, _ in months[-1].rows] == ["shifts", "spells"]


def test_a_yuan_leads_back_to_its_shift_and_to_who_confirmed_it(run: Run) -> None:
    found = trace(Person.objects.get(pk="P1"), run, TENTH)
    assert found.fen == 30_000
    assert (found.rate and found.rate.value) == 300
    assert [one.pk for one in found.contact] == ["A1"]
    assert found.contact[0].reported_by == "P2"
    assert found.changes[found.contact[0].change_id].who == live_city.WHO
    assert found.spell is not None
    assert found.spell.pk == "S1"
    assert found.links == 4  # nothing has been paid yet


def test_a_night_shift_counts_on_both_its_days_and_a_link_that_lacks_is_said(run: Run) -> None:
    person = Person.objects.get(pk="P1")
    assert [one.pk for one in trace(person, run, date(2020, 2, 11)).shifts] == ["A1"]
    assert trace(person, run, date(2020, 2, 12)).contact == []
    assert trace(person, run, date(2020, 1, 1)).links == 0


def test_each_rule_names_its_rows(run: Run) -> None:
    live_city.shift(
        "A2", "P3", live_city.at(12, 8), live_city.at(12, 16),
        contact_confirmed=True, reported_by="P3",
    )  # fmt: skip
    live_city.put(
        "stock_issues", issue_id="K1", at=live_city.at(3, 9), item="mask", quantity=10, unit_id="U1"
    )
    found = {rule.code: [case.person_id for case in rule.cases] for rule in anomalies(run)}
    assert found == {
        "approver": [],
        "leaders": ["P1"],
        "own": ["P3"],
        "twice": [],
        "nameless": [""],
        "breached": ["P1"],
    }
    own = {rule.code: len(rule.cases) for rule in anomalies(run, "P1")}
    assert own == {"approver": 0, "leaders": 1, "own": 0, "twice": 0, "nameless": 0, "breached": 1}


@pytest.mark.parametrize("path", ["/people/P1/life/", "/en/people/P1/life/?day=2020-02-10"])
def test_the_page_asks_a_constant_number_of_queries(
    path: str, django_assert_max_num_queries: object
) -> None:
    auditor = signed_in(Role.AUDITOR)
    with django_assert_max_num_queries(40):  # type: ignore[operator]
        page = auditor.get(path)
    assert page.status_code == 200
    assert "20:00–04:00" in page.content.decode()


def test_who_may_come_in() -> None:
    assert signed_in(Role.AUDITOR).get("/audit/").status_code == 200
    assert signed_in(Role.FINANCE).get("/audit/").status_code == 403
    assert signed_in(Role.AUDITOR).get("/people/NONE/life/").status_code == 404


def test_the_auditor_takes_the_cases_away_each_with_its_evidence() -> None:
    rows = workbook(signed_in(Role.AUDITOR), "/audit/?as=xlsx")
    assert [(row["编号"], row["规则"]) for row in rows if row["编号"]] == [
        ("P1", "领导报的天数多于有接触的天数"),
        ("P1", "做了不许做的事"),
    ]
    live_city.put(
        "stock_issues", issue_id="I1", unit_id="U1", item="n95", quantity=20,
        at=live_city.at(10, 8),
    )  # fmt: skip
    rows = workbook(signed_in(Role.AUDITOR), "/audit/?as=xlsx")
    assert len(rows) == 3
    assert {signed_in(Role.AUDITOR).get(str(row["凭据"])).status_code for row in rows} == {200}
