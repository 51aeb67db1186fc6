"""What only the worker's templates need."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from nuanxin.domains.board import fact_words
from nuanxin.domains.board.reasons import Reason
from nuanxin.domains.duty.models import Post
from nuanxin.domains.ledger.models import Deed, Unit
from nuanxin.domains.mine.duty import Duty, Gauge, in_hours
from nuanxin.domains.mine.rest import Account
from nuanxin.domains.wording import MONTHS, day, in_chinese, name, number, pick, say
from nuanxin.policy.text import Text

register = template.Library()
WEEKDAYS = (
    *(Text("周一", "Monday"), Text("周二", "Tuesday"), Text("周三", "Wednesday")),
    *(Text("周四", "Thursday"), Text("周五", "Friday"), Text("周六", "Saturday")),
    Text("周日", "Sunday"),
)
NEAR = {0: Text("今天", "Today"), 1: Text("明天", "Tomorrow"), 2: Text("后天", "In two days")}
ASKING = {
    "transport": Text("我要用车", "I need a ride"),
    "counselling": Text("我想找人聊聊", "I want to talk to someone"),
    "rest": Text("我需要休息", "I need rest"),
    "family": Text("家里有难处", "Help at home"),
}
HINTS = {
    "transport": Text(
        "上下班不方便，单位应当帮你解决。写一写从哪里到哪里、几点，会更快。",
        "If the way to work is hard your unit must help. From where to where, and at what time,"
        " makes it quicker.",
    ),
    "counselling": Text(
        "这里不用写原因，系统也不记内容，只记单位给你安排了人。",
        "No reason is asked for and nothing you say is recorded; only that somebody was arranged.",
    ),
    "rest": Text(
        "单位会看到你的请求并答复。你的休息账不会因此减少。",
        "Your unit sees the request and answers. Your rest accounts do not shrink by it.",
    ),
    "family": Text(
        "写一句家里需要什么帮助。单位答复后，由你确认是不是解决了。",
        "Say in a sentence what your family needs. After the answer you say whether it is solved.",
    ),
}
register.filter("as_name", name)


@register.filter
def weekday(on: date) -> str:
    """The day of the week."""
    return pick(WEEKDAYS[on.weekday()])


@register.simple_tag
def weekdays() -> list[str]:
    """The heads of a calendar, from Monday."""
    return [t.zh[1] if in_chinese() else t.en[:2] for t in WEEKDAYS]


@register.filter
def when(on: date, today: date) -> str:
    """A near day by its word, another with its weekday."""
    near = NEAR.get((on - today).days)
    return pick(near) if near else f"{day(on)} {weekday(on)}"


@register.filter
def month_name(first: date) -> str:
    """A month in words."""
    return f"{first.year} 年 {first.month} 月" if in_chinese() else f"{MONTHS[first.month - 1]}"


@register.filter
def hours(length: timedelta) -> str:
    """A length in hours."""
    return number(in_hours(length))


@register.filter
def post_name(post: Post) -> SafeString:
    """A post by its name, else its kind in words."""
    return name(post.name) if post.name else format_html("{}", pick(fact_words.value(post.kind)))


@register.filter
def post_label(post: Post) -> str:
    """A post and its unit, for a list to choose from."""
    return f"{post.unit.name} {post.name or pick(fact_words.value(post.kind))}"


@register.filter
def value_words(value: str) -> str:
    """A word of a vocabulary."""
    return pick(fact_words.value(value))


@register.filter
def about_shift(duty: Duty) -> str:
    """The name of a shift for a correction."""
    return f"shift:{duty.row.pk}"


@register.filter
def unit_name(number: str, units: Mapping[str, Unit]) -> SafeString:
    """A unit by its name."""
    return name(units[number].name if number in units else number)


@register.filter
def disputed(deed: Deed, titles: Mapping[int, Text]) -> str:
    """What a dispute is about."""
    found = titles.get(deed.entry)
    return pick(found) if found else say("一项义务", "An obligation")


@register.filter
def facts_count(reason: Reason) -> int:
    """How many facts stand behind a reason."""
    return len(reason.facts) + len(reason.more)


@register.filter
def asking(kind: str) -> str:
    """What somebody asks for, as they would say it."""
    return pick(ASKING[kind])


@register.filter
def asking_hint(kind: str) -> str:
    """What happens when it is asked for."""
    return pick(HINTS[kind])


@register.filter
def number_big(words: str) -> SafeString:
    """A quantity in words, its unit small."""
    first, _, rest = words.partition(" ")
    return format_html("{} <small>{}</small>", first, rest)


@register.simple_tag
def gauge_band(gauge: Gauge) -> SafeString:
    """A number against its limit as a band."""
    label = say(
        "{v}，上限 {m}", "{v}, the limit is {m}", v=number(gauge.value), m=number(gauge.limit)
    )
    return _band(label, "overdue" if gauge.is_over else "planned", gauge.percent, "owed")


@register.simple_tag
def account_band(account: Account) -> SafeString:
    """What was taken of what is owed as a band; dotted where it is not known."""
    if account.whole is None:
        return _band(say("未知", "unknown"), "unknown", "100.00", "owed")
    label = say(
        "已休 {m}，没休 {n}",
        "{m} taken, {n} left",
        m=number(account.met),
        n=number(account.left or 0),
    )
    rest = "overdue" if account.state in ("overdue", "breached") else "owed"
    return _band(label, "met", account.met_percent, rest)


def _band(label: str, first: str, percent: str, rest: str) -> SafeString:
    from decimal import Decimal

    done = Decimal(percent)
    parts: list[Any] = [
        format_html('<rect x="0" width="{}%" height="100%" fill="url(#p-{})"/>', done, first)
    ]
    if first not in ("met", "overdue"):
        parts.append(
            format_html('<rect class="kb kb-{}" x="0" width="{}%" height="100%"/>', first, done)
        )
    if done < 100:
        place = format_html('x="{}%" width="{}%" height="100%"', done, 100 - done)
        parts.append(format_html('<rect {} fill="url(#p-{})"/>', place, rest))
        if rest != "overdue":
            parts.append(format_html('<rect class="kb kb-{}" {}/>', rest, place))
    return format_html(
        '<svg class="band" role="img" aria-label="{}">{}</svg>',
        label,
        format_html_join("", "{}", ((part,) for part in parts)),
    )
