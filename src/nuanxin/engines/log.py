"""The log of a mutation run: a line of JSON for each verdict, so that no work is lost.

A kill holds as long as the text with the slip is the same. That nobody minds a slip holds only
as long as nothing at all has changed of the pack, its cases and the cities.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from nuanxin.engines.score import SURVIVES

_READ = {".csv", ".parquet", ".py", ".sql", ".xlsx", ".yaml"}


class Log:
    """Verdicts by the id of the mutant; without a file it knows and keeps nothing."""

    def __init__(self, file: Path | None, folders: Iterable[Path]) -> None:
        """Read what is there; ``folders`` are the pack's and the cities'.

        A line that was cut short is left out: its mutant is tried again.
        """
        self.file = file
        self.held = "" if file is None else _digest(folders)
        self.known: dict[str, str] = {}
        if file is not None and file.exists():
            for line in file.read_text(encoding="utf-8").splitlines():
                with suppress(json.JSONDecodeError):
                    self._learn(json.loads(line))

    def _learn(self, line: dict[str, str]) -> None:
        if line["verdict"] != SURVIVES or line["held"] == self.held:
            self.known[line["mutant"]] = line["verdict"]

    def verdict(self, mutant: str) -> str | None:
        """What is known of a mutant; None when it must be tried."""
        return self.known.get(mutant)

    def write(self, mutant: str, verdict: str) -> None:
        """Add a verdict."""
        if self.file is None:
            return
        line = {"mutant": mutant, "verdict": verdict, "held": self.held}
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _digest(folders: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in _READ and file.name != "equivalent.yaml":
                found.update(file.relative_to(folder).as_posix().encode())
                found.update(file.read_bytes())
    return found.hexdigest()[:16]
