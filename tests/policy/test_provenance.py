"""The legal and policy floor: each researched figure with its unit, source and certainty, and that
what is a peer's rule or general knowledge is marked wherever it is shown."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from nuanxin.engines.reference import reference
from nuanxin.packs import NAMES, load_pack
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.explain import _parameter
from nuanxin.policy.parameter import CERTAINTIES, Value
from nuanxin.policy.provenance import CERTAINTY, place, provenance
from tests.policy.test_dalian import RESEARCHED

ROOT = Path(__file__).parent.parent.parent
UNITS = {"hours/day": "hours", "working days": "workdays"}
NOT_OURS = ("外地", "待核实", "another place's", "to be verified")
ALL = [(name, key) for name in NAMES for key in load_pack(name).parameters]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def told(version: Value, value: object) -> str:
    """Everything that a version says, in both languages."""
    note = version.note
    words = [version.source.zh, version.source.en, str(value)]
    return squeezed(" ".join([*words, *([note.zh, note.en] if note else [])]))


@pytest.mark.parametrize("row", RESEARCHED, ids=lambda row: row["key"])
def test_unit_and_end_are_as_researched(row: dict[str, str]) -> None:
    parameter = PACK.parameters[row["key"]]
    [version] = parameter.values
    if parameter.unit not in ("text", "yes/no") and row["unit"] != "days":
        assert parameter.unit == UNITS.get(row["unit"], row["unit"])
    if parameter.unit in ("text", "yes/no"):
        assert type(version.value) is (str if parameter.unit == "text" else bool)
    end = row["effective_to"]
    assert (version.end is None) == (not end)
    assert version.end is None or version.end.isoformat().startswith(end)


@pytest.mark.parametrize("row", RESEARCHED, ids=lambda row: row["key"])
def test_document_and_article_numbers_are_carried(row: dict[str, str]) -> None:
    [version] = PACK.parameters[row["key"]].values
    said = told(version, version.value)
    researched = squeezed(f"{row['source']} {row['note']}")
    for number in re.findall(r"〔\d{4}〕\d+号|\d{4}年第\d+号", researched):
        assert number in said, f"{number} is lost"
    for article in re.findall(r"art\.?(\d+)", row["source"]):
        assert article in said, f"article {article} is lost"


@pytest.mark.parametrize("row", RESEARCHED, ids=lambda row: row["key"])
def test_what_is_only_generally_known_says_so(row: dict[str, str]) -> None:
    [version] = PACK.parameters[row["key"]].values
    generally = row["confidence"] not in ("text", "sourced", "sourced_peer")
    assert (version.certainty == "unverified") == generally
    if generally:
        assert "待核实" in version.source.zh
        assert "to be checked" in version.source.en


def test_every_figure_of_the_table_has_entered() -> None:
    assert len(RESEARCHED) == 61
    assert {row["key"] for row in RESEARCHED} <= set(PACK.parameters)


def test_certainties_are_said_and_differ() -> None:
    assert tuple(CERTAINTY) == CERTAINTIES
    assert len({text.zh for text in CERTAINTY.values()}) == len(CERTAINTIES)


@pytest.mark.parametrize(("name", "key"), ALL)
def test_a_peers_rule_is_never_shown_as_dalians(name: str, key: str) -> None:
    for version in load_pack(name).parameters[key].values:
        said = provenance(version)
        where = place(version.jurisdiction)
        assert re.search(r"[\u4e00-\u9fff]", where.zh), (
            f"{version.jurisdiction} has no Chinese name"
        )
        assert (where.zh in said.zh, where.en in said.en) == (True, True)
        marked = [any(mark in text for mark in NOT_OURS) for text in (said.zh, said.en)]
        assert marked == [version.certainty in ("peer", "unverified")] * 2
        if version.certainty == "peer":
            assert "大连" not in said.zh
            assert "Dalian" not in said.en


def test_explain_tells_whose_rule_a_number_is() -> None:
    for provision in {rule.provision for rule in PACK.rules}:
        for key in PACK.parameters_of(provision):
            parameter = PACK.parameters[key]
            version = parameter.version()
            assert version is not None
            shown = _parameter(parameter, max(v.start for v in parameter.values))
            assert shown["provenance"] == {
                "zh": provenance(version).zh,
                "en": provenance(version).en,
            }


@cache
def pages(name: str) -> dict[str, str]:
    return reference(load_pack(name), ROOT)


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_reference_is_current(name: str) -> None:
    """When this fails: make reference."""
    folder = ROOT / "docs" / "reference" / name
    kept = {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*.md")
    }
    assert sorted(kept) == sorted(pages(name))
    stale = [path for path, text in pages(name).items() if kept[path] != text]
    assert stale == []


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_marks_every_peers_number(name: str) -> None:
    lines = [line for text in pages(name).values() for line in text.splitlines()]
    rows = [line for line in lines if line.startswith("| `")]
    assert rows
    for key, parameter in load_pack(name).parameters.items():
        for version in parameter.values:
            if version.certainty in ("peer", "unverified"):
                own = [row for row in rows if row.startswith(f"| `{key}` |")]
                words = vars(CERTAINTY[version.certainty]).values()
                assert all(any(word in row for word in words) for row in own)


def test_the_reference_ties_measure_provision_parameter_case_page_and_test() -> None:
    page = pages("dalian2020")["en/m11.md"]
    for part in (
        "## M11-5",
        "`care.extra_rest_min`",
        "### Golden cases M11-5",
        "`/obligations/?provision=M11-5`",
        "`tests/oracle/m11_5.py`",
        "Measure 11, item 5",
    ):
        assert part in page
    assert "[M11-5](m11.md#m11-5)" in pages("dalian2020")["en/index.md"]
    assert all(
        f"zh/{path[3:]}" in pages("dalian2020") for path in pages("dalian2020") if "en/" in path
    )
