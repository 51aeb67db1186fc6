"""The pack of other places' rules: its cases and words; none of it passes for Dalian's."""

from __future__ import annotations

from datetime import date

import pytest

from nuanxin.engines.check import all_cases, check_pack
from nuanxin.packs import NAMES, load_pack
from nuanxin.packs.dalian2020 import PACK as DALIAN
from nuanxin.packs.peers2020 import PACK
from nuanxin.policy.balance import balance
from nuanxin.policy.compare import canonical, compare
from nuanxin.policy.compiler import ENGINES, compile_text, read_text, texts
from nuanxin.policy.evaluate import Run
from nuanxin.policy.explain import explain
from tests.engines.runs import engine, run_of
from tests.oracle.cities import random_city
from tests.policy.test_dalian import rows


def silent(_what: str, _share: float) -> None: ...


def test_it_is_sound() -> None:
    found = check_pack(PACK, silent)
    assert found.faults == []
    assert found.checked["golden cases"] >= 30


def test_every_computed_provision_has_cases_with_and_without_rows() -> None:
    cases = all_cases(PACK)
    for provision in {rule.provision for rule in PACK.rules}:
        own = [case for case in cases if case.provision == provision]
        assert any(case.expect for case in own), provision
        assert any(not case.expect for case in own), provision


def test_it_is_no_set_of_sixteen_and_stands_on_the_stages_of_another() -> None:
    assert len(PACK.text.measures) == 5
    assert PACK.base is DALIAN
    assert {s.name for s in PACK.own_stages} == {"ten_days"}
    assert PACK.own_rules == PACK.rules
    assert not set(texts(PACK)) & {f"stages/{s.name}" for s in DALIAN.stages}


def test_each_rule_names_its_place_and_none_is_dalians() -> None:
    own = [p for key, p in PACK.parameters.items() if key not in DALIAN.parameters]
    assert len(own) == 5
    for parameter in own:
        for version in parameter.values:
            assert version.certainty == "peer"
            assert version.jurisdiction in version.source.en
            assert "Dalian" not in version.jurisdiction
    for obligation in PACK.text.obligations:
        assert obligation.certainty in ("peer", "sourced")
        assert "大连" not in obligation.citation.zh


@pytest.mark.parametrize(
    ("key", "researched"),
    [
        ("dues.frontline_share_min", "fund.party_dues_min_frontline"),
        ("deploy.days_max", "roster.max_continuous_deployment"),
        ("subsidy.public_days", "subsidy.publicity_days"),
    ],
)
def test_its_figures_are_the_researched_ones(key: str, researched: str) -> None:
    [row] = [row for row in rows("policy_parameters.csv") if row["key"] == researched]
    [version] = PACK.parameters[key].values
    assert str(version.value) == row["value"]
    assert version.jurisdiction == row["jurisdiction"]
    assert version.start.isoformat().startswith(row["effective_from"])


def test_two_in_ten_is_the_rule_of_wuhan() -> None:
    [row] = [r for r in rows("policy_parameters.csv") if r["key"] == "roster.rest_after_days"]
    off, block = PACK.parameters["rest.days_off_min"], PACK.parameters["rest.block_days"]
    assert row["value"] == f"{off.values[0].value} per {block.values[0].value}"
    assert row["jurisdiction"] == off.values[0].jurisdiction == "Wuhan"


def test_provisions_of_two_packs_meet_by_their_counterpart_only() -> None:
    assert canonical(PACK, "M05-1") == canonical(DALIAN, "M09-1") == "dalian2020/M09-1"
    assert canonical(PACK, "M02-1") == "peers2020/M02-1" != canonical(DALIAN, "M02-1")


def test_compared_with_dalian_only_dates_of_the_same_money_differ() -> None:
    facts, as_of = random_city(4242, people=14)
    before = run_of(facts, as_of)
    after = Run(PACK, as_of, PACK.parameters, before.absent, with_criteria=False)
    compare(before, after, engine(), silent)
    found = balance(before, after, engine())
    money = {
        (row["before"], row["after"]): row
        for row in found["provisions"]  # type: ignore[attr-defined]
        if row["quantity_unit"] == "fen" and row["provision"] == "dalian2020/M09-1"
    }
    [(names, row)] = money.items()
    assert names == ("M09-1", "M05-1")
    assert row["new"] == row["gone"] == row["quantity_changed"] == 0
    assert row["quantity_before"] == row["quantity_after"] > 0
    assert found["parameters"] == []


def test_it_explains_in_its_own_words() -> None:
    [case] = [c for c in all_cases(PACK) if "一天不够" in c.name.zh]
    run = run_of(case.facts, case.as_of, criteria=True)
    own = Run(PACK, case.as_of, PACK.parameters, run.absent, "person:P1")
    from nuanxin.policy.evaluate import evaluate

    evaluate(own, engine())
    [row] = [r for r in explain(own, engine()) if r["provision"] == "M02-1"]
    assert row["law"]["citation"]["en"] == "Wuhan, 21 February 2020"  # type: ignore[index]
    used = {p["key"]: p for p in row["parameters"]}  # type: ignore[attr-defined]
    assert used["rest.days_off_min"]["certainty"] == "peer"
    assert used["rest.days_off_min"]["jurisdiction"] == "Wuhan"


def test_packs_are_found_by_name() -> None:
    assert {"dalian2020", "peers2020"} <= set(NAMES)
    assert load_pack("peers2020") is PACK
    assert PACK.text.issued > date(2020, 1, 1)


@pytest.mark.parametrize("engine_name", ENGINES)
def test_its_texts_are_what_its_rules_compile_to(engine_name: str) -> None:
    folder = PACK.folder / "sql" / engine_name
    kept = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.sql")}
    assert kept == set(texts(PACK))
    for name, expression in texts(PACK).items():
        assert read_text(PACK, name, engine_name) == compile_text(expression(), engine_name)
