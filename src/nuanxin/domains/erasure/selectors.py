"""What is asked about requests, and what becomes of each table."""

from __future__ import annotations

from nuanxin.domains.erasure.models import Request
from nuanxin.domains.erasure.places import PLACES, Place
from nuanxin.facts.words import TABLES
from nuanxin.policy.text import Text

MOST = 100


def requests() -> list[Request]:
    """The latest requests, those that wait first."""
    found = Request.objects.order_by("-pk")[:MOST]
    return sorted(found, key=lambda one: one.state != "asked")


def waiting_of(person_id: str) -> Request | None:
    """The request about a person that waits."""
    return Request.objects.filter(person_id=person_id, state="asked").first()


def kept() -> list[tuple[Text, list[Text]]]:
    """What law keeps, by reason: the tables of the facts contract and of the books, in words."""
    found: dict[Text, list[Text]] = {}
    for place in PLACES:
        if place.fate in ("kept", "chained") and (words := words_of(place)):
            found.setdefault(place.why, []).append(words)
    return list(found.items())


def erased() -> list[Text]:
    """What goes, in words."""
    return [words for place in PLACES if place.fate == "erased" and (words := words_of(place))]


def words_of(place: Place) -> Text | None:
    """A table in words; None for what is of no interest to a reader."""
    return OWN.get(place.table) or TABLES.get(place.table.removeprefix("live_"))


OWN: dict[str, Text] = {
    "ledger_obligation": Text("义务", "Promises"),
    "ledger_deed": Text("对义务做过的事", "What was done about promises"),
    "ledger_person_day": Text("按天的补助", "The subsidy by day"),
    "pay_entry": Text("账簿", "The books"),
    "pay_day": Text("发过的日子", "Days paid"),
    "pay_line": Text("发放名单", "Pay lists"),
    "changes_change": Text("谁改过什么", "Who changed what"),
    "consent_statement": Text("同意和不同意", "Consent"),
    "needs_need": Text("求助", "Requests for help"),
    "family_pass": Text("家属的码", "Codes of the family"),
    "reads_entry": Text("谁看过", "Who read"),
    "search_entry": Text("查找的名字", "Names in search"),
    "access_account": Text("账号", "The account"),
    "couples_check": Text("查过爱人是不是在一线", "Questions about the spouse"),
}
