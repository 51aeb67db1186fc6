"""What only the board's templates need."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nuanxin.domains.board import fact_words
from nuanxin.domains.board.columns import KINDS
from nuanxin.domains.board.districts import label
from nuanxin.domains.board.figures import Cell
from nuanxin.domains.board.query import Query
from nuanxin.domains.board.why import Used
from nuanxin.domains.ledger.models import Obligation
from nuanxin.domains.modalities import MEANING
from nuanxin.domains.wording import name, number, pick, quantity, rough, rough_yuan, say, yuan
from nuanxin.policy.modality import Modality, State
from nuanxin.policy.text import Text

register = template.Library()
register.filter("rough", rough)
register.filter("rough_yuan", rough_yuan)
ALARMS = {
    "overdue": Text("逾期", "Overdue"),
    "breached": Text("违反", "Breached"),
    "unknown": Text("未知", "Unknown"),
}
UNITS: dict[str, Text | None] = {
    "days": Text("天", "days"),
    "workdays": Text("个工作日", "workdays"),
    "blocks": Text("段", "blocks"),
    "count": None,
    "persons": Text("人", "persons"),
    "pupils": Text("人", "pupils"),
    "points": Text("分", "points"),
    "minutes": Text("分钟", "minutes"),
    "hours": Text("小时", "hours"),
    "hours/week": Text("小时/周", "hours a week"),
    "days/month": Text("天/月", "days a month"),
    "months": Text("个月", "months"),
    "years": Text("年", "years"),
    "years per excellent": Text("年/次优秀", "years each"),
    "%": Text("%", "%"),
    "x": Text("倍", "times"),
    "x days": Text("倍天数", "times the days"),
    "CNY/person-day": Text("元/人日", "yuan a day"),
    "CNY/month": Text("元/月", "yuan a month"),
    "credits/day": Text("学时/天", "credits a day"),
    "yes/no": None,
    "list": None,
    "text": None,
}
"""The units of parameters, in words."""


@register.simple_tag
def states_address(query: Query, state: str, **changes: str) -> str:
    """The query part of an address, for one family of states and what else is changed."""
    return query.address(state=state, **changes)


@register.simple_tag
def family_word(family: str) -> str:
    """A family of states in a word."""
    return pick(State(family).text)


@register.simple_tag
def alarm_word(family: str) -> str:
    """The short word over a column of alarms."""
    return pick(ALARMS[family])


@register.simple_tag
def district_name(district: str) -> SafeString:
    """A district in the language of the page; one we have no English for stays as it is."""
    known = label(district)
    return name(district) if known.zh == known.en else format_html("{}", pick(known))


@register.filter
def add_px(value: float, more: float) -> float:
    """A place moved by some pixels."""
    return round(value + more, 1)


@register.filter
def words_of(text: str) -> list[str]:
    """The words of a line."""
    return text.split()


@register.simple_tag
def provision_mark(cell: Cell, address: str, query: Query) -> SafeString:
    """A provision as a small frame with a mark: a door to its obligations."""
    force, title = pick(cell.entry.modality.text), pick(cell.entry.title)
    if cell.state:
        stands = pick(State(cell.state).text)
    elif cell.mark == "later":
        stands = say("尚未计算", "not yet computed")
    elif cell.entry.modality is Modality.ORIENT:
        stands = say("只列示", "listed only")
    else:
        stands = say("没有这样的义务", "no such obligation")
    return format_html(
        '<a class="pv pv--{} s-{}" href="{}{}" title="{} {} · {}"><span class="vh">{} {} {}{}{}'
        "</span>"
        '<svg class="mk" aria-hidden="true" focusable="false"><use href="#m-{}"/></svg></a>',
        cell.entry.modality.lower(),
        cell.mark,
        address,
        query.address(provision=cell.entry.id, state=""),
        cell.entry.reference,
        force,
        title,
        cell.entry.reference,
        force,
        title,
        say("：", ": "),
        stands,
        cell.mark,
    )


@register.filter
def how_much(row: Obligation) -> str:
    """What is delivered of what is owed, in one unit: 7 / 15 天, or only the whole."""
    if row.quantity is None or not row.quantity_unit:
        return "–"
    whole = quantity(row.quantity, row.quantity_unit)
    if row.quantity_met is None or row.quantity_unit == "count":
        return whole
    done = yuan if row.quantity_unit == "fen" else number
    return f"{done(row.quantity_met)} / {whole}"


@register.filter
def how_much_big(row: Obligation) -> SafeString:
    """The same, the first number large."""
    first, slash, rest = how_much(row).partition(" / ")
    return format_html('{} <span class="small mute">{} {}</span>', first, slash.strip(), rest)


@register.filter
def in_words(value: str) -> str:
    """A word of a vocabulary, in the language of the page."""
    return pick(fact_words.value(value))


@register.filter
def column_words(name: str) -> str:
    """A column of the facts, in words."""
    return pick(fact_words.column(name))


@register.filter
def meaning(modality: str) -> str:
    """What the force of a word means."""
    return pick(MEANING[modality])


@register.filter
def aside_kind(kind: str) -> str:
    """What became of what was set aside."""
    return pick(KINDS[kind]) if kind in KINDS else kind


@register.simple_tag
def parameter_value(used: Used) -> SafeString:
    """A parameter's value, its unit small behind."""
    told, unit = used.changed or used.version.value, UNITS[used.parameter.unit]
    if isinstance(told, bool):
        return format_html("{}", say("是", "yes") if told else say("否", "no"))
    if isinstance(told, Decimal):
        said = number(told)
    else:
        said = told if isinstance(told, str) else say("、", ", ").join(told)
    return format_html("{} <small>{}</small>", said, pick(unit) if unit else "")
