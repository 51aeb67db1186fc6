"""The navigation and the first page of each role. A page that is added names itself here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.urls import resolve, reverse

from nuanxin.domains.access.opening import Opening, opening_of
from nuanxin.domains.access.roles import Role
from nuanxin.policy.text import Text


@dataclass(frozen=True)
class Item:
    """An entry of the navigation: the page's name, its words, and the ``here`` that marks it."""

    page: str
    words: Text
    here: str


MENU = (
    Item("mine:me", Text("我的", "My page"), "mine"),
    Item("inbox:inbox", Text("待办", "Inbox"), "inbox"),
    Item("board:board", Text("总览", "Board"), "board"),
    Item("board:obligations", Text("兑现", "Obligations"), "obligations"),
    Item("pay:runs", Text("资金", "Money"), "pay"),
    Item("rules:desk", Text("政策", "Policy"), "rules"),
    Item("board:set_aside", Text("搁置的数据", "Set aside"), "set_aside"),
    Item("people:people", Text("人员", "People"), "people"),
    Item("consent:publicity", Text("报道同意", "Consent"), "publicity"),
    Item("life:audit", Text("审计", "Audit"), "audit"),
    Item("search:search", Text("查找", "Search"), "search"),
    Item("access:accounts", Text("账号", "Accounts"), "accounts"),
    Item("access:attempts", Text("登录记录", "Sign-ins"), "attempts"),
    Item("access:acts", Text("管理记录", "Acts"), "acts"),
    Item("access:keys", Text("密钥", "Keys"), "keys"),
    Item("intake:desk", Text("导入", "Import"), "import"),
)

HOME = {
    Role.ORGANISATION: "board:board",
    Role.HEALTH: "board:board",
    Role.HEAD_NURSE: "inbox:inbox",
    Role.UNIT_HR: "inbox:inbox",
    Role.FINANCE: "pay:runs",
    Role.COMMUNITY: "inbox:inbox",
    Role.FAMILY: "family:home",
    Role.WORKER: "mine:me",
    Role.SCHOOL: "board:board",
    Role.SUPPLIES: "board:board",
    Role.PUBLICITY: "board:board",
    Role.AUDITOR: "life:audit",
    Role.DRAFTER: "rules:desk",
    Role.SYSTEM_ADMIN: "access:accounts",
    Role.SECURITY_ADMIN: "access:accounts",
    Role.AUDIT_ADMIN: "access:attempts",
}
"""The page where a role begins; others begin at their account (``access:me``)."""


def home_of(role: Role) -> str:
    """The name of the page where a role begins."""
    return HOME.get(role, "access:me")


def menu_of(role: Role) -> Iterator[Item]:
    """What the navigation shows to a role: only what opens to it."""
    return (item for item in MENU if opening_to(item.page).admits(role))


@cache
def opening_to(page: str) -> Opening:
    """What the page of that name opens to."""
    return opening_of(resolve(reverse(page)).func)
