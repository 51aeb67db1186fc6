"""Who plans shifts, and so may ask whether the spouse serves too."""

from __future__ import annotations

from nuanxin.domains.access.roles import Role

ASKING = (Role.HEAD_NURSE, Role.UNIT_HR, Role.HEALTH, Role.ORGANISATION)
