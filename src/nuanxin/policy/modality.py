"""The force of a rule's verb, and the life that each force gives to an obligation."""

from __future__ import annotations

from enum import StrEnum

from nuanxin.policy.text import Text


class State(StrEnum):
    """Where an obligation stands; the values are those of the ``state`` column."""

    OWED = "owed"
    PLANNED = "planned"
    MET = "met"
    OVERDUE = "overdue"
    BREACHED = "breached"
    EXCEPTED = "excepted"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    APPLIED = "applied"
    NOT_APPLIED = "not_applied"
    AVAILABLE = "available"
    PROPOSED = "proposed"
    APPROVED = "approved"
    DECLINED = "declined"
    UNKNOWN = "unknown"

    @property
    def text(self) -> Text:
        """The word shown to people."""
        return _STATE_TEXT[self]


class Modality(StrEnum):
    """Seven forces. Turning "may" into a right, or "must" into a hint, falsifies the policy."""

    MUST = "MUST"
    MUST_NOT = "MUST_NOT"
    NORMALLY = "NORMALLY"
    BEST_EFFORT = "BEST_EFFORT"
    PREFER = "PREFER"
    MAY = "MAY"
    ORIENT = "ORIENT"

    @property
    def text(self) -> Text:
        """The verb of the policy, shown to people."""
        return _VERB[self]

    @property
    def life(self) -> tuple[State, ...]:
        """The states an obligation of this force can be in; ORIENT never has one."""
        return _LIFE[self]

    @property
    def decides(self) -> bool:
        """Whether anything follows from it; ORIENT only shows on lists."""
        return bool(_LIFE[self])

    @property
    def needs_approver(self) -> bool:
        """Whether a person must approve; MAY is never automatic."""
        return State.PROPOSED in _LIFE[self]

    def allows(self, state: State) -> bool:
        """Whether an obligation of this force can be in ``state``."""
        return state in _LIFE[self]


_STATE_TEXT = {
    State.OWED: Text("应兑现", "Owed"),
    State.PLANNED: Text("已安排", "Planned"),
    State.MET: Text("已兑现", "Met"),
    State.OVERDUE: Text("已逾期", "Overdue"),
    State.BREACHED: Text("已违反", "Breached"),
    State.EXCEPTED: Text("例外有因", "Excepted"),
    State.KEPT: Text("已遵守", "Kept"),
    State.NOT_KEPT: Text("未做到", "Not kept"),
    State.APPLIED: Text("已优先", "Applied"),
    State.NOT_APPLIED: Text("未优先", "Not applied"),
    State.AVAILABLE: Text("可申请", "Available"),
    State.PROPOSED: Text("已提出", "Proposed"),
    State.APPROVED: Text("已批准", "Approved"),
    State.DECLINED: Text("未批准", "Declined"),
    State.UNKNOWN: Text("未知", "Unknown"),
}

_VERB = {
    Modality.MUST: Text("应", "must"),
    Modality.MUST_NOT: Text("不得", "must not"),
    Modality.NORMALLY: Text("一般", "normally"),
    Modality.BEST_EFFORT: Text("尽量", "best effort"),
    Modality.PREFER: Text("优先", "prefer"),
    Modality.MAY: Text("可", "may"),
    Modality.ORIENT: Text("注重", "consider"),
}

# What is merely clear or within its limit has no row and so no state (definitions I1).
# A person may decline what is owed or available: it becomes excepted.
_LIFE: dict[Modality, tuple[State, ...]] = {
    Modality.MUST: (
        State.OWED,
        State.PLANNED,
        State.MET,
        State.OVERDUE,
        State.BREACHED,
        State.EXCEPTED,
        State.UNKNOWN,
    ),
    Modality.MUST_NOT: (State.BREACHED, State.EXCEPTED, State.UNKNOWN),
    Modality.NORMALLY: (State.KEPT, State.EXCEPTED, State.BREACHED, State.UNKNOWN),
    Modality.BEST_EFFORT: (State.KEPT, State.NOT_KEPT, State.EXCEPTED, State.UNKNOWN),
    Modality.PREFER: (
        State.AVAILABLE,
        State.MET,
        State.APPLIED,
        State.NOT_APPLIED,
        State.EXCEPTED,
        State.UNKNOWN,
    ),
    Modality.MAY: (
        State.AVAILABLE,
        State.PROPOSED,
        State.APPROVED,
        State.DECLINED,
        State.MET,
        State.EXCEPTED,
        State.UNKNOWN,
    ),
    Modality.ORIENT: (),
}
