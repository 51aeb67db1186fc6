"""What became of mutants: killed by which court, equal for which reason, or surviving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from nuanxin.policy.equivalent import Accepted
from nuanxin.policy.mutants import Mutant

SURVIVES = ""
"""The verdict on a mutant that no court minds; else it is the court: ``cases``, ``cities``."""


@dataclass(frozen=True)
class Judged:
    """One mutant, its verdict, and for a survivor the reason why it says the same, if known."""

    mutant: Mutant
    verdict: str
    reason: Accepted | None

    @property
    def became(self) -> str:
        """``cases``, ``cities``, ``equal`` or ``survives``."""
        return self.verdict or ("equal" if self.reason else "survives")


@dataclass
class Score:
    """The mutants tried so far, of how many."""

    mutants: int = 0
    judged: list[Judged] = field(default_factory=list)
    unused: list[Accepted] = field(default_factory=list)
    stopped: bool = False

    def add(self, mutant: Mutant, verdict: str, accepted: Iterable[Accepted]) -> None:
        """Note a verdict; a survivor is held against what is known to say the same."""
        known = () if verdict else accepted
        reason = next((entry for entry in known if entry.covers(mutant)), None)
        self.judged.append(Judged(mutant, verdict, reason))

    @property
    def counts(self) -> Counter[str]:
        """How many became what."""
        return Counter(one.became for one in self.judged)

    @property
    def killed(self) -> int:
        """How many a court minds."""
        return sum(1 for one in self.judged if one.verdict)

    @property
    def explained(self) -> list[tuple[Mutant, Accepted]]:
        """The survivors that say the same, with the reason."""
        return [(one.mutant, one.reason) for one in self.judged if one.reason]

    @property
    def unexplained(self) -> list[Mutant]:
        """The survivors without a reason."""
        return [one.mutant for one in self.judged if one.became == "survives"]

    @property
    def share(self) -> float:
        """The share killed of all mutants tried but those known to say the same."""
        told = len(self.judged) - len(self.explained)
        return self.killed / told if told else 1.0

    def by_part(self) -> dict[str, Counter[str]]:
        """The counts of each provision's own rules, of all stages, of all parameters."""
        parts: dict[str, Counter[str]] = {}
        for one in self.judged:
            kind, _, name = one.mutant.text.partition("/")
            part = name.partition(".")[0] if kind == "rules" else kind
            parts.setdefault(part, Counter())[one.became] += 1
        return dict(sorted(parts.items()))
