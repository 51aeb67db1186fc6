"""The address of a list: which obligations, in words that stand in the address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from nuanxin.domains.ledger.selectors import Filter
from nuanxin.domains.states import FAMILIES, states_of

NAMES = ("state", "provision", "district", "kind", "unit", "subject", "q")


@dataclass(frozen=True)
class Query:
    """What a list was asked for; an empty word asks for everything."""

    state: str = ""
    provision: str = ""
    district: str = ""
    kind: str = ""
    unit: str = ""
    subject: str = ""
    q: str = ""
    page: int = 1

    @classmethod
    def read(cls, get: QueryDict) -> Query:
        """Read an address; what cannot be meant is ignored."""
        words = {name: get.get(name, "").strip()[:200].replace("\0", "") for name in NAMES}
        if words["state"] not in (*FAMILIES, "available"):
            words["state"] = ""
        page = get.get("page", "1")
        number = int(page) if page.isdecimal() and len(page) < 7 else 1
        return cls(page=max(number, 1), **words)

    def filter(
        self, measure: int | None = None, subjects: tuple[tuple[str, str], ...] | None = None
    ) -> Filter:
        """The same, as the ledger understands it; ``state`` names a family of states.

        ``subjects`` are those that the words of ``q`` were found to mean.
        """
        return Filter(
            measure=measure,
            provision=self.provision,
            states=states_of(self.state),
            district=self.district,
            unit_kind=self.kind,
            unit=self.unit,
            subjects=(self._subject,) if self.subject else subjects,
        )

    @property
    def _subject(self) -> tuple[str, str]:
        kind, _, number = self.subject.partition(":")
        return kind, number

    @property
    def counted(self) -> bool:
        """Whether the counts made at loading can tell how many there are."""
        return not (self.unit or self.subject or self.q)

    def address(self, **changes: object) -> str:
        """The query part of the address with some words changed; the page starts anew."""
        words = {name: getattr(self, name) for name in NAMES} | changes
        return "?" + urlencode({name: word for name, word in words.items() if word})
