"""Nurse N511 of the aid team (tests/scenes) in the ledger, from a folder that can change."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

from nuanxin.domains.ledger.evaluator import FolderEvaluator
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.services import Loaded, load_evaluation

SCENE = Path(__file__).parents[1] / "scenes" / "aid_team"
AS_OF = date(2020, 4, 20)
PACK = "dalian2020"


def folder(into: Path) -> Path:
    """A copy of the facts of the scene."""
    return Path(shutil.copytree(SCENE, into))


SOME = frozenset({"M07-4", "M09-1", "M11-4"})
"""What most tests need; the fewer, the faster."""


def load(
    facts: Path, subject: str | None = None, provisions: frozenset[str] | None = SOME
) -> Loaded:
    """Evaluate a folder, or one subject of it, and load what was found."""
    run = Run.objects.filter(pack=PACK).first() or Run(pack=PACK, as_of=AS_OF)
    run.source = str(facts)
    with FolderEvaluator(provisions=provisions).evaluated(run, subject) as done:
        return load_evaluation(done.out, done.facts, pack=PACK, source=facts)


def add(facts: Path, table: str, *cells: str) -> None:
    """Append a row to a table of the folder."""
    with (facts / f"{table}.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(cells)


def replace(facts: Path, table: str, old: str, new: str) -> None:
    """Change the text of a table; what is replaced has to be there once."""
    path = facts / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")
