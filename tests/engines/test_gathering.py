"""Gathered cases say what they say alone, and a wrong one is still found among the others."""

from __future__ import annotations

import dataclasses

from nuanxin.engines.check import _doubted, _judged, all_cases
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.gathering import gather, gathered
from tests.engines.runs import engine

CASES = [case for case in all_cases(PACK) if case.provision in ("M15-2", "M11-1", "M08-4", "M12-5")]


def test_cases_of_one_day_stand_together_and_ids_do_not_meet() -> None:
    gatherings = gather(CASES)
    assert sum(len(g.cases) for g in gatherings) == len(CASES)
    assert len(gatherings) < len(CASES) / 2
    for g in gatherings:
        assert {case.as_of for case in g.cases} == {g.as_of}
        people = [row["person_id"] for row in g.facts["people"]]
        assert len(people) == len(set(people))


def test_gathered_cases_hold() -> None:
    for gathering in gather(CASES):
        assert gathering.faults(_judged(PACK, gathering, engine())) == {}


def test_one_wrong_case_among_many_is_the_one_that_is_doubted() -> None:
    sound = [case for case in CASES if case.as_of == CASES[0].as_of and not case.tables_absent]
    place = next(n for n, case in enumerate(sound) if case.expect)
    wrong = dataclasses.replace(
        sound[place], expect=[{**sound[place].expect[0], "state": "no such state"}]
    )
    gathering = gather([*sound[:place], wrong, *sound[place + 1 :]])[0]
    assert _doubted(PACK, gathering, engine()) == [wrong]


def test_the_calendar_of_a_gathering_spans_its_years() -> None:
    first, last = gathered(CASES[:1]).days
    assert first.year <= CASES[0].as_of.year - 2
    assert last.year >= CASES[0].as_of.year + 2
