"""What administrators do to accounts, and who of the three does it."""

from __future__ import annotations

from enum import StrEnum

from nuanxin.domains.access.roles import Role
from nuanxin.policy.text import Text


class Verb(StrEnum):
    """One kind of act on an account."""

    MAKE = "make"
    LINK = "link"
    CLOSE = "close"
    REOPEN = "reopen"
    GIVE = "give"
    END = "end"
    RESET = "reset"

    @property
    def text(self) -> Text:
        """Its name."""
        return _NAMES[self]

    @property
    def role(self) -> Role:
        """Whose it is: neither administrator alone can become somebody else."""
        return Role.SECURITY_ADMIN if self in _SECURITY else Role.SYSTEM_ADMIN


_NAMES = {
    Verb.MAKE: Text("新建账号", "Account made"),
    Verb.LINK: Text("发密码链接", "Password link given"),
    Verb.CLOSE: Text("停用", "Closed"),
    Verb.REOPEN: Text("恢复", "Opened again"),
    Verb.GIVE: Text("授予角色", "Role given"),
    Verb.END: Text("结束角色", "Role ended"),
    Verb.RESET: Text("重设第二重验证", "Second factor reset"),
}
_SECURITY = {Verb.GIVE, Verb.END, Verb.RESET}
