"""Comparing two evaluations: which provisions can differ, what changed, who fares how."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.balance import balance
from nuanxin.policy.compare import PAIRS, compare, touched
from nuanxin.policy.evaluate import Run
from nuanxin.policy.reach import provisions_reading
from tests.engines.runs import engine, run_of
from tests.oracle.cities import random_city


def runs(*changes: tuple[str, str], whole: bool = False) -> tuple[Run, Run]:
    """A dense random city before and after, limited to what can differ unless ``whole``."""
    facts, as_of = random_city(4242, people=14)
    before = run_of(facts, as_of)
    after = replace(before, parameters=PACK.parameters.override(changes))
    if whole:
        return before, after
    only = touched(before, after)
    return replace(before, provisions=only), replace(after, provisions=only)


def silent(_what: str, _share: float) -> None: ...


def pairs(*changes: tuple[str, str], whole: bool = False) -> list[tuple[object, ...]]:
    before, after = runs(*changes, whole=whole)
    compare(before, after, engine(), silent)
    return engine().fetch(
        f"SELECT obligation_id, change, effect, quantity_before, quantity_after FROM {PAIRS}"
        " WHERE change <> 'same' ORDER BY 1"
    )


@pytest.mark.parametrize(
    ("keys", "provisions"),
    [
        (["care.extra_rest_min"], {"M11-5"}),
        (["subsidy.tier1.daily"], {"M09-1"}),
        (["ppe.scarce_standards"], {"M08-4"}),
        (["burden.minutes_per_day"], {"M15-3"}),
        (["burden.repeat_hours"], {"M15-2", "M15-3"}),
        (["families.per_contact_max", "edu.zhongkao_bonus"], {"M12-5", "M13-4"}),
        (["tax.iit_exempt"], set()),
    ],
)
def test_a_parameter_reaches_the_provisions_that_read_it(
    keys: list[str], provisions: set[str]
) -> None:
    assert provisions_reading(PACK, keys) >= provisions
    named = {rule.provision for rule in PACK.rules if set(keys) & set(rule.parameters)}
    assert named <= provisions_reading(PACK, keys)


@pytest.mark.parametrize(
    "change",
    [("rest.week_window", "3"), ("burden.minutes_per_day", "5"), ("families.visit_every", "7")],
)
def test_what_is_left_out_as_untouched_would_not_have_differed(change: tuple[str, str]) -> None:
    limited = pairs(change)
    assert limited
    assert limited == pairs(change, whole=True)


def test_more_days_of_rest_is_a_gain_and_fewer_a_loss() -> None:
    more, fewer = pairs(("care.extra_rest_min", "20")), pairs(("care.extra_rest_min", "5"))
    assert {row[1:] for row in more} == {("changed", "gains", 15, 20)}
    assert {row[1:] for row in fewer} == {("changed", "loses", 15, 5)}
    assert [row[0] for row in more] == [row[0] for row in fewer]


def test_a_longer_limit_takes_protection_from_people_and_findings_from_units() -> None:
    found = [row for row in pairs(("roster.shift_max_normal", "24")) if "M07-2" in str(row[0])]
    persons = [row for row in found if "|person|" in str(row[0])]
    assert {row[1:3] for row in persons} == {("gone", "loses")}
    assert {row[2] for row in found if row not in persons} == {"none"}


def test_nothing_changed_is_no_difference() -> None:
    before, after = runs(("subsidy.tier1.daily", "300"))
    compare(before, after, engine(), silent)
    told = balance(before, after, engine())
    assert told["provisions"] == []
    assert told["rows"] == {**told["rows"], "new": 0, "gone": 0, "changed": 0}  # type: ignore[dict-item]


def test_the_balance_adds_up_by_payer_and_by_month() -> None:
    before, after = runs(("subsidy.tier1.daily", "400"))
    compare(before, after, engine(), silent)
    money = balance(before, after, engine())["money"]
    assert isinstance(money, dict)
    assert money["difference_fen"] > 0
    for name in ("difference_fen", "arrears_fen", "less_fen"):
        assert money[name] == sum(row[name] for row in money["payers"])
        assert money[name] == sum(row[name] for row in money["months"])
    assert money["difference_fen"] == money["arrears_fen"] - money["less_fen"]
    months = [row["month"] for row in money["months"]]
    assert months == sorted(months)
    assert all(date.fromisoformat(f"{month}-01") for month in months)
