"""M08-4: scarce protection goes only to a named person on a shift of high or higher risk."""

from __future__ import annotations

import re
from datetime import timedelta

from .model import Row
from .records import Issue, Rostered
from .world import World

BLANKS = re.compile("[ \\t\\u00a0\\u3000]")
NOT_SCARCE = ("kn95", "gb2626")
PERHAPS_SCARCE = ("n95", "respirator", "医用防护口罩")


def rows(world: World) -> list[Row]:
    found = []
    for issue in world.issues:
        scarce = _scarce(world, issue)
        if scarce is not False and not _allowed(world, issue):
            found.append(_row(issue, scarce))
    return found


def _scarce(world: World, issue: Issue) -> bool | None:
    """None when the standard is empty and the name leaves it open."""
    standard = re.sub("-[0-9]{4}$", "", BLANKS.sub("", issue.standard or "").upper())
    if standard:
        return standard in world.params.scarce_standards
    name = issue.item.lower()
    if any(word in name for word in NOT_SCARCE):
        return False
    return None if any(word in name for word in PERHAPS_SCARCE) else False


def _allowed(world: World, issue: Issue) -> bool:
    return any(
        row.person_id == issue.person_id
        and world.posts[row.post_id].risk in ("high", "higher")
        and (row.start.date() == issue.at.date() or _near(world, row, issue))
        for row in world.rostered
    )


def _near(world: World, row: Rostered, issue: Issue) -> bool:
    before = timedelta(hours=world.params.issue_before_hours)
    return row.start - before <= issue.at < row.end


def _row(issue: Issue, scarce: bool | None) -> Row:
    return Row(
        provision="M08-4",
        modality="MUST_NOT",
        subject_kind="issue",
        subject_id=issue.issue_id,
        period_start=issue.at.date(),
        period_end=issue.at.date(),
        quantity=issue.quantity,
        quantity_unit="count",
        state="breached" if scarce else "unknown",
        owner_unit_id=issue.unit_id,
        missing=None if scarce else "standard",
    )
