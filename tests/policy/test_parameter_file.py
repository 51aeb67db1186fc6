"""A parameter file is read strictly: every fault names its file and key."""

from pathlib import Path

import pytest

from nuanxin.policy.parameters import PackError, Parameters

GOOD = """\
care.extra_rest_min:
  label: {zh: 年休假之外的休息天数, en: Days of rest beyond annual leave}
  unit: days
  measures: [11]
  values:
    - value: 15
      from: 2020-02-20
      known: 2020-02-20
      jurisdiction: Dalian
      certainty: text
      source: {zh: 第十一条, en: Measure 11}
"""
SECOND = """\
    - value: 20
      from: 2020-02-20
      known: 2020-02-20
      jurisdiction: Dalian
      certainty: text
      source: {zh: 第十一条, en: Measure 11}
"""


def load(folder: Path, text: str) -> Parameters:
    (folder / "care.yaml").write_text(text, encoding="utf-8")
    return Parameters.load(folder)


def test_a_good_file_is_read_whole(tmp_path: Path) -> None:
    parameter = load(tmp_path, GOOD)["care.extra_rest_min"]
    assert parameter.label.zh == "年休假之外的休息天数"
    assert (parameter.unit, parameter.measures) == ("days", (11,))
    assert parameter.values[0].source.en == "Measure 11"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("unit: days", "unit: days\n  colour: red", "unknown field colour"),
        ("certainty: text", "certainty: sure", "certainty is 'sure', expected one of text"),
        ("unit: days", "unit: fortnights", "unit is 'fortnights'"),
        ("  unit: days\n", "", "the field unit is missing"),
        ("value: 15", "value: 1.5", "1.5 is no whole number"),
        ("value: 15", "value:", "value is None, expected a number"),
        ("from: 2020-02-20", "from: soon", "from is 'soon', expected a date"),
        ("from: 2020-02-20", "from: 2020-02-30", "day is out of range"),
        ("from: 2020-02-20", "from: 2020-02-20\n      to: 2020-02-19", "is before from"),
        ("en: Measure 11", "en: ''", "en is '', expected a text"),
        (", en: Measure 11", "", "the field en is missing"),
        ("measures: [11]", "measures: [eleven]", "expected a list of measure numbers"),
        ("measures: [11]", "measures: [11]\n  applies: mostly", "applies is 'mostly'"),
        ("  unit: days", "  unit: days\n  unit: hours", "the key unit appears twice (line 4)"),
        ("  values:", "  values: [", "care.yaml"),
    ],
)
def test_a_fault_names_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(PackError) as error:
        load(tmp_path, GOOD.replace(old, new, 1))
    assert str(error.value).startswith("care.yaml")
    assert said in str(error.value)


def test_one_publication_gives_one_value_a_day(tmp_path: Path) -> None:
    with pytest.raises(
        PackError, match=r"care\.extra_rest_min: two values published on 2020-02-20"
    ):
        load(tmp_path, GOOD + SECOND)


def test_a_stated_end_may_not_reach_into_the_next_period(tmp_path: Path) -> None:
    ended = GOOD.replace("from: 2020-02-20", "from: 2020-02-20\n      to: 2020-03-01", 1)
    with pytest.raises(PackError, match="overlap from 2020-03-01"):
        load(tmp_path, ended + SECOND.replace("from: 2020-02-20", "from: 2020-03-01"))
    assert len(load(tmp_path, ended + SECOND.replace("from: 2020-02-20", "from: 2020-03-02"))) == 1


def test_values_of_one_parameter_have_one_type(tmp_path: Path) -> None:
    second = SECOND.replace("value: 20", "value: twenty").replace("2020-02-20", "2020-03-20")
    with pytest.raises(PackError, match="different types"):
        load(tmp_path, GOOD + second)


def test_a_key_twice_in_one_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"care\.extra_rest_min appears twice"):
        load(tmp_path, GOOD + GOOD)


def test_a_key_in_two_files_names_both(tmp_path: Path) -> None:
    (tmp_path / "again.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(
        PackError, match=r"care\.yaml: care\.extra_rest_min: is already in again\.yaml"
    ):
        load(tmp_path, GOOD)


def test_a_file_that_is_no_mapping_or_no_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="expected a mapping"):
        load(tmp_path, "- 1\n")
    (tmp_path / "care.yaml").write_bytes("暖心".encode("gbk"))
    with pytest.raises(PackError, match="not UTF-8"):
        Parameters.load(tmp_path)


def test_a_folder_without_parameters_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="holds no parameter file"):
        Parameters.load(tmp_path)
