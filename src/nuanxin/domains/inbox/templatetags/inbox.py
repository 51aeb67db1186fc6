"""What only the inbox's templates need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django import template
from django.utils.safestring import SafeString

from nuanxin.domains.duty.models import Attendance
from nuanxin.domains.inbox.desk import Asked
from nuanxin.domains.ledger.models import Obligation, Subject
from nuanxin.domains.mine.duty import Duty
from nuanxin.domains.mine.wrong import RECORDS
from nuanxin.domains.wording import day, name, pick, say
from nuanxin.policy.text import Text

register = template.Library()
Subjects = Mapping[tuple[str, str], Subject]


@register.filter
def clock(due: date, today: date) -> str:
    """A date with the days to it, or past it."""
    left = (due - today).days
    if left < 0:
        return say("最早 {d}，已过 {n} 天", "since {d}, {n} days", d=day(due), n=-left)
    if left == 0:
        return say("今天", "today")
    return say("最早 {d}，还有 {n} 天", "from {d}, in {n} days", d=day(due), n=left)


@register.filter
def times(row: Attendance) -> str:
    """The hours of a shift."""
    return Duty.of(row).times


@register.filter
def shift_day(row: Attendance) -> str:
    """The day of a shift."""
    return day(Duty.of(row).day)


@register.filter
def duplicates(asked: Iterable[Asked]) -> int:
    """How many requests may be handed back and were not."""
    return sum(one.is_duplicate and one.back is None for one in asked)


@register.simple_tag
def subject_name(row: Obligation, subjects: Subjects) -> SafeString:
    """Whom an obligation is owed to, by name."""
    found = subjects.get((row.subject_kind, row.subject_id))
    return name((found and found.name) or row.subject_id)


@register.simple_tag
def person_name(number: str, subjects: Subjects) -> SafeString:
    """A person by name."""
    found = subjects.get(("person", number))
    return name((found and found.name) or number)


@register.simple_tag
def title_of(provision: str, titles: Mapping[str, Text]) -> str:
    """A provision by its title."""
    return pick(titles[provision])


@register.filter
def about_words(about: str) -> SafeString:
    """Which record a correction is about."""
    kind, _, key = about.partition(":")
    said = pick(RECORDS[kind]) if kind in RECORDS else kind
    return say("{k} {n}", "{k} {n}", k=said, n=name(key))
