"""``nuanxin pack``: a pack whose texts, words or cases do not agree is told so, with exit 1."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import ibis.expr.types as ir
import pytest

from nuanxin.commands import pack as command
from nuanxin.engines import check
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy import compiler
from nuanxin.policy.compiler import compile_text, read_text, texts
from nuanxin.policy.pack import Pack

from .conftest import Nuanxin

AGAIN = "(nuanxin pack compile dalian2020)"
FEW = ("stages/person", "stages/release", "stages/kin", "rules/M11-4.check")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the pack that may be spoilt, with the cases of one provision."""
    folder = tmp_path / "dalian2020"
    shutil.copytree(PACK.folder, folder, ignore=shutil.ignore_patterns("*.py", "M*.yaml"))
    shutil.copy(PACK.folder / "cases" / "M11-1.yaml", folder / "cases")
    monkeypatch.setattr(command, "load_pack", lambda _name: replace(PACK, folder=folder))
    for module in (check, compiler):
        monkeypatch.setattr(module, "texts", quick_texts)
        monkeypatch.setattr(module, "compile_text", quick_compile)
    return folder


def quick_texts(pack: Pack) -> dict[str, Callable[[], object]]:
    """Compiling all takes its time: all texts but a few stand for themselves, by their name."""
    return {
        name: expression if name in FEW else partial(str, name)
        for name, expression in texts(pack).items()
    }


def quick_compile(expression: ir.Table | str, engine: str = "duckdb") -> str:
    """The text of an expression, or the kept one of that name."""
    if isinstance(expression, str):
        return read_text(PACK, expression, engine)
    return compile_text(expression, engine)


def text(folder: Path, name: str) -> Path:
    return folder / "sql" / "duckdb" / f"{name}.sql"


def test_a_sound_pack_is_counted(nuanxin: Nuanxin, copy: Path) -> None:
    assert copy.is_dir()
    said = nuanxin("pack", "check")
    assert (said.code, said.err) == (0, "")
    assert "obligations: 64" in said.out
    assert f"compiled texts: {len(texts(PACK)) * 3}" in said.out
    assert (
        f"golden cases: {(copy / 'cases' / 'M11-1.yaml').read_text().count('- name:')}" in said.out
    )
    assert "wrong" not in said.out


def test_an_edited_text_is_told_and_ends_in_exit_1(nuanxin: Nuanxin, copy: Path) -> None:
    edited, stray = text(copy, "stages/person"), text(copy, "stages/of_a_rule_that_went")
    told = edited.read_text(encoding="utf-8")
    edited.write_text(told.replace("'nurse'", "'porter'"), encoding="utf-8")
    stray.write_text("SELECT 1\n", encoding="utf-8")
    said = nuanxin("pack", "check", "--json")
    assert (said.code, said.err) == (1, "")
    assert [fault for fault in said.json["faults"] if fault.startswith("sql/")] == [
        f"sql/duckdb/stages/of_a_rule_that_went: belongs to no rule {AGAIN}",
        f"sql/duckdb/stages/person: differs from its rule {AGAIN}",
    ]
    assert any(fault.startswith("M11-1 ") for fault in said.json["faults"]), "no case felt it"


def test_a_lost_or_broken_text_is_told_once_for_each_case(nuanxin: Nuanxin, copy: Path) -> None:
    text(copy, "stages/kin").unlink()
    text(copy, "stages/release").write_text("SELEKT 1\n", encoding="utf-8")
    said = nuanxin("pack", "check")
    assert (said.code, said.err) == (1, "")
    assert f"wrong: sql/duckdb/stages/kin: is not compiled {AGAIN}" in said.out
    assert "wrong: sql/duckdb/stages/release: differs from its rule" in said.out
    assert "cannot be judged: " in said.out


def test_a_case_that_the_engine_contradicts_is_told(nuanxin: Nuanxin, copy: Path) -> None:
    cases = copy / "cases" / "M11-1.yaml"
    told = cases.read_text(encoding="utf-8")
    cases.write_text(told.replace("state: not_kept", "state: excepted", 1), encoding="utf-8")
    said = nuanxin("pack", "check")
    assert said.code == 1
    assert "wrong: M11-1 " in said.out
    assert "expected, not given: " in said.out
    assert "given, not expected: " in said.out
    assert "sql/" not in said.out


def test_compile_mends_the_texts(nuanxin: Nuanxin, copy: Path) -> None:
    text(copy, "stages/person").write_text("SELECT 1\n", encoding="utf-8")
    text(copy, "stages/of_a_rule_that_went").write_text("SELECT 1\n", encoding="utf-8")
    text(copy, "rules/M11-4.check").unlink()
    said = nuanxin("pack", "compile")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "changed: duckdb/rules/M11-4.check.sql",
        "changed: duckdb/stages/of_a_rule_that_went.sql",
        "changed: duckdb/stages/person.sql",
        "3 texts changed",
    ]
    assert text(copy, "stages/person").read_text(encoding="utf-8") == read_text(
        PACK, "stages/person"
    )
    assert nuanxin("pack", "compile").out == "0 texts changed\n"
