"""An explanation puts words, values, facts and the source of each number side by side."""

from __future__ import annotations

from typing import Any, cast

import pytest

from nuanxin.engines.check import all_cases
from nuanxin.facts.memory import hold_facts
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.cases import Case
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.explain import explain, explain_listed
from tests.engines.runs import engine


def case(provision: str, name: str) -> Case:
    [found] = [c for c in all_cases(PACK) if (c.provision, c.name.en) == (provision, name)]
    return found


def explained(chosen: Case, **more: Any) -> list[dict[str, Any]]:
    """The explanations of a golden case's rows."""
    absent = hold_facts(chosen.facts, engine().connection)
    parameters = more.pop("parameters", PACK.parameters)
    run = Run(
        PACK,
        chosen.as_of,
        parameters,
        absent,
        provisions=frozenset([chosen.provision]),
        **more,
    )
    evaluate(run, engine())
    return cast(list[dict[str, Any]], explain(run, engine()))


@pytest.fixture(scope="module")
def fifteen_days() -> dict[str, Any]:
    [told] = explained(case("M11-5", "three blocks of five give ten"))
    return told


def test_the_row_itself_in_plain_values(fifteen_days: dict[str, Any]) -> None:
    row = {name: fifteen_days[name] for name in ("provision", "quantity", "quantity_met", "state")}
    assert row == {"provision": "M11-5", "quantity": 15, "quantity_met": 10, "state": "owed"}
    assert fifteen_days["period_start"] == "2020-03-02"
    assert fifteen_days["state_text"] == {"zh": "应兑现", "en": "Owed"}


def test_the_law_in_both_languages(fifteen_days: dict[str, Any]) -> None:
    law = fifteen_days["law"]
    assert law["citation"] == {"zh": "第十一条第五款", "en": "Measure 11, item 5"}
    assert law["modality"] == {"zh": "应", "en": "must"}
    assert law["certainty"] == PACK.text.obligation("M11-5").certainty


def test_criteria_in_the_order_of_the_rule(fifteen_days: dict[str, Any]) -> None:
    [rule] = PACK.rules_of("M11-5")
    told = [criterion["criterion"] for criterion in fifteen_days["criteria"]]
    assert told == [criterion.name for criterion in rule.ruling.criteria]
    rested = fifteen_days["criteria"][told.index("rested")]
    assert (rested["holds"], rested["value"], rested["kind"]) == (False, "10", "days")
    assert rested["facts"] == ["absences:B1", "absences:B2", "absences:B3"]


def test_each_parameter_with_value_unit_and_source(fifteen_days: dict[str, Any]) -> None:
    by_key = {parameter["key"]: parameter for parameter in fifteen_days["parameters"]}
    days = by_key["care.extra_rest_min"]
    assert (days["value"], days["unit"], days["certainty"]) == (15, "days", "text")
    assert days["from"] == "2020-02-20"
    assert days["source"] == {"zh": "第十一条", "en": "Measure 11"}
    assert by_key["care.rest_begin_within"]["certainty"] == "default"


def test_a_number_set_for_the_run_is_told_as_such() -> None:
    changed = PACK.parameters.override({"care.extra_rest_min": "10"})
    [told] = explained(case("M11-5", "three blocks of five give ten"), parameters=changed)
    assert told["state"] == "met"
    days = next(p for p in told["parameters"] if p["key"] == "care.extra_rest_min")
    assert (days["value"], days["jurisdiction"]) == (10, "what-if")


def test_a_waiver_is_the_reason_of_what_it_excepts() -> None:
    waived = [c for c in all_cases(PACK) if c.provision == "M11-5" and c.facts["waivers"]]
    told = [row for chosen in waived for row in explained(chosen) if row["state"] == "excepted"]
    assert told
    for row in told:
        last = row["criteria"][-1]
        assert (last["criterion"], last["holds"]) == ("not_waived", False)
        assert last["facts"][0].startswith("waivers:")
        assert last["question"]["en"] == "The person did not decline"


def test_only_the_subjects_rows() -> None:
    chosen = next(
        c
        for c in all_cases(PACK)
        if c.provision == "M11-1" and len({row.get("subject_id") for row in c.expect}) == 2
    )
    assert {row["subject_id"] for row in explained(chosen)} == {"P1", "P2"}
    assert {row["subject_id"] for row in explained(chosen, subject="person:P2")} == {"P2"}


def test_nothing_to_explain() -> None:
    chosen = next(c for c in all_cases(PACK) if c.provision == "M11-5" and not c.expect)
    assert explained(chosen) == []


def test_what_is_listed_is_explained_without_a_state() -> None:
    chosen = case("M03-3", "outstanding and well trained")
    assert explained(chosen, subject="person:P1") == []
    [told] = cast(
        list[dict[str, Any]],
        explain_listed(Run(PACK, chosen.as_of, PACK.parameters, subject="person:P1"), engine()),
    )
    assert told["title"]["en"] == PACK.text.obligation("M03-3").title.en
    assert told["law"]["modality"] == {"zh": "注重", "en": "consider"}
    assert [c["criterion"] for c in told["criteria"]] == told["evidence"].split(";")
    assert told["criteria"][0]["facts"] == ["findings:F1"]
    assert "state" not in told
    assert "state_text" not in told
