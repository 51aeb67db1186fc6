"""Mutants that are known to say the same as the rule, with the reason (``equivalent.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from nuanxin.policy.mutants import Mutant
from nuanxin.policy.reading import Entry, PackError, read_yaml
from nuanxin.policy.text import Text

FILE = "equivalent.yaml"


@dataclass(frozen=True)
class Accepted:
    """Mutants by patterns (``*`` is anything) of text, kind, place and what stood there."""

    text: str
    kind: str
    place: str
    was: str
    reason: Text

    def covers(self, mutant: Mutant) -> bool:
        """Whether the mutant is one of these."""
        return all(
            fnmatchcase(getattr(mutant, name), getattr(self, name))
            for name in ("text", "kind", "place", "was")
        )


def accepted_of(folder: Path) -> tuple[Accepted, ...]:
    """The accepted mutants of a pack; none without the file, PackError when it is wrong."""
    file = folder / FILE
    if not file.exists():
        return ()
    entries = read_yaml(file) or []
    if not isinstance(entries, list):
        raise PackError(f"{FILE}: expected a list of entries")
    return tuple(_read(Entry.of(f"{FILE} {n}", data)) for n, data in enumerate(entries, 1))


def _read(entry: Entry) -> Accepted:
    entry.only(("text", "reason"), ("kind", "place", "was"))
    patterns = {
        name: entry.string(name) if name in entry.data else "*" for name in ("kind", "place", "was")
    }
    return Accepted(text=entry.string("text"), reason=entry.text("reason"), **patterns)
