"""The answer to why: an obligation with its sentence, clock, reasons, facts and parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from nuanxin.domains.board import fact_words
from nuanxin.domains.board.figures import short
from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.models import Criterion, Fact, Obligation, Run, Subject, Unit
from nuanxin.domains.states import OPEN
from nuanxin.domains.wording import day, number, pick, quantity, say
from nuanxin.policy.criteria import CriterionText, words_of
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameter import Parameter, Value
from nuanxin.policy.registry import Obligation as Entry
from nuanxin.policy.text import Text

SHOWN_FACTS = 12


@dataclass(frozen=True)
class FactLink:
    """A fact behind a reason: its table and key, and its row when the run kept it."""

    table: str
    key: str
    row: dict[str, object] | None

    @property
    def table_words(self) -> str:
        """The table in words."""
        return pick(fact_words.table(self.table))

    @property
    def which(self) -> str:
        """The day, or else the key, that tells this row from others."""
        for name in ("start", "start_date", "date", "on_date", "issued_at", "at"):
            told = (self.row or {}).get(name)
            if isinstance(told, str):
                return told.replace("T", " ")[:16]
        return self.key


@dataclass(frozen=True)
class Reason:
    """One criterion: question, answer, value in words, facts."""

    mark: str
    answer: Text
    question: str
    value: SafeString
    facts: Sequence[FactLink]
    more: Sequence[FactLink]


@dataclass(frozen=True)
class Used:
    """A parameter with the version that was in force."""

    parameter: Parameter
    version: Value
    changed: bool


@dataclass(frozen=True)
class Why:
    """All that an obligation page shows."""

    row: Obligation
    entry: Entry
    subject: Subject | None
    owner: Unit | None
    unit: Unit | None
    reasons: Sequence[Reason]
    used: Sequence[Used]

    @property
    def code(self) -> str:
        return short(self.row.provision)

    @property
    def who(self) -> str:
        """The subject's name, or its number when it has none."""
        return (self.subject and self.subject.name) or self.row.subject_id

    @property
    def rest(self) -> Decimal | None:
        """What is still to be delivered, in the obligation's unit; None when not measured."""
        if self.row.quantity is None:
            return None
        return max(self.row.quantity - (self.row.quantity_met or 0), Decimal(0))

    @property
    def sentence(self) -> str:
        """What stands, in plain words, to follow the subject's name."""
        return _sentence(self.row, self.rest)

    @property
    def days_left(self) -> int | None:
        """Days from the day of the evaluation to the due date; negative when past."""
        return (self.row.due_on - self.row.as_of).days if self.row.due_on else None

    @property
    def days_past(self) -> int:
        """Days since the due date."""
        return -(self.days_left or 0)

    @property
    def is_open(self) -> bool:
        return self.row.state in OPEN

    @property
    def missing(self) -> list[Text]:
        """The facts that are missing, in words."""
        return [fact_words.column(name) for name in (self.row.missing or "").split(";") if name]


def why(run: Run, pack: Pack, row: Obligation) -> Why:
    """Gather the answer: six queries, whatever the obligation."""
    found = selectors.criteria(run, row.obligation_id)
    links = {criterion.pk: _refs(criterion) for criterion in found}
    kept = selectors.facts(run, [ref for refs in links.values() for ref in refs[:SHOWN_FACTS]])
    subject = selectors.subjects(run, [(row.subject_kind, row.subject_id)]).get(
        (row.subject_kind, row.subject_id)
    )
    units = selectors.units(run, [row.owner_unit_id, subject.unit_id if subject else None])
    return Why(
        row=row,
        entry=pack.text.obligation(row.provision),
        subject=subject,
        owner=units.get(row.owner_unit_id or ""),
        unit=units.get((subject.unit_id if subject else "") or ""),
        reasons=[_reason(pack, row, criterion, links[criterion.pk], kept) for criterion in found],
        used=_used(run, pack, row),
    )


def _refs(criterion: Criterion) -> list[tuple[str, str]]:
    parts = (ref.partition(":") for ref in (criterion.fact_refs or "").split(";") if ref)
    return [(table, key) for table, colon, key in parts if colon]


def _reason(
    pack: Pack,
    row: Obligation,
    criterion: Criterion,
    refs: Sequence[tuple[str, str]],
    kept: dict[tuple[str, str], Fact],
) -> Reason:
    text = words_of(pack.criteria, row.provision, criterion.criterion)
    links = [FactLink(t, k, kept[t, k].row if (t, k) in kept else None) for t, k in refs]
    mark, answer = {
        True: ("met", Text("成立", "Holds")),
        False: ("owed", Text("不成立", "Does not hold")),
        None: ("unknown", Text("未知", "Unknown")),
    }[criterion.holds]
    return Reason(
        mark=mark,
        answer=answer,
        question=pick(text.question),
        value=_value(text, criterion.value),
        facts=links[:SHOWN_FACTS],
        more=links[SHOWN_FACTS:],
    )


def _value(text: CriterionText, value: str | None) -> SafeString:
    """The value put into its sentence, in bold; a sentence that has no value is left out."""
    if not value and "{value}" in pick(text.answer):
        return SafeString("")
    return format_html(
        pick(text.answer), value=format_html("<b>{}</b>", _written(text.kind, value or ""))
    )


def _written(kind: str, value: str) -> str:
    """A value as people read it; a value that is not of its kind stays as it is."""
    try:
        match kind:
            case "date":
                return day(date.fromisoformat(value), year=True)
            case "number":
                return number(Decimal(value))
            case "hours" | "days" | "fen":
                return quantity(Decimal(value), kind)
    except (ValueError, ArithmeticError):
        return value
    return value.replace("T", " ") if kind == "time" else pick(fact_words.value(value))


def _used(run: Run, pack: Pack, row: Obligation) -> list[Used]:
    """The versions in force at the end of the row's period, as known when it was evaluated."""
    on = min(row.period_end or row.as_of, row.as_of)
    found = ((key, pack.parameters[key]) for key in pack.parameters_of(row.provision))
    versions = ((key, p, p.version(on, row.as_of)) for key, p in found)
    return [Used(p, version, key in run.parameters) for key, p, version in versions if version]


def _sentence(row: Obligation, rest: Decimal | None) -> str:
    unit = row.quantity_unit or ""
    whole = quantity(row.quantity, unit) if row.quantity is not None and unit else ""
    left = quantity(rest, unit) if rest is not None and unit else ""
    counted = unit and unit != "count"
    match row.state:
        case "owed" | "planned" | "overdue" if counted and unit == "fen":
            return say("还有 {left}没有发到", "is still owed {left}", left=left)
        case "owed" | "planned" | "overdue" if counted:
            return say("还有 {left}没有兑现", "is still owed {left}", left=left)
        case "owed" | "planned":
            return say("有一项还没有兑现", "has one promise still to be kept")
        case "overdue":
            return say("有一项过期没有兑现", "has one promise past its date")
        case "met" if counted:
            return say("的 {whole}已经兑现", "has had {whole} in full", whole=whole)
        case "unknown" if counted:
            return say("有 {whole}还不能确定", "has {whole} not yet settled", whole=whole)
        case "unknown":
            return say("有一项还不能确定", "has one promise not yet settled")
        case "breached" | "not_kept" if counted:
            return say("有 {whole}没有做到", "has {whole} that broke the rule", whole=whole)
        case "breached" | "not_kept":
            n = number(row.quantity) if row.quantity is not None else "1"
            return say("有 {n} 次没有做到", "has {n} that broke the rule", n=n)
        case "excepted" if counted:
            return say("有 {whole}属于例外", "has {whole} excepted, with a reason", whole=whole)
        case "available":
            return say("可以申请", "may apply")
    return say("已经兑现", "has had what was promised")
