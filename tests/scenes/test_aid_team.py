"""Scene 1: what one nurse of the 511 is owed, worked out by hand, day by day.

Dalian's team of 511 was assembled on 8 February 2020 for 武汉雷神山, was released on 30 March and
stayed in quarantine until 13 April. The dates are real; nurse N511 and her shifts are made up.
Her facts are the folder ``aid_team`` beside this file, judged as of 20 April 2020.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from nuanxin.facts import load_facts
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.explain import explain
from nuanxin.policy.provision import OBLIGATION_COLUMNS
from tests.engines.runs import Row, engine, fetched

FACTS = Path(__file__).parent / "aid_team"
AS_OF = date(2020, 4, 20)
LEFT, RELEASED = date(2020, 2, 8), date(2020, 3, 30)

# Two days on, one off. Tier 1 pays 300 yuan a day, tier 2 pays 200; from 22 February, in Hubei,
# twice as much. More than 4 h is a full day. "back" are the hours that M07-4 gives back: all of
# a day off, and what goes beyond 8 h of a workday.
BY_HAND = """
02-10 Mon  6 h  300          02-11 Tue  6 h  300
02-13 Thu  6 h  300          02-14 Fri  6 h  300
02-16 Sun  6 h  300 back 6   02-17 Mon  6 h  300
02-19 Wed  6 h  300          02-20 Thu  6 h  300
02-21 Fri  6 h  300
02-22 Sat  6 h  600 back 6   02-23 Sun  6 h  600 back 6
02-25 Tue  6 h  600          02-26 Wed  6 h  600
02-28 Fri  6 h  600          02-29 Sat  6 h  600 back 6
03-02 Mon  6 h  600          03-03 Tue  6 h  600
03-05 Thu 10 h  600 back 2   03-06 Fri  6 h  600
03-08 Sun  6 h  600 back 6   03-09 Mon  6 h  600
03-11 Wed  6 h  600          03-12 Thu  6 h  600
03-14 Sat  3 h  300 back 3   03-15 Sun  6 h  600 back 6
03-17 Tue  6 h  600          03-18 Wed  6 h  400
03-20 Fri  6 h  600          03-21 Sat  6 h  600 back 6
03-23 Mon  6 h  600          03-24 Tue  6 h  600
03-26 Thu  6 h  600          03-27 Fri  6 h  600
"""
# 21 February: a night from 22:00 to 04:00. It counts to the evening it began, a Friday, single.
# 5 March: 10 h, with a reason.  14 March: 3 h, half a day: 300 x 2 / 2.
# 18 March: whether there was contact is not known. Surely tier 2 (200 x 2); 600 if there was.

FEBRUARY_FEN = (9 * 300 + 6 * 600) * 100  # nine days before the doubling, six after: 6 300 yuan
MARCH_FEN = (16 * 600 + 300 + 400) * 100  # sixteen full days, the half one, the unsure one: 10 300
HOURS_BACK = 6 + 6 + 6 + 6 + 2 + 6 + 3 + 6 + 6  # 47


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    report = load_facts(FACTS, engine().connection, AS_OF)
    assert (report.set_aside, report.unknown, report.suspect) == (0, 0, 0)
    evaluate(Run(PACK, AS_OF, PACK.parameters, frozenset(report.absent_tables)), engine())
    return fetched("obligations", OBLIGATION_COLUMNS)


def only(rows: list[Row], provision: str, **columns: object) -> Row:
    """The one row of the provision with these values."""
    [row] = [
        row
        for row in rows
        if row["provision"] == provision
        and all(row[name] == value for name, value in columns.items())
    ]
    return row


def assert_row(row: Row, **columns: object) -> None:
    """The row has these values."""
    assert {name: row[name] for name in columns} == columns


def days_by_hand() -> Iterator[tuple[date, str, int, int, int]]:
    """Date, weekday, hours, yuan and hours given back of each day of the table above."""
    words = BY_HAND.replace(" h ", " ").split()
    while words:
        day, weekday, hours, yuan, *words = words
        back = 0
        if words and words[0] == "back":
            _, given, *words = words
            back = int(given)
        yield date.fromisoformat(f"2020-{day}"), weekday, int(hours), int(yuan), back


def test_the_table_by_hand_adds_up() -> None:
    days = list(days_by_hand())
    assert len(days) == 33
    assert all(day.strftime("%a") == weekday for day, weekday, *_ in days)
    by_month = {
        month: sum(yuan for day, _, _, yuan, _ in days if day.month == month) * 100
        for month in (2, 3)
    }
    assert by_month == {2: FEBRUARY_FEN, 3: MARCH_FEN} == {2: 630_000, 3: 1_030_000}
    assert sum(back for *_, back in days) == HOURS_BACK == 47


def test_the_table_by_hand_is_of_the_shifts_in_the_facts(rows: list[Row]) -> None:
    assert rows
    worked = engine().fetch(
        'SELECT CAST("start" AS DATE), date_diff(\'hour\', "start", "end")'
        ' FROM facts.attendance ORDER BY "start"'
    )
    assert worked == [(day, hours) for day, _, hours, _, _ in days_by_hand()]


def test_subsidy_of_february_is_doubled_from_the_22nd_and_was_paid(rows: list[Row]) -> None:
    assert_row(
        only(rows, "M09-1", period_start=date(2020, 2, 1)),
        period_end=date(2020, 2, 29),
        quantity=FEBRUARY_FEN,
        quantity_unit="fen",
        quantity_met=FEBRUARY_FEN,
        due_on=date(2020, 3, 13),  # the tenth workday of March: 2-6 and 9-13
        owner_unit_id="H1",  # her hospital sent her, so it pays
        state="met",
    )


def test_subsidy_of_march_is_half_paid_and_overdue(rows: list[Row]) -> None:
    assert_row(
        only(rows, "M09-1", period_start=date(2020, 3, 1), quantity_unit="fen"),
        quantity=MARCH_FEN,
        quantity_met=500_000,
        # Tenth workday of April: 1-3, then after the holiday of 4-6 April 7-10 and 13-15.
        due_on=date(2020, 4, 15),
        owner_unit_id="H1",
        state="overdue",
    )


def test_the_day_with_unknown_contact_is_to_be_settled(rows: list[Row]) -> None:
    assert_row(
        only(rows, "M09-1", quantity_unit="days"),
        period_start=date(2020, 3, 1),
        quantity=1,
        quantity_met=None,
        due_on=None,
        owner_unit_id="H1",
        state="unknown",
        missing="contact_confirmed",
    )


def test_two_days_without_critical_illness_cover_are_a_breach(rows: list[Row]) -> None:
    """Accident cover runs from the day she left, critical illness only from 10 February."""
    assert_row(
        only(rows, "M10-4"),
        period_start=LEFT,
        period_end=date(2020, 2, 9),
        quantity=2,
        due_on=LEFT,
        owner_unit_id="H1",
        state="breached",
    )


def test_fifteen_days_are_owed_from_the_release_and_not_eaten_by_the_quarantine(
    rows: list[Row],
) -> None:
    """31 March to 13 April is quarantine: none of it counts. 14 to 20 April do: seven days."""
    assert_row(
        only(rows, "M11-5"),
        period_start=LEFT,
        period_end=RELEASED,
        quantity=15,
        quantity_met=7,
        due_on=date(2020, 9, 26),  # begun in time: to be finished 180 days after the release
        owner_unit_id="H1",
        state="owed",
    )


def test_health_check_is_due_thirty_days_after_the_release(rows: list[Row]) -> None:
    assert_row(
        only(rows, "M11-4"),
        period_start=LEFT,
        period_end=RELEASED,
        quantity=1,
        quantity_met=0,
        due_on=date(2020, 4, 29),
        state="owed",
    )


def test_compensatory_hours_are_those_of_weekends_and_beyond_eight(rows: list[Row]) -> None:
    assert_row(
        only(rows, "M07-4"),
        period_start=LEFT,
        period_end=RELEASED,
        quantity=HOURS_BACK,
        quantity_unit="hours",
        quantity_met=0,
        due_on=date(2020, 4, 29),  # none given back yet: to begin within 30 days
        owner_unit_id="H1",
        state="owed",
    )


def test_seven_days_without_work_follow_a_mission_of_fifty_two(rows: list[Row]) -> None:
    assert (RELEASED - LEFT).days + 1 == 52
    assert_row(
        only(rows, "M07-3"),
        period_start=date(2020, 3, 31),
        period_end=date(2020, 4, 6),
        quantity=7,
        quantity_unit="days",
        due_on=date(2020, 4, 6),
        state="met",
    )


def test_the_ten_hour_shift_is_excepted_and_within_the_budget_of_the_ward(
    rows: list[Row],
) -> None:
    assert_row(
        only(rows, "M07-2", subject_id="N511"),
        period_start=date(2020, 3, 5),
        quantity=10,
        quantity_unit="hours",
        owner_unit_id="L1",  # the hospital of the ward answers for its roster, not her own
        state="excepted",
    )
    for month, shifts in ((2, 0), (3, 1)):
        assert_row(
            only(rows, "M07-2", subject_id="L1", period_start=date(2020, month, 1)),
            quantity=shifts,
            state="kept",
        )


def test_her_family_has_one_named_contact_and_is_on_the_ledger(rows: list[Row]) -> None:
    for provision, due in (("M12-5", date(2020, 2, 9)), ("M12-2", date(2020, 2, 11))):
        row = only(rows, provision)
        assert_row(row, period_start=LEFT, due_on=due, quantity_met=1, state="met")


def test_the_fourth_visit_to_her_family_was_not_made(rows: list[Row]) -> None:
    """The first within seven days, then every fourteen; she was away until the 30th."""
    visits = [
        (date(2020, 2, 8), date(2020, 2, 15), "met"),
        (date(2020, 2, 16), date(2020, 2, 29), "met"),
        (date(2020, 3, 1), date(2020, 3, 14), "met"),
        (date(2020, 3, 15), date(2020, 3, 28), "overdue"),
    ]
    for start, due, state in visits:
        assert_row(only(rows, "M12-3", period_start=start), due_on=due, state=state)


def test_counselling_was_never_offered_and_no_family_card_made(rows: list[Row]) -> None:
    """Day 7 is 14 February, day 14 the 21st; the end 30 March, and 30 days after it."""
    offers = [
        (date(2020, 2, 8), date(2020, 2, 14), "overdue"),
        (date(2020, 2, 15), date(2020, 2, 21), "overdue"),
        (date(2020, 3, 30), date(2020, 3, 30), "overdue"),
        (date(2020, 3, 31), date(2020, 4, 29), "owed"),
    ]
    for start, due, state in offers:
        assert_row(only(rows, "M11-3", period_start=start), due_on=due, state=state)
    card = only(rows, "M12-1")
    assert_row(card, due_on=date(2020, 2, 15), quantity=8, quantity_met=0, state="overdue")


def test_her_hospital_records_no_services_and_the_ward_no_rosters(rows: list[Row]) -> None:
    """33 days of more than four hours; one of March has only four, which is a meal all the same."""
    for month in (2, 3):
        services = only(rows, "M08-2", subject_id="H1", period_start=date(2020, month, 1))
        assert_row(services, state="unknown", missing="deliveries")
        days = only(rows, "M09-2", subject_id="H1", period_start=date(2020, month, 1))
        assert_row(days, quantity={2: 15, 3: 18}[month], quantity_unit="days", state="unknown")
    weeks = [row for row in rows if row["provision"] == "M07-1"]
    assert sorted(str(week["period_start"]) for week in weeks) == [
        *("2020-02-10", "2020-02-17", "2020-02-24", "2020-03-02"),
        *("2020-03-09", "2020-03-16", "2020-03-23", "2020-03-30"),
    ]
    assert {week["subject_id"] for week in weeks} == {"L1"}
    assert {week["state"] for week in weeks} == {"unknown"}


def test_nothing_else_is_owed(rows: list[Row]) -> None:
    assert Counter(row["provision"] for row in rows) == {
        "M02-1": 1,
        "M02-2": 1,
        "M05-1": 1,
        "M05-2": 1,
        "M07-1": 8,
        "M07-2": 3,
        "M07-3": 1,
        "M07-4": 1,
        "M08-2": 2,
        "M09-1": 3,
        "M09-2": 2,
        "M10-4": 1,
        "M11-3": 4,
        "M11-4": 1,
        "M11-5": 1,
        "M12-1": 1,
        "M12-2": 1,
        "M12-3": 4,
        "M12-5": 1,
    }
    assert all(row["as_of"] == AS_OF for row in rows)


def test_the_reasons_name_the_facts(rows: list[Row]) -> None:
    run = Run(PACK, AS_OF, PACK.parameters, subject="person:N511")
    why = {str(e["obligation_id"]): e for e in explain(run, engine())}
    assert set(why) == {row["obligation_id"] for row in rows if row["subject_id"] == "N511"}

    def reason(obligation_id: str, name: str) -> dict[str, object]:
        criteria = cast(list[dict[str, object]], why[obligation_id]["criteria"])
        [found] = [criterion for criterion in criteria if criterion["criterion"] == name]
        return found

    subsidy = "M09-1|person|N511|2020-03-01|H1"
    assert reason(f"{subsidy}|days", "contact_known")["facts"] == ["attendance:A27"]
    assert reason(f"{subsidy}|days", "aid_place_known")["holds"] is True
    assert str(reason(f"{subsidy}|fen", "paid_in_full")["value"]).startswith("500000")
    assert reason(f"{subsidy}|fen", "doubled_days")["value"] == "18"
    assert reason("M09-1|person|N511|2020-02-01|H1|fen", "doubled_days")["value"] == "6"
    rest = "M11-5|person|N511|2020-02-08"
    assert reason(rest, "rested")["facts"] == ["absences:B2"]
    assert reason(rest, "only_rest_days_count")["facts"] == ["absences:B1"]
    assert reason(rest, "released")["facts"] == ["declarations:2020-03-30/release/N511"]
