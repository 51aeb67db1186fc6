"""The roles of the product: who they are, in both languages, and what they have in common."""

from __future__ import annotations

from enum import StrEnum

from nuanxin.policy.text import Text


class Role(StrEnum):
    """A role that an account may hold; one is worn at a time."""

    ORGANISATION = "organisation"
    HEALTH = "health"
    HEAD_NURSE = "head_nurse"
    UNIT_HR = "unit_hr"
    FINANCE = "finance"
    COMMUNITY = "community"
    WORKER = "worker"
    FAMILY = "family"
    SCHOOL = "school"
    SUPPLIES = "supplies"
    PUBLICITY = "publicity"
    AUDITOR = "auditor"
    DRAFTER = "drafter"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDIT_ADMIN = "audit_admin"

    @property
    def text(self) -> Text:
        """Its name."""
        return _NAMES[self]


_NAMES = {
    Role.ORGANISATION: Text("组织部门", "Organisation department"),
    Role.HEALTH: Text("卫生健康部门", "Health commission"),
    Role.HEAD_NURSE: Text("护士长", "Head nurse"),
    Role.UNIT_HR: Text("单位人事", "Unit HR"),
    Role.FINANCE: Text("财务", "Finance"),
    Role.COMMUNITY: Text("社区书记", "Community secretary"),
    Role.WORKER: Text("一线人员", "Frontline worker"),
    Role.FAMILY: Text("家属", "Family member"),
    Role.SCHOOL: Text("入学安置", "School placement"),
    Role.SUPPLIES: Text("物资保管", "Supplies keeper"),
    Role.PUBLICITY: Text("宣传编辑", "Publicity editor"),
    Role.AUDITOR: Text("审计", "Auditor"),
    Role.DRAFTER: Text("政策起草", "Policy drafter"),
    Role.SYSTEM_ADMIN: Text("系统管理员", "System administrator"),
    Role.SECURITY_ADMIN: Text("安全管理员", "Security administrator"),
    Role.AUDIT_ADMIN: Text("审计管理员", "Audit administrator"),
}

ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
"""They run the installation and see no people; no account may hold two of the three."""
FAMILIES = frozenset({Role.WORKER, Role.FAMILY})
"""They see their own; everybody else is an officer and has a second factor."""
OFFICERS = frozenset(Role) - FAMILIES
STAFF = frozenset(Role) - ADMINISTRATORS - FAMILIES
"""Those whose daily work the pages are."""
KEEPS_RECORDS = frozenset({Role.ORGANISATION, Role.HEALTH, Role.UNIT_HR})
"""They keep the records of people."""
SEES_RECORDS = KEEPS_RECORDS | {Role.HEAD_NURSE, Role.AUDITOR}
SEES_EVIDENCE = SEES_RECORDS | {Role.DRAFTER}
"""They see what rules were fed with."""
SEES_PEOPLE = STAFF - {Role.DRAFTER, Role.PUBLICITY}
"""They see obligations to people by name."""
DOES_DUTIES = SEES_PEOPLE - {Role.AUDITOR}
"""They deliver, plan, waive, and answer."""
BRINGS_FILES = KEEPS_RECORDS | {Role.HEAD_NURSE, Role.COMMUNITY, Role.SUPPLIES, Role.SCHOOL}
SEES_MONEY = frozenset({Role.FINANCE, Role.AUDITOR, Role.ORGANISATION})
SEES_NUMBERS = SEES_RECORDS | {Role.FINANCE}
"""They take the numbers of people out of the house whole; for others a workbook masks them."""
