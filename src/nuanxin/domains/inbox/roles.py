"""Who has an inbox, who confirms shifts, and what of the needs each takes up."""

from __future__ import annotations

from nuanxin.domains.access.roles import Role
from nuanxin.domains.needs.words import KINDS

ROLES = (Role.UNIT_HR, Role.HEAD_NURSE, Role.COMMUNITY)
CONFIRMING = (Role.UNIT_HR, Role.HEAD_NURSE)
INVITING = (Role.UNIT_HR, Role.COMMUNITY)
SEEN = {
    Role.UNIT_HR: tuple(KINDS),
    Role.HEAD_NURSE: ("transport", "rest", "correction"),
    Role.COMMUNITY: ("family",),
}
"""What of the needs a role sees: who wants to talk to somebody is known to HR alone."""
