"""Who has an inbox, and who confirms shifts."""

from __future__ import annotations

from nuanxin.domains.access.roles import Role

ROLES = (Role.UNIT_HR, Role.HEAD_NURSE, Role.COMMUNITY)
CONFIRMING = (Role.UNIT_HR, Role.HEAD_NURSE)
INVITING = (Role.UNIT_HR, Role.COMMUNITY)
