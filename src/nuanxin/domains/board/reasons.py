"""The reasons of an obligation: each criterion as a question, an answer, a value and facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from nuanxin.domains.board import fact_words
from nuanxin.domains.ledger.models import Criterion, Fact, Unit
from nuanxin.domains.wording import day, name, number, pick, yuan
from nuanxin.facts.words import VALUES
from nuanxin.policy.criteria import CriterionText, words_of
from nuanxin.policy.pack import Pack
from nuanxin.policy.refs import parted
from nuanxin.policy.text import Text

SHOWN_FACTS = 12
ANSWERS = {
    True: ("met", Text("成立", "Holds")),
    False: ("owed", Text("不成立", "Does not hold")),
    None: ("unknown", Text("未知", "Unknown")),
}
COUNTED = ("none", Text("数目", "Count"))
WHEN = ("start", "start_date", "date", "on_date", "issued_at", "at")
Ref = tuple[str, str]
"""A fact by table and key."""


@dataclass(frozen=True)
class FactLink:
    """A fact behind a reason: its table and key, and its row when the run kept it."""

    table: str
    key: str
    row: Mapping[str, object] | None

    @property
    def table_words(self) -> str:
        """The table in words."""
        return pick(fact_words.table(self.table))

    @property
    def which(self) -> str:
        """The day, or else the key, that tells this row from others."""
        told = next((self.row[name] for name in WHEN if self.row and self.row.get(name)), None)
        return str(told).replace("T", " ")[:16] if told else self.key


@dataclass(frozen=True)
class Reason:
    """One criterion: mark and answer, question, value in words, facts."""

    mark: str
    answer: Text
    question: str
    value: SafeString
    facts: Sequence[FactLink]
    more: Sequence[FactLink]


def refs_of(criterion: Criterion) -> list[Ref]:
    """The facts that a criterion names, in its order."""
    parts = (ref.partition(":") for ref in parted(criterion.fact_refs))
    return [(table, key) for table, colon, key in parts if colon]


def in_order(pack: Pack, provision: str, criteria: Sequence[Criterion]) -> list[Criterion]:
    """Criteria in the order in which their rule names them."""
    order = _order(pack, provision)
    return sorted(criteria, key=lambda criterion: order.get(criterion.criterion, len(order)))


@lru_cache
def _order(pack: Pack, provision: str) -> dict[str, int]:
    names = (c.name for rule in pack.rules_of(provision) for c in rule.ruling.criteria)
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def reason(
    pack: Pack,
    provision: str,
    criterion: Criterion,
    facts: Mapping[Ref, Fact],
    units: Mapping[str, Unit],
) -> Reason:
    """A criterion in words; ``facts`` and ``units`` are what is known of those it names."""
    text = words_of(pack.criteria, provision, criterion.criterion)
    links = [FactLink(*ref, facts[ref].row if ref in facts else None) for ref in refs_of(criterion)]
    mark, answer = COUNTED if text.kind == "count" else ANSWERS[criterion.holds]
    return Reason(
        mark=mark,
        answer=answer,
        question=pick(text.question),
        value=_value(text, criterion.value or "", units),
        facts=links[:SHOWN_FACTS],
        more=links[SHOWN_FACTS:],
    )


def _value(text: CriterionText, value: str, units: Mapping[str, Unit]) -> SafeString:
    """The value put into its sentence, in bold; a sentence that lacks its value is left out."""
    answer = pick(text.answer)
    if value:
        said = name(units[value].name) if value in units else _written(text.kind, value)
        return format_html(answer, value=format_html("<b>{}</b>", said))
    return SafeString("") if "{value}" in answer else escape(answer)


def _written(kind: str, value: str) -> str:
    """A value as people read it; a value that is not of its kind stays as it is."""
    try:
        match kind:
            case "date":
                return day(date.fromisoformat(value), year=True)
            case "number" | "hours" | "days" | "count":
                return number(Decimal(value))
            case "fen":
                return yuan(Decimal(value))
            case "time":
                return value.replace("T", " ").removesuffix(":00")
    except (ValueError, ArithmeticError):
        return name(value)
    return pick(VALUES[value]) if value in VALUES else name(value)
