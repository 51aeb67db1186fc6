"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One departure from one rule; ``penalty`` None: the rule is hard."""

    rule: str
    person: str | None
    day: int | None
    penalty: int | None
    detail: str

    def __str__(self) -> str:
        where = [self.person or "", f"day {self.day}" if self.day is not None else ""]
        return " ".join(w for w in (self.rule, *where, f"({self.detail})") if w)
