"""The states of an obligation as pages show them: family (figure, mark, pattern) and urgency."""

from __future__ import annotations

from nuanxin.policy.modality import State

FAMILY: dict[str, str] = {
    State.OVERDUE: "overdue",
    State.BREACHED: "breached",
    State.NOT_KEPT: "breached",
    State.UNKNOWN: "unknown",
    State.OWED: "owed",
    State.PLANNED: "planned",
    State.PROPOSED: "available",
    State.AVAILABLE: "available",
    State.NOT_APPLIED: "excepted",
    State.EXCEPTED: "excepted",
    State.DECLINED: "excepted",
    State.APPROVED: "met",
    State.APPLIED: "met",
    State.KEPT: "met",
    State.MET: "met",
}
"""The family of each state, the most urgent state first."""

RANK: dict[str, int] = {str(state): rank for rank, state in enumerate(FAMILY)}
"""The urgency of each state, 0 the most urgent."""

FAMILIES = ("met", "planned", "owed", "excepted", "unknown", "overdue", "breached")
"""The order of figures and bands; ``available`` is a door, not a promise, and has no band."""

OPEN = ("owed", "planned", "overdue", "unknown")
"""The states, and families, of what is still to be done or settled."""


def family(state: str) -> str:
    """The family of a state."""
    return FAMILY[state]


def states_of(wanted: str) -> tuple[str, ...]:
    """The states of a family; none when there is no such family."""
    return tuple(str(state) for state, found in FAMILY.items() if found == wanted)
