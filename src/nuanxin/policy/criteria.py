"""The words of criteria: the question each asks, and how its value is said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nuanxin.policy.reading import Entry, read_yaml
from nuanxin.policy.text import Text


@dataclass(frozen=True)
class CriterionText:
    """``question`` in plain words; ``answer`` holds ``{value}`` where the value stands.

    ``kind`` tells how a page writes the value: text, number, hours, days, fen, date, time, yes,
    share (``2/40``), or count: a number that is told beside the reasons and is no condition, so
    that none of them is no failure.
    """

    question: Text
    answer: Text
    kind: str


CriterionTexts = dict[tuple[str, str], CriterionText]
"""Words by (provision, criterion)."""

KINDS = ("text", "number", "hours", "days", "fen", "date", "time", "yes", "share", "count")
ANY = "*"


def load_criteria(file: Path) -> CriterionTexts:
    """The words in ``criteria.yaml``; PackError names the entry that is wrong.

    The provision ``*`` holds words that every provision shares.
    """
    found: CriterionTexts = {}
    for provision, entries in Entry.of(file.name, read_yaml(file)).data.items():
        for name, data in Entry.of(f"{file.name}: {provision}", entries).data.items():
            entry = Entry.of(f"{file.name}: {provision} {name}", data)
            entry.only(("question", "answer", "kind"))
            found[provision, name] = CriterionText(
                entry.text("question"), entry.text("answer"), entry.word("kind", KINDS)
            )
    return found


def words_of(texts: CriterionTexts, provision: str, name: str) -> CriterionText:
    """The words of a criterion, the provision's own or the shared ones; KeyError when none."""
    return texts[(provision, name) if (provision, name) in texts else (ANY, name)]
