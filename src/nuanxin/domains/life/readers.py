"""Who looked at a person's record, from the log of reads and the questions about their spouse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.couples.models import Check
from nuanxin.domains.reads.selectors import readers_of
from nuanxin.policy.text import Text

PAGES: dict[str, Text] = {
    "people:person": Text("个人登记", "the record"),
    "life:life": Text("一条线", "the line of life"),
    "board:obligation": Text("一项义务", "an obligation"),
    "board:obligations": Text("全部义务", "all obligations"),
    "board:evidence": Text("一项义务的凭证", "the evidence of an obligation"),
    "board:fact": Text("一条事实", "a fact"),
    "couples:check": Text("爱人是不是也在一线", "whether the spouse serves"),
}
"""Pages in words; another is shown as what it is called."""


@dataclass(frozen=True)
class Reading:
    """Somebody in a role, for a purpose, looked at a page."""

    at: datetime
    who: str
    role: str
    purpose: str
    page: str

    @property
    def role_words(self) -> Text:
        """The role by its name."""
        return Role(self.role).text if self.role in set(Role) else Text(self.role, self.role)

    @property
    def page_words(self) -> Text:
        """What was looked at."""
        return PAGES.get(self.page, Text("数据", "data"))


def readings(person_id: str, most: int = 50) -> list[Reading]:
    """The last of them, the latest first: two queries. The caller answers for who asks."""
    read = [
        Reading(one.at, one.actor, one.role, one.purpose, one.page)
        for one in readers_of(person_id, most)
    ]
    with everywhere():
        checks = list(Check.objects.filter(person_id=person_id).order_by("-pk")[:most])
    asked = [Reading(one.at, one.by, one.role, one.purpose, "couples:check") for one in checks]
    return sorted([*read, *asked], key=lambda one: one.at, reverse=True)[:most]
