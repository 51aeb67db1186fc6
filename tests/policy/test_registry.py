"""``pack.yaml`` is read strictly: complete in both languages, numbered without a gap."""

from pathlib import Path

import pytest

from nuanxin.policy.modality import Modality
from nuanxin.policy.registry import PackError, PackText, load_pack_text

TEXTS = "subject duty_holder title summary trigger limit exception evidence gap default citation"
PAIR = "{zh: 文, en: words}"
OBLIGATION = (
    "  - {id: M01-1, measure: 1, modality: MUST, subject_kind: person, certainty: default, "
    + ", ".join(f"{name}: {PAIR}" for name in TEXTS.split())
    + "}\n"
)
GOOD = (
    f"id: demo\ntitle: {PAIR}\nissued: 2020-02-20\njurisdiction: {PAIR}\ncitation: {PAIR}\n"
    f"measures:\n  - {{number: 1, title: {PAIR}, text: {PAIR}}}\nobligations:\n{OBLIGATION}"
)


def load(folder: Path, text: str) -> PackText:
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    return load_pack_text(folder)


def test_a_good_pack_is_read_whole(tmp_path: Path) -> None:
    pack = load(tmp_path, GOOD + f"gaps:\n  - {{key: a_gap, measures: [1], text: {PAIR}}}\n")
    obligation = pack.obligation("M01-1")
    assert (obligation.modality, obligation.reference) == (Modality.MUST, "1-1")
    assert obligation.gap.of("zh-hans") == "文"
    assert obligation.gap.of("en") == "words"
    assert pack.of_measure(1) == (obligation,)
    assert pack.measure(1).title.en == "words"
    assert pack.gaps[0].measures == (1,)


def test_what_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    pack = load(tmp_path, GOOD)
    with pytest.raises(KeyError, match="no obligation M09-9"):
        pack.obligation("M09-9")
    with pytest.raises(KeyError, match="no measure 9"):
        pack.measure(9)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("modality: MUST", "modality: SHALL", "obligations M01-1: modality is 'SHALL'"),
        ("subject_kind: person", "subject_kind: dog", "subject_kind is 'dog'"),
        ("certainty: default", "certainty: sure", "certainty is 'sure'"),
        ("gap: {zh: 文, en: words}", "gap: {zh: 文, en: ' '}", "gap: en is ' '"),
        ("gap: {zh: 文, en: words}", "gap: {zh: 文}", "gap: the field en is missing"),
        ("gap: {zh: 文, en: words}", "gap: 文", "gap: expected a mapping"),
        (", gap: {zh: 文, en: words}", "", "the field gap is missing"),
        ("certainty: default", "certainty: default, mood: good", "unknown field mood"),
        ("id: M01-1", "id: M02-1", "id is 'M02-1', expected M01-1"),
        ("id: M01-1", "id: M01-2", "numbered [2], expected 1, 2, 3"),
        ("number: 1", "number: 2", "numbered [2], expected 1, 2, 3"),
        ("id: demo", "id: demo\nauthor: me", "unknown field author"),
        ("issued: 2020-02-20", "issued: 2020", "issued is 2020, expected a date"),
        ("obligations:", "obligations: []\nunused:", "unknown field unused"),
    ],
)
def test_a_fault_names_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(PackError) as error:
        load(tmp_path, GOOD.replace(old, new, 1))
    assert str(error.value).startswith("pack.yaml")
    assert said in str(error.value)


def test_an_obligation_named_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"numbered \[1, 1\]"):
        load(tmp_path, GOOD + OBLIGATION)


def test_an_obligation_of_a_missing_measure_is_refused(tmp_path: Path) -> None:
    other = OBLIGATION.replace("M01-1, measure: 1", "M02-1, measure: 2")
    with pytest.raises(PackError, match="obligations of measure 2, which is not there"):
        load(tmp_path, GOOD + other)


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.yaml: cannot be read"):
        load_pack_text(tmp_path)
