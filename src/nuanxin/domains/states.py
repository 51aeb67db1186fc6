"""The states of an obligation as people see them: word, mark, family, order of urgency."""

from __future__ import annotations

from dataclasses import dataclass

from nuanxin.domains.wording import Words


@dataclass(frozen=True)
class State:
    """One state. ``family`` names its figure, mark and pattern; ``rank`` its urgency, 0 first."""

    code: str
    words: Words
    family: str
    rank: int


STATES: tuple[State, ...] = (
    State("overdue", Words("已逾期", "Overdue"), "overdue", 0),
    State("breached", Words("已违反", "Breached"), "breached", 1),
    State("not_kept", Words("未做到", "Not kept"), "breached", 2),
    State("unknown", Words("未知", "Unknown"), "unknown", 3),
    State("owed", Words("应兑现", "Owed"), "owed", 4),
    State("planned", Words("已安排", "Planned"), "planned", 5),
    State("proposed", Words("已提出", "Proposed"), "available", 6),
    State("available", Words("可申请", "Available"), "available", 7),
    State("not_applied", Words("未优先", "Not applied"), "excepted", 8),
    State("excepted", Words("例外有因", "Excepted"), "excepted", 9),
    State("declined", Words("未批准", "Declined"), "excepted", 10),
    State("approved", Words("已批准", "Approved"), "met", 11),
    State("applied", Words("已优先", "Applied"), "met", 12),
    State("kept", Words("已遵守", "Kept"), "met", 13),
    State("met", Words("已兑现", "Met"), "met", 14),
)
STATE: dict[str, State] = {state.code: state for state in STATES}
RANK: dict[str, int] = {state.code: state.rank for state in STATES}

FAMILIES: tuple[str, ...] = (
    "met",
    "planned",
    "owed",
    "excepted",
    "unknown",
    "overdue",
    "breached",
)
"""The order of figures and bands; ``available`` is a door, not a promise, and has no band."""

OPEN: tuple[str, ...] = ("owed", "planned", "overdue", "unknown")
"""The states of what is still to be done or settled."""
