"""Standing classes on hand-made dates: who is what on which day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from nuanxin.facts.memory import hold_facts
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy import evaluate as evaluation
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.standing import STANDING_TYPES
from tests.engines.runs import engine

AS_OF = date(2020, 3, 31)
Facts = dict[str, list[dict[str, object]]]
Found = list[tuple[object, ...]]


def day(text: str) -> date:
    return date.fromisoformat(f"2020-{text}")


def someone(person_id: str, **more: object) -> dict[str, object]:
    plain = {"unit_id": "H1", "employment": "contract", "profession": "other", "is_leader": False}
    return {"person_id": person_id, **plain, "party": "none", "education": "college", **more}


def spell(person_id: str, start: str, end: str | None = None, **more: object) -> dict[str, object]:
    given = {
        "spell_id": f"S-{person_id}-{start}",
        "person_id": person_id,
        "post_id": "Q1",
        "arranged_by": "H1",
        "start_date": day(start),
        "end_date": end and day(end),
        "mission": "local",
        "treats_confirmed": False,
    }
    return {**given, **more}


def shift(person_id: str, on: str, number: int = 1) -> dict[str, object]:
    return {
        "attendance_id": f"A-{person_id}-{on}-{number}",
        "person_id": person_id,
        "post_id": "Q1",
        "start": datetime.combine(day(on), datetime.min.time()).replace(hour=8),
        "end": datetime.combine(day(on), datetime.min.time()).replace(hour=16),
        "status": "worked",
    }


def finding(person_id: str, on: str, channels: list[str], **more: object) -> dict[str, object]:
    given = {"finding_id": f"F-{person_id}-{on}", "decided_by": "H1", "level": "outstanding"}
    return {**given, "person_id": person_id, "decided_on": day(on), "channels": channels, **more}


def standing(facts: Facts, subject: str | None = None, as_of: date = AS_OF) -> Found:
    """Rows as (class, subject, detail, first day, last day, missing); days as ``mm-dd``."""
    plain: Facts = {
        "units": [{"unit_id": "H1", "kind": "hospital"}],
        "posts": [{"post_id": "Q1", "unit_id": "H1", "contact": "none", "risk": "high"}],
        "spells": [],
        "attendance": [],
    }
    absent = hold_facts({**plain, **facts}, engine().connection)
    nothing: frozenset[str] = frozenset()
    run = Run(PACK, as_of, PACK.parameters, absent, subject, provisions=nothing, with_standing=True)
    evaluate(run, engine())
    rows = engine().fetch(f"SELECT {', '.join(STANDING_TYPES)} FROM out.standing")
    return sorted(
        ((name, who, detail, _short(first), _short(last), missing)
         for _, who, name, detail, first, last, missing in rows),
        key=repr,
    )  # fmt: skip


def _short(value: object) -> str | None:
    return None if value is None else str(value).removeprefix("2020-")


def of(rows: Found, *classes: str) -> Found:
    """The rows of these classes, without the class where it is one."""
    kept = [row for row in rows if row[0] in classes]
    return [row[1:] for row in kept] if len(classes) == 1 else kept


def test_f1_joins_touching_spells_and_ends_with_the_release() -> None:
    facts: Facts = {
        "people": [someone("P1"), someone("P2")],
        "spells": [
            spell("P1", "02-01", "02-05"),
            spell("P1", "02-06", "02-09"),
            spell("P1", "02-11", "02-12"),
            spell("P2", "03-01"),
            spell("P2", "03-25"),
        ],
        "declarations": [{"date": day("03-10"), "kind": "release", "person_id": "P2"}],
    }
    assert of(standing(facts), "F1") == [
        ("P1", None, "02-01", "02-09", None),
        ("P1", None, "02-11", "02-12", None),
        ("P2", None, "03-01", "03-10", None),
        ("P2", None, "03-25", "03-31", None),
    ]


@pytest.mark.parametrize(
    ("who", "rows"),
    [
        ({"employment": "community_cadre", "party": None}, [None]),
        ({"employment": "institution_staff"}, [None]),
        ({"party": "member"}, [None]),
        ({"party": "probationary", "employment": "volunteer"}, [None]),
        ({"party": None}, ["party"]),
        ({"party": "applicant"}, []),
        ({"employment": "graduate_village_official"}, []),
    ],
)
def test_f2_members_and_cadres_and_perhaps_those_of_unknown_party(
    who: dict[str, object], rows: list[str | None]
) -> None:
    facts: Facts = {"people": [someone("P1", **who)], "spells": [spell("P1", "02-01", "02-05")]}
    wanted = [("P1", None, "02-01", "02-05", missing) for missing in rows]
    assert of(standing(facts), "F2") == wanted


def test_f3_to_f5_are_days_of_medical_people_by_what_the_spell_is() -> None:
    both = [
        spell("P1", "02-01", "02-10"),
        spell("P1", "02-03", "02-04", treats_confirmed=True),
        spell("P1", "02-08", "02-20", mission="aid"),
    ]
    others = [{**one, "spell_id": f"other {one['spell_id']}", "person_id": "P2"} for one in both]
    facts: Facts = {
        "people": [someone("P1", profession="pharmacist"), someone("P2", profession="police")],
        "spells": [*both, *others],
    }
    assert of(standing(facts), "F3", "F4", "F5") == [
        ("F3", "P1", None, "02-01", "02-20", None),
        ("F4", "P1", None, "02-03", "02-04", None),
        ("F4", "P1", None, "02-08", "02-20", None),
        ("F5", "P1", None, "02-08", "02-20", None),
    ]


def test_f6_and_f7_are_findings_of_two_channels_while_in_force() -> None:
    two = ["phone", "leader"]
    facts: Facts = {
        "people": [someone("P1"), someone("P2"), someone("P3")],
        "findings": [
            finding("P1", "02-01", two, expires_on=day("02-10")),
            finding("P1", "02-11", two),
            finding("P1", "02-20", two, level="exceptional", expires_on=day("02-20")),
            finding("P2", "02-01", ["phone", "phone"]),
            finding("P2", "02-02", two, expires_on=day("02-01")),
            finding("P2", "04-01", two),
            {**finding("P3", "01-01", two), "decided_on": date(2017, 2, 1)},
            {**finding("P3", "01-02", two), "decided_on": date(2016, 2, 29)},
        ],
    }
    assert of(standing(facts), "F6", "F7") == [
        ("F6", "P1", None, "02-01", "03-31", None),
        ("F6", "P3", None, "2016-02-29", "02-01", None),
        ("F7", "P1", None, "02-20", "02-20", None),
    ]


def test_f8_are_the_days_of_staff_between_spells_from_the_beginning() -> None:
    facts: Facts = {
        "units": [{"unit_id": "H1", "kind": "hospital"}, {"unit_id": "C1", "kind": "community"}],
        "people": [
            someone("P1"),
            someone("P2"),
            someone("P3", employment="volunteer"),
            someone("P4", unit_id="C1"),
        ],
        "spells": [spell("P1", "01-20", "02-05"), spell("P1", "02-07", "02-09")],
        "declarations": [
            {"date": day("01-25"), "kind": "response_start"},
            {"date": day("02-25"), "kind": "response_start"},
        ],
    }
    assert of(standing(facts), "F8") == [
        ("P1", None, "02-06", "02-06", None),
        ("P1", None, "02-10", "03-31", None),
        ("P2", None, "01-25", "03-31", None),
    ]


def test_f8_begins_with_the_first_spell_when_nothing_is_declared_and_never_without() -> None:
    facts: Facts = {"people": [someone("P1"), someone("P2")]}
    assert of(standing(facts), "F8") == []
    facts["spells"] = [spell("P1", "02-07")]
    assert of(standing(facts), "F8") == [("P2", None, "02-07", "03-31", None)]


@pytest.mark.parametrize(
    ("who", "groups"),
    [
        ({"employment": "institution_staff"}, {("institution_staff", None)}),
        ({"employment": "grassroots_institution_staff"}, {("grassroots_institution_staff", None)}),
        ({"employment": "graduate_village_official"}, {("graduate_village_official", None)}),
        (
            {"employment": "village_cadre", "is_secretary": True},
            {("cadre", None), ("secretary", None)},
        ),
        ({"employment": "community_cadre", "is_secretary": False}, {("cadre", None)}),
        (
            {"employment": "community_cadre", "is_secretary": None},
            {("cadre", None), ("secretary", "is_secretary")},
        ),
        ({"employment": "civil_servant", "is_secretary": True}, set()),
    ],
)
def test_f9_groups_of_employment(
    who: dict[str, object], groups: set[tuple[str, str | None]]
) -> None:
    found = of(standing({"people": [someone("P1", **who)]}), "F9")
    assert {(row[1], row[4]) for row in found} == groups
    assert all(row[2] is row[3] is None for row in found)


@pytest.mark.parametrize(
    ("birth", "education", "rows"),
    [
        # The 36th birthday is on 1 April 2020: still 35 on 31 March.
        (date(1984, 4, 1), "bachelor", [None]),
        (date(1984, 3, 31), "bachelor", []),
        (date(1990, 1, 1), "college", []),
        (date(1990, 1, 1), None, ["education"]),
        (None, "master", ["birth_date"]),
        (None, None, ["birth_date;education"]),
        (None, "below_college", []),
        (date(1970, 1, 1), None, []),
    ],
)
def test_f9_young_talent(birth: date | None, education: str | None, rows: list[str | None]) -> None:
    found = of(standing({"people": [someone("P1", birth_date=birth, education=education)]}), "F9")
    assert [(row[1], row[4]) for row in found] == [("young_talent", missing) for missing in rows]


def heavy() -> Facts:
    """Four institutions of two people: 3, 2, 2 and 1 qualifying days; a community with 9."""
    days = {"H1": 3, "H2": 2, "H3": 2, "H4": 1, "C1": 9}
    return {
        "units": [
            *({"unit_id": unit, "kind": "hospital"} for unit in ("H1", "H2", "H3")),
            {"unit_id": "H4", "kind": "school"},
            {"unit_id": "C1", "kind": "community"},
        ],
        "people": [someone(f"{unit}{n}", unit_id=unit) for unit in days for n in (1, 2)],
        "attendance": [
            shift(f"{unit}1", f"03-{n:02}")
            for unit, many in days.items()
            for n in range(1, many + 1)
        ],
    }


def test_u1_are_institutions_with_qualifying_days_by_month() -> None:
    facts = heavy()
    facts["attendance"] += [shift("H12", "02-10"), shift("H11", "03-01", 2)]
    assert of(standing(facts), "U1") == [
        ("H1", "1", "02-01", "02-29", None),
        ("H1", "3", "03-01", "03-31", None),
        ("H2", "2", "03-01", "03-31", None),
        ("H3", "2", "03-01", "03-31", None),
        ("H4", "1", "03-01", "03-31", None),
    ]


def test_u2_are_those_of_whom_fewer_than_thirty_percent_have_more_a_head() -> None:
    """Of four institutions H2 and H3 have one above them, 25 %; H4 has three."""
    assert of(standing(heavy()), "U2") == [
        ("H1", "3", "01-01", "12-31", "red finding"),
        ("H2", "2", "01-01", "12-31", "red finding"),
        ("H3", "2", "01-01", "12-31", "red finding"),
    ]


def test_u2_counts_days_a_head_and_not_days() -> None:
    facts = heavy()
    facts["people"] += [someone(f"H1{n}", unit_id="H1") for n in range(3, 20)]
    found = of(standing(facts), "U2")
    assert [row[0] for row in found] == ["H2", "H3"]


def test_one_subject_has_the_rows_of_the_full_run() -> None:
    facts = heavy()
    facts["spells"] = [spell("H11", "02-01"), spell("H21", "02-01", "02-09")]
    every = standing(facts)
    for person in ("H11", "H21", "H42"):
        alone = standing(facts, f"person:{person}")
        assert alone == [row for row in every if row[1] == person]
        assert alone
    for unit in ("H1", "H4", "C1"):
        assert standing(facts, f"unit:{unit}") == [
            row for row in every if (row[0], row[1]) == ("U1", unit)
        ]


@pytest.mark.parametrize("rows_per_slice", [1, 4])
def test_many_slices_give_the_rows_of_one(
    rows_per_slice: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = heavy()
    facts["spells"] = [spell("H11", "02-01"), spell("H21", "02-01", "02-09")]
    every = standing(facts)
    monkeypatch.setattr(evaluation, "ROWS_PER_SLICE", rows_per_slice)
    assert standing(facts) == every


def test_nothing_is_written_unless_asked() -> None:
    hold_facts({"people": [someone("P1")]}, engine().connection)
    evaluate(Run(PACK, AS_OF, PACK.parameters, provisions=frozenset()), engine())
    tables = engine().fetch(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'out'"
    )
    assert ("standing",) not in tables
