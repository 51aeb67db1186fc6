"""Every golden case, worked out by hand from the definitions, through the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from nuanxin.engines.check import all_cases, case_faults
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.cases import Case
from tests.engines.ahead import ahead, chosen
from tests.engines.runs import engine
from tests.oracle.states import STATES

CASES = all_cases(PACK)


NAMES = [f"{case.provision} {case.name.en}" for case in CASES]


@pytest.fixture(scope="module")
def faults(request: pytest.FixtureRequest) -> Iterator[Callable[[int], list[str]]]:
    """What the engine says differently from a case, by the case's number."""
    numbers = chosen(request, "test_case", "number")
    with ahead(lambda number, engine: case_faults(PACK, CASES[number], engine), numbers) as found:
        yield found


@pytest.mark.parametrize("number", range(len(CASES)), ids=NAMES)
def test_case(number: int, faults: Callable[[int], list[str]]) -> None:
    assert faults(number) == []


def test_the_computed_provisions_are_those_with_cases() -> None:
    computed = {o.id for o in PACK.text.obligations if PACK.is_computed(o.id)}
    assert computed == {case.provision for case in CASES} == set(STATES)


@pytest.mark.parametrize("provision", sorted(STATES))
def test_a_provision_has_cases_of_every_state_it_can_have_and_of_none(provision: str) -> None:
    cases = [case for case in CASES if case.provision == provision]
    seen = {row.get("state") for case in cases for row in case.expect}
    assert STATES[provision] <= seen
    assert any(not case.expect for case in cases), "no case in which the rule finds nothing"


@pytest.mark.parametrize("provision", sorted(STATES))
def test_a_state_is_one_that_the_force_of_the_verb_allows(provision: str) -> None:
    life = {str(state) for state in PACK.text.obligation(provision).modality.life}
    assert STATES[provision] <= life


def test_a_case_fails_when_the_engine_says_otherwise() -> None:
    case = next(case for case in CASES if case.expect)
    wrong = Case(**{**vars(case), "expect": [{**case.expect[0], "quantity": None}]})
    first, *_ = case_faults(PACK, wrong, engine())
    assert first.startswith(f"{case.provision} {case.name.en}: expected, not given: ")
