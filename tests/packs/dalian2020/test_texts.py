"""The compiled texts that run are what the rules say today (a rule is never edited alone)."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.compiler import ENGINES, compile_text, read_text, texts

TEXTS = texts(PACK)
COMPILE_ALL = """
import hashlib
from nuanxin.packs.dalian2020 import PACK
from nuanxin.policy.compiler import compile_text, texts
for name, expression in sorted(texts(PACK).items()):
    print(name, hashlib.sha256(compile_text(expression(), "duckdb").encode()).hexdigest())
"""


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_golden_text_is_what_its_rule_compiles_to(name: str) -> None:
    expression = TEXTS[name]()
    for engine in ENGINES:
        assert read_text(PACK, name, engine) == compile_text(expression, engine)


@pytest.mark.parametrize("engine", ENGINES)
def test_no_golden_text_is_stale_or_lacking(engine: str) -> None:
    folder = PACK.folder / "sql" / engine
    kept = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.sql")}
    assert kept == set(TEXTS)


def test_every_stage_and_rule_has_its_text() -> None:
    wanted = {f"stages/{stage.name}" for stage in PACK.stages}
    wanted |= {f"{kind}/{rule.key}" for rule in PACK.rules for kind in ("rules", "criteria")}
    wanted |= {f"standing/{standing.name}" for standing in PACK.standing}
    assert {name for name in TEXTS if not name.startswith("waivers/")} == wanted


def test_compiling_gives_the_same_texts_in_every_process() -> None:
    """Sets and dicts of text change their order from process to process, the texts must not.

    One engine shows it: the others are written from the same expressions.
    """
    golden = [
        f"{name} {hashlib.sha256(read_text(PACK, name, 'duckdb').encode()).hexdigest()}"
        for name in sorted(TEXTS)
    ]
    # This process orders its sets by chance; one more, ordered otherwise, is enough.
    env = {**os.environ, "PYTHONHASHSEED": "20200220", "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run(
        [sys.executable, "-c", COMPILE_ALL],
        stdout=subprocess.PIPE, text=True, env=env, timeout=600, check=True,
    )  # fmt: skip
    assert told.stdout.splitlines() == golden
