"""The answer to why: an obligation with its sentence, clock, reasons, facts and parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from nuanxin.domains.board import fact_words
from nuanxin.domains.board.reasons import SHOWN_FACTS, Reason, in_order, reason, refs_of
from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.models import Obligation, Run, Subject, Unit
from nuanxin.domains.rules.standing import in_force
from nuanxin.domains.states import OPEN
from nuanxin.domains.wording import pick, quantity, say
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameter import Parameter, Value
from nuanxin.policy.provenance import place
from nuanxin.policy.registry import Obligation as Entry
from nuanxin.policy.text import Text


@dataclass(frozen=True)
class Used:
    """A parameter with the version that was in force; ``changed`` is what a run set instead."""

    parameter: Parameter
    version: Value
    changed: str | None

    @property
    def place(self) -> Text:
        """Whose rule it is: a peer's number is never read as this policy's own."""
        return place(self.version.jurisdiction)


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
    def who(self) -> str:
        """The subject's name, or its number when it has none."""
        return (self.subject and self.subject.name) or self.row.subject_id

    @property
    def sentence(self) -> SafeString:
        """What stands, in plain words, to follow the subject's name."""
        return _sentence(self.row, self.entry)

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
    """Gather the answer, in as many queries whatever the obligation."""
    key = (row.subject_kind, row.subject_id)
    criteria = in_order(pack, row.provision, selectors.criteria(run, row.obligation_id))
    shown = [ref for criterion in criteria for ref in refs_of(criterion)[:SHOWN_FACTS]]
    facts = selectors.facts(run, shown)
    subject = selectors.subjects(run, [key]).get(key)
    units = selectors.units(run, [row.owner_unit_id, subject.unit_id if subject else None])
    return Why(
        row=row,
        entry=pack.text.obligation(row.provision),
        subject=subject,
        owner=units.get(row.owner_unit_id or ""),
        unit=units.get((subject.unit_id if subject else "") or ""),
        reasons=[reason(pack, row.provision, c, facts, units) for c in criteria],
        used=_used(run, pack, row),
    )


def _used(run: Run, pack: Pack, row: Obligation) -> list[Used]:
    """The versions in force at the end of the row's period, as known when it was evaluated."""
    on = min(row.period_end or row.as_of, row.as_of)
    standing = in_force(pack)
    parameters = [standing[key] for key in pack.parameters_of(row.provision)]
    versions = ((p, p.version(on, row.as_of)) for p in parameters)
    return [Used(p, version, _changed(run, p)) for p, version in versions if version]


def _changed(run: Run, parameter: Parameter) -> str | None:
    """The value that the run used, when it is not the one in force."""
    told = run.parameters.get(parameter.key)
    return None if told in (None, str(parameter.value(run.as_of))) else str(told)


def _sentence(row: Obligation, entry: Entry) -> SafeString:
    """What is still owed, else how the promise of that name stands."""
    title, left = pick(entry.title), _left(row)
    match row.state:
        case "owed" | "planned" | "overdue" if left and row.quantity_unit == "fen":
            return say("还有 {left}没有发到", " is still owed {left}", left=left)
        case "owed" | "planned" | "overdue" if left:
            return say("还有 {left}没有兑现", " is still owed {left}", left=left)
        case "owed" | "planned":
            return say("的“{title}”还没有兑现", ": “{title}” is still to come", title=title)
        case "overdue":
            return say("的“{title}”过期没有兑现", ": “{title}” is past its date", title=title)
        case "unknown":
            return say("的“{title}”还不能确定", ": “{title}” is not yet settled", title=title)
        case "breached" | "not_kept":
            return say("的“{title}”没有做到", ": “{title}” was not kept", title=title)
        case "excepted" | "declined" | "not_applied":
            return say("的“{title}”是例外", ": “{title}” is an exception", title=title)
        case "available" | "proposed":
            return say("的“{title}”可以申请", ": “{title}” can be applied for", title=title)
    return say("的“{title}”已经兑现", ": “{title}” has been kept", title=title)


def _left(row: Obligation) -> str:
    """What is still to be delivered, in words; empty for what is merely counted."""
    rest = (row.quantity or Decimal(0)) - (row.quantity_met or Decimal(0))
    measured = row.quantity_unit and row.quantity_unit != "count"
    return quantity(rest, row.quantity_unit or "") if measured and rest > 0 else ""
