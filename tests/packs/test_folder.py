"""A pack in a folder of one's own: adopt a policy with other numbers, or write rules beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nuanxin.packs import load_pack
from nuanxin.packs.dalian2020 import PACK as DALIAN
from nuanxin.packs.peers2020 import PACK as PEERS
from nuanxin.policy.reading import PackError
from tests.commands.conftest import AID_TEAM, AS_OF, Nuanxin, nuanxin

__all__ = ["nuanxin"]

HEAD = """\
id: {name}
base: {base}
title: {{zh: 某市办法, en: Rules of a city}}
issued: 2020-03-01
jurisdiction: {{zh: 某市, en: A city}}
citation: {{zh: 某市，2020 年 3 月 1 日, en: "A city, 1 March 2020"}}
"""
TWENTY = """\
care.extra_rest_min:
  label: {zh: 休息天数, en: Days of rest}
  unit: days
  measures: [11]
  applies: always
  values:
    - value: 20
      from: 2020-03-01
      known: 2020-03-01
      jurisdiction: A city
      certainty: text
      source: {zh: 第一条, en: Article 1}
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A city that adopts Dalian's measures and gives twenty days of rest."""
    folder = tmp_path / "city2020"
    (folder / "parameters").mkdir(parents=True)
    (folder / "pack.yaml").write_text(HEAD.format(name="city2020", base="dalian2020"), "utf-8")
    (folder / "parameters" / "care.yaml").write_text(TWENTY, "utf-8")
    return folder


def test_a_city_adopts_a_policy_with_its_own_number(nuanxin: Nuanxin, city: Path) -> None:
    found = nuanxin(*("compare", AID_TEAM, "--as-of", AS_OF, "--against", city, "--json")).json
    assert found["against"] == "city2020"
    [row] = found["provisions"]
    assert (row["provision"], row["quantity_changed"], row["gain"]) == ("dalian2020/M11-5", 1, 1)
    assert (row["quantity_before"], row["quantity_after"]) == (15, 20)


def test_it_is_checked_and_evaluated_by_its_path(
    nuanxin: Nuanxin, city: Path, tmp_path: Path
) -> None:
    checked = nuanxin("pack", "check", city, "--json")
    assert (checked.code, checked.json["faults"]) == (0, [])
    out = tmp_path / "out"
    done = nuanxin("evaluate", AID_TEAM, "--pack", city, "--as-of", AS_OF, "--out", out, "--json")
    assert done.code == 0
    assert done.json["pack"] == "city2020"
    assert done.json["parameters"]["care.extra_rest_min"] == "20"
    assert not (city / "sql").exists(), "nothing is compiled that the base holds"


def test_what_it_does_not_say_is_what_its_base_says(city: Path) -> None:
    pack = load_pack(str(city))
    assert pack.base is DALIAN
    assert pack.rules == DALIAN.rules
    assert pack.text.obligations[0].title == DALIAN.text.obligations[0].title
    assert pack.text.title.en == "Rules of a city"
    assert len(pack.parameters) == len(DALIAN.parameters)


def test_rules_of_its_own_are_read_compiled_and_run(nuanxin: Nuanxin, tmp_path: Path) -> None:
    folder = tmp_path / "copy2020"
    shutil.copytree(PEERS.folder, folder, ignore=shutil.ignore_patterns("sql", "__*", "*.pyc"))
    head = folder / "pack.yaml"
    head.write_text(head.read_text("utf-8").replace("id: peers2020", "id: copy2020"), "utf-8")
    told = nuanxin("evaluate", AID_TEAM, "--pack", folder, "--as-of", AS_OF, "--out", tmp_path)
    assert "is not compiled: nuanxin pack compile copy2020" in told.refused()
    assert nuanxin("pack", "compile", folder).code == 0
    checked = nuanxin("pack", "check", folder, "--json")
    assert (checked.code, checked.json["faults"]) == (0, [])
    assert checked.json["checked"]["golden cases"] >= 30


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("id: city2020", "id: other"), "id is 'other', expected the name of its folder"),
        (("base: dalian2020", "base: nowhere"), "base: there is no pack 'nowhere'"),
        (("issued: 2020-03-01", "issued: March"), "issued is 'March', expected a date"),
        (("base:", "basis:"), "unknown field basis"),
    ],
)
def test_a_wrong_head_is_told_in_one_line(
    nuanxin: Nuanxin, city: Path, wrong: tuple[str, str], said: str
) -> None:
    head = city / "pack.yaml"
    head.write_text(head.read_text("utf-8").replace(*wrong), "utf-8")
    assert said in nuanxin("pack", "check", city).refused()


def test_a_module_that_fails_is_told_in_one_line(nuanxin: Nuanxin, city: Path) -> None:
    (city / "provisions").mkdir()
    (city / "provisions" / "m11.py").write_text("RULES = (1 / 0,)\n", "utf-8")
    told = nuanxin("pack", "check", city).refused()
    assert "provisions/m11.py: ZeroDivisionError: division by zero" in told


def test_a_folder_without_a_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"holds no pack\.yaml"):
        load_pack(str(tmp_path))
    with pytest.raises(PackError, match="there is no pack 'gone'; there is dalian2020"):
        load_pack("gone")
