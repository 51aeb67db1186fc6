"""Mutants: what is made of a text, that golden cases find a slip, that a blind case does not."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import duckdb
import pytest

from nuanxin.engines import courts as module
from nuanxin.engines.attempt import Slip
from nuanxin.engines.log import Log
from nuanxin.engines.mutate import NotSound, Target, mutate, sampled, targets
from nuanxin.engines.stand import Stand
from nuanxin.packs.dalian2020 import PACK
from nuanxin.packs.peers2020 import PACK as PEERS
from nuanxin.policy.compiler import read_text
from nuanxin.policy.mutants import Mutant, mutants_of_parameter, mutants_of_text
from nuanxin.policy.reading import PackError
from tests.oracle.carrier import write_facts
from tests.oracle.golden_cities import golden_city


def silent(_what: str, _share: float) -> None: ...


def slips(sql: str) -> set[tuple[str, str, str]]:
    """Kind, what stood there and what stands there now."""
    return {(m.kind, m.was, m.now) for m in mutants_of_text("rules/x", sql)}


def test_comparisons_connectives_and_constants_are_mutated() -> None:
    found = slips("SELECT a < 3 AND NOT b AS state FROM t")
    assert ("comparison", "a < 3", "a <= 3") in found
    assert ("connective", "a < 3 AND NOT b", "a < 3 OR NOT b") in found
    assert ("left dropped", "a < 3 AND NOT b", "NOT b") in found
    assert ("constant", "3", "4") in found


def test_criteria_are_negated_and_dropped() -> None:
    found = slips("SELECT CASE WHEN a = 'x' THEN 1 ELSE 2 END AS state FROM t WHERE c IN (1, 2)")
    assert ("comparison", "a = 'x'", "a <> 'x'") in found
    assert ("constant", "'x'", "'x~'") in found
    assert ("dropped", "WHERE c IN (1, 2)", "WHERE TRUE") in found
    assert ("negated", "WHERE c IN (1, 2)", "WHERE NOT (c IN (1, 2))") in found
    assert ("last left out", "c IN (1, 2)", "c IN (1)") in found


def test_names_types_ties_and_explanations_are_left_alone() -> None:
    sql = (
        "SELECT CAST(a AS DECIMAL(18, 4)) AS quantity, 'M1' AS obligation_id, b > 1 AS holds_x"
        " FROM t JOIN s ON t.id = s.id GROUP BY 1, 2"
    )
    assert slips(sql) == set()


def test_a_condition_that_stands_twice_is_one_slip() -> None:
    sql = (
        "SELECT CASE WHEN a > b THEN 'x' END AS state, CASE WHEN a > b THEN c END AS due_on FROM t"
    )
    [mutant] = [m for m in mutants_of_text("rules/x", sql) if m.kind == "comparison"]
    assert mutant.write is not None
    assert mutant.write().count(">=") == 2
    [again] = [m for m in mutants_of_text("rules/x", sql) if m.kind == "comparison"]
    assert again.write is not None
    assert again.write() == mutant.write(), "the text was not put back"


def test_a_condition_handed_on_to_other_subqueries_is_one_slip() -> None:
    sql = (
        "SELECT t2.a > 1 AS state, t2.b > 1 AS missing FROM"
        " (SELECT t1.* FROM (SELECT t0.a, t0.a + 1 AS b FROM s AS t0) AS t1 WHERE t1.a > 1) AS t2"
    )
    found = [m for m in mutants_of_text("rules/x", sql) if m.kind == "comparison"]
    assert [(m.was, len(m.at)) for m in found] == [("t2.a > 1", 2), ("t2.b > 1", 1)]


def test_what_asks_nothing_is_left_alone() -> None:
    found = slips("SELECT a FROM (SELECT b AS a FROM t WHERE c < 3 AND TRUE) AS s WHERE TRUE")
    assert {was for _, was, _ in found} == {"c < 3", "3", "WHERE c < 3 AND TRUE"}


def test_parameters_are_mutated_up_down_and_in_time() -> None:
    found = {(m.kind, m.was, m.now) for m in mutants_of_parameter(PACK, "subsidy.tier1.daily")}
    assert found == {
        ("value", "300", "301"),
        ("value", "300", "299"),
        ("from", "2020-01-25", "2020-01-26"),
    }
    assert [m.now for m in mutants_of_parameter(PACK, "ppe.scarce_standards")] == ["~"]


def test_a_pack_answers_for_its_own_texts_only() -> None:
    texts = {target.mutant.text for target in targets(PEERS)}
    assert "stages/ten_days" in texts
    assert "parameters/rest.block_days" in texts
    assert not texts & {"stages/person", "parameters/subsidy.tier1.daily"}


def test_a_sample_is_the_same_every_time() -> None:
    found = targets(PEERS)
    assert sampled(found, 5) == sampled(found, 5)
    assert len(sampled(found, 5)) == 5
    assert sampled(found, None) == found


def test_the_cases_of_the_other_places_find_every_sampled_slip() -> None:
    score = mutate(PEERS, sampled(targets(PEERS), 40), silent)
    assert len(score.judged) == 40
    assert score.unexplained == []
    assert score.share == 1.0
    assert score.counts["cases"] >= 35


@pytest.mark.parametrize("provision", ["M10-2", "M13-4"])
def test_a_sample_of_our_own_provisions(provision: str) -> None:
    found = [t for t in targets(PACK, {provision}) if t.mutant.text.startswith(("rules", "param"))]
    score = mutate(PACK, sampled(found, 12), silent)
    assert [mutant.name for mutant in score.unexplained] == []


def test_a_slip_that_no_case_feels_survives_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [case for case in module.all_cases(PEERS) if case.provision == "M04-1"]
    blind = [case for case in cases if "超过期限" in case.name.zh]
    monkeypatch.setattr(module, "all_cases", lambda _pack: blind)
    [limit] = [
        t
        for t in targets(PEERS, {"M04-1"})
        if t.mutant.text == "parameters/deploy.days_max" and t.mutant.now == "29"
    ]
    score = mutate(PEERS, [limit], silent)
    assert [m.name for m in score.unexplained] == [
        "parameters/deploy.days_max [value] values: 30 → 29"
    ]
    monkeypatch.setattr(module, "all_cases", lambda _pack: cases)
    assert mutate(PEERS, [limit], silent).unexplained == []


def test_an_engine_that_breaks_kills_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [case for case in module.all_cases(PEERS) if "超过期限" in case.name.zh]
    monkeypatch.setattr(module, "all_cases", lambda _pack: cases)
    found = [t for t in targets(PEERS, {"M04-1"}) if t.mutant.text.endswith("deploy.days_max")]
    wanted = [one.verdict for one in mutate(PEERS, found, silent).judged]
    really, broken = Stand._is_killed, iter([True])

    def breaks_once(stand: Stand, slip: Slip, provisions: frozenset[str]) -> bool:
        if next(broken, False):
            raise duckdb.FatalException("INTERNAL Error")
        return really(stand, slip, provisions)

    monkeypatch.setattr(Stand, "_is_killed", breaks_once)
    assert [one.verdict for one in mutate(PEERS, found, silent).judged] == wanted
    assert len(set(wanted)) == 2, "some are killed and some survive one case"


def test_a_text_that_cannot_run_is_killed() -> None:
    sql = read_text(PEERS, "rules/M04-1.month").replace('"days"', '"no_such_column"', 1)
    broken = Mutant("rules/M04-1.month", "constant", "x", "a", "b", lambda: sql)
    score = mutate(PEERS, [Target(broken, frozenset({"M04-1"}), "broken")], silent)
    assert score.counts == {"cases": 1}


def test_cases_that_do_not_hold_are_told_first(monkeypatch: pytest.MonkeyPatch) -> None:
    [case, *_] = [c for c in module.all_cases(PEERS) if c.provision == "M04-1" and c.expect]
    wrong = dataclasses.replace(case, expect=[{**case.expect[0], "quantity": None}])
    monkeypatch.setattr(module, "all_cases", lambda _pack: [wrong])
    with pytest.raises(NotSound, match="M04-1 thirty-one days are too many: expected, not given"):
        mutate(PEERS, targets(PEERS, {"M04-1"})[:1], silent)


def test_an_interrupt_leaves_what_is_known() -> None:
    found = targets(PEERS, {"M04-1"})[:6]

    def stop_at_third(_what: str, share: float) -> None:
        if share >= 3 / 6 and "killed" in _what:
            raise KeyboardInterrupt

    score = mutate(PEERS, found, stop_at_third)
    assert score.stopped
    assert len(score.judged) == 3


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    """A folder with one city, in which work begins in the middle of February."""
    facts, as_of = golden_city(11)
    write_facts(facts, tmp_path / "cities" / f"{as_of}-golden")
    return tmp_path / "cities"


def slip_of_pay(now: str) -> Target:
    found = targets(PACK, {"M09-1"}, "parameters/subsidy.tier2.daily")
    [slip] = [target for target in found if target.mutant.now == now]
    return slip


def test_a_city_finds_what_no_case_feels(
    monkeypatch: pytest.MonkeyPatch, cities: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "all_cases", lambda _pack: [])
    amount, start = slip_of_pay("201"), slip_of_pay("2020-01-26")
    log = tmp_path / "log"
    score = mutate(PACK, [amount, start], silent, cities=cities, log=log)
    assert [one.became for one in score.judged] == ["cities", "survives"]
    assert [mutant.now for mutant in score.unexplained] == ["2020-01-26"]

    told: list[str] = []
    again = mutate(PACK, [amount, start], lambda what, _: told.append(what), cities=cities, log=log)
    assert again.counts == score.counts
    assert told == [], "what the log knows was tried again"

    (cities / "2020-02-25-golden" / "waivers.csv").unlink()
    with log.open("a", encoding="utf-8") as file:
        file.write('{"mutant": "cut sh')  # killed while it wrote
    book = Log(log, [*PACK.folders(), cities])
    assert book.verdict(amount.id) == "cities", "a kill holds"
    assert book.verdict(start.id) is None, "a survivor is tried again once a city has changed"


def test_two_processes_say_what_one_says() -> None:
    found = sampled(targets(PEERS, {"M04-1"}), 8)
    one, two = mutate(PEERS, found, silent), mutate(PEERS, found, silent, jobs=2)
    assert sorted(one.judged, key=str) == sorted(two.judged, key=str)


def test_a_folder_without_cities_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="expected folders of facts named by their day"):
        mutate(PEERS, [], silent, cities=tmp_path)
    (tmp_path / "spring").mkdir()
    with pytest.raises(ValueError, match="a name that begins with the day to judge"):
        mutate(PEERS, [], silent, cities=tmp_path)


def test_a_wrong_reason_file_is_told(tmp_path: Path) -> None:
    from nuanxin.policy.equivalent import accepted_of

    (tmp_path / "equivalent.yaml").write_text("- {text: rules/x}\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"equivalent\.yaml 1: the field reason is missing"):
        accepted_of(tmp_path)
    assert accepted_of(tmp_path / "nowhere") == ()
