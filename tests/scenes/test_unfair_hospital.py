"""Scene 2: a director's office books itself full attendance, and the pay run stops.

Ward W1 has confirmed contact: a day of more than 4 h with contact pays 300 yuan, a medical
person's day there without it 200; a leader's day without recorded contact pays nothing.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger.evaluator import FolderEvaluator
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.services import load_evaluation
from nuanxin.domains.pay import services
from nuanxin.domains.pay.models import Entry, PayRun
from nuanxin.domains.pay.refused import Refused
from tests.scenes.facts_folder import shift, write

pytestmark = pytest.mark.django_db

MARCH, AS_OF = date(2020, 3, 1), date(2020, 4, 1)
FINANCE, BUREAU = Actor("F1", "finance"), Actor("B1", "health commission")
DIRECTOR, DEPUTY = "Z1", "Z2"


def hospital(folder: Path) -> Path:
    """Director and deputy report 31 days each, with contact on 3 days and on none; nurse N1
    worked 5 days with contact, nurse N2 4 days, of which 1 without."""
    people = [
        (DIRECTOR, "曹启明", "H1", "institution_staff", "doctor", "true"),
        (DEPUTY, "戴副院长", "H1", "institution_staff", "doctor", "true"),
        ("N1", "庄以安", "H1", "contract", "nurse", "false"),
        ("N2", "苏望", "H1", "institution_staff", "nurse", "false"),
    ]
    rows = [
        shift(f"{who}-{day:02d}", who, f"2020-03-{day:02d}", contact)
        for who, days, seen in (
            (DIRECTOR, range(1, 32), (3, 4, 5)),
            (DEPUTY, range(1, 32), ()),
            ("N1", range(2, 7), range(2, 7)),
            ("N2", range(2, 6), (2, 3, 4)),
        )
        for day in days
        for contact in ["true" if day in seen else "false"]
    ]
    return write(
        folder,
        units=[("H1", "市海湾医院", "", "hospital", "甘井子区")],
        people=people,
        posts=[("W1", "H1", "隔离病区", "isolation_ward", "confirmed", "high")],
        spells=[
            (f"S-{who}", who, "W1", "H1", "2020-03-01", "2020-03-31", "local", "", "true")
            for who, *_ in people
        ],
        attendance=rows,
    )


@pytest.fixture
def stopped(tmp_path: Path) -> PayRun:
    """The run that finance makes, the director being meant to approve it."""
    facts = hospital(tmp_path / "facts")
    run = Run(pack="dalian2020", as_of=AS_OF, source=str(facts))
    with FolderEvaluator(provisions=frozenset({"M09-1"})).evaluated(run, None) as done:
        load_evaluation(done.out, done.facts, source=facts)
    return services.draft("H1", MARCH, FINANCE, approver=DIRECTOR)


def test_it_stops_before_the_notice_and_says_why(stopped: PayRun) -> None:
    assert stopped.state == "stopped"
    why = {check.code: check.found for check in stopped.checks.filter(passed=False, stops=True)}
    assert why == {
        "approver": [{"person_id": DIRECTOR, "fen": 90_000}],
        "leaders": [{"person_id": DIRECTOR, "days": 31, "contact": 3}],
    }
    with pytest.raises(Refused, match="The fairness check failed"):
        services.notice(stopped.pk, FINANCE, AS_OF)
    assert not Entry.objects.exists()


def test_what_the_rule_pays_is_small_whatever_was_booked(stopped: PayRun) -> None:
    owed = dict(stopped.lines.values_list("person_id", "owed_fen"))
    assert owed == {
        DIRECTOR: 3 * 30_000,
        DEPUTY: 0,
        "N1": 5 * 30_000,
        "N2": 3 * 30_000 + 20_000,
    }
    assert stopped.lines.get(person_id=DEPUTY).days.count() == 31  # reported, and shown


def test_the_nurses_do_not_wait_for_the_director(stopped: PayRun) -> None:
    services.hold(stopped.pk, [DIRECTOR], FINANCE, "补考勤原件")
    services.notice(stopped.pk, FINANCE, AS_OF)
    services.approve(stopped.pk, BUREAU, date(2020, 4, 7))
    paid = dict(Entry.objects.values_list("person_id", "fen"))
    assert paid == {"N1": 150_000, "N2": 110_000}


def test_leaving_out_a_nurse_does_not_let_the_director_go_on(stopped: PayRun) -> None:
    services.hold(stopped.pk, ["N1"], FINANCE, "试")
    with pytest.raises(Refused, match="The fairness check failed"):
        services.notice(stopped.pk, FINANCE, AS_OF)
