"""What the pages ask about files handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from nuanxin.domains.intake import uploads
from nuanxin.domains.intake.lines import ASKING, UNKNOWN
from nuanxin.domains.intake.models import Line, Upload

RECENT = 20
SHOWN = ("refused", "ask", "changed", "unknown", "new", "same")
"""What a list of rows can be narrowed to."""


def recent() -> list[Upload]:
    """The files handed in last."""
    return list(Upload.objects.order_by("-pk")[:RECENT])


def state_of(upload: Upload) -> str:
    """Where a file stands; ``broken`` when the one who worked on it is gone."""
    if upload.state in ("reading", "writing") and not uploads.is_alive(upload):
        upload.refresh_from_db()
        if upload.state in ("reading", "writing"):
            return "broken"
    return upload.state


def lines(upload: Upload, show: str = "") -> QuerySet[Line]:
    """The rows of a file, those that want a look first."""
    found = Line.objects.filter(upload=upload)
    if show == "ask":
        found = found.filter(rank=ASKING)
    elif show == "unknown":
        found = found.filter(rank=UNKNOWN)
    elif show:
        found = found.filter(outcome=show)
    return found.order_by("rank", "place")


@dataclass(frozen=True)
class Numbers:
    """How many rows of a file have which outcome, want a look, or hold unknown cells."""

    by_outcome: dict[str, int]
    ask: int
    unknown: int

    @property
    def total(self) -> int:
        """All rows."""
        return sum(self.by_outcome.values())

    @property
    def understood(self) -> int:
        """Rows that stand."""
        return self.total - self.by_outcome.get("refused", 0)

    def of(self, show: str) -> int:
        """How many rows a list shows."""
        if show in ("ask", "unknown"):
            return self.ask if show == "ask" else self.unknown
        return self.by_outcome.get(show, 0) if show else self.total


def numbers(upload: Upload) -> Numbers:
    """Count the rows of a file."""
    rows = Line.objects.filter(upload=upload).values("outcome", "rank").annotate(n=Count("pk"))
    by_outcome: dict[str, int] = {}
    by_rank: dict[int, int] = {}
    for row in rows:
        by_outcome[row["outcome"]] = by_outcome.get(row["outcome"], 0) + row["n"]
        by_rank[row["rank"]] = by_rank.get(row["rank"], 0) + row["n"]
    return Numbers(by_outcome, by_rank.get(ASKING, 0), by_rank.get(UNKNOWN, 0))


def faults(upload: Upload) -> dict[str, dict[int, list[tuple[str, str, str]]]]:
    """The refused rows of a file by sheet: row, then column, value and reason of each fault."""
    found: dict[str, dict[int, list[tuple[str, str, str]]]] = {}
    for line in Line.objects.filter(upload=upload, outcome="refused").order_by("place"):
        wrong = [r for r in line.remarks if r["kind"] in ("row", "cell")]
        found.setdefault(line.file, {})[line.row] = [
            (r["column"], r["told"], r["reason"]) for r in wrong
        ]
    return found


def sheets_of(upload: Upload) -> list[dict[str, Any]]:
    """The sheets of a file that were read."""
    return [sheet for sheet in upload.sheets if "table" in sheet]


def unread_of(upload: Upload) -> list[dict[str, Any]]:
    """The sheets of a file that could not be read."""
    return [sheet for sheet in upload.sheets if "table" not in sheet]
