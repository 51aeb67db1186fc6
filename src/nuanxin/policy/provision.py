"""Provisions as expressions: the rows a rule finds, their state, and the criteria behind it.

A rule is written once. Its criteria are expressions; its state is made of the same
expressions, so that what is decided and what is explained cannot drift apart. Two projections
of one ruling are compiled: the obligations (of an orientation: what it lists), and the criteria
with the facts behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import ibis
import ibis.expr.types as ir

from nuanxin.policy.terms import as_of, date_of, quantity, text, unknown

OBLIGATION_TYPES = {
    "obligation_id": "VARCHAR",
    "provision": "VARCHAR",
    "measure": "BIGINT",
    "modality": "VARCHAR",
    "subject_kind": "VARCHAR",
    "subject_id": "VARCHAR",
    "period_start": "DATE",
    "period_end": "DATE",
    "quantity": "DECIMAL(18, 4)",
    "quantity_unit": "VARCHAR",
    "quantity_met": "DECIMAL(18, 4)",
    "due_on": "DATE",
    "owner_unit_id": "VARCHAR",
    "state": "VARCHAR",
    "missing": "VARCHAR",
    "as_of": "DATE",
}
"""The columns of ``obligations`` in the order of the contract, with their SQL types."""

LISTED_TYPES = {
    "listing_id": "VARCHAR",
    "provision": "VARCHAR",
    "measure": "BIGINT",
    "subject_kind": "VARCHAR",
    "subject_id": "VARCHAR",
    "period_start": "DATE",
    "period_end": "DATE",
    "owner_unit_id": "VARCHAR",
    "evidence": "VARCHAR",
    "fact_refs": "VARCHAR",
    "as_of": "DATE",
}
"""The columns of ``listed``: what an orientation shows, without state, quantity or due date.

``evidence`` are the names of the criteria that hold, ``fact_refs`` the facts behind them.
"""

CRITERIA_TYPES = {
    "obligation_id": "VARCHAR",
    "criterion": "VARCHAR",
    "holds": "BOOLEAN",
    "value": "VARCHAR",
    "fact_refs": "VARCHAR",
}
"""The columns of ``criteria``, with their SQL types."""

OBLIGATION_COLUMNS = tuple(OBLIGATION_TYPES)
LISTED_COLUMNS = tuple(LISTED_TYPES)
CRITERIA_COLUMNS = tuple(CRITERIA_TYPES)


@dataclass(frozen=True)
class Facts:
    """Where the facts behind a criterion are found: a table with a column ``ref``
    (``table:key``), and what ties its rows to those of the ruling."""

    table: ir.Table
    tie: Callable[[ir.Table, ir.Table], Sequence[ir.BooleanValue]]


@dataclass(frozen=True)
class Criterion:
    """One named condition: whether it holds (true, false, unknown), its value, its facts.

    Facts are found by a tie, or stand in a column of the ruling's rows as ``table:key`` parted
    by ``;``. ``missing`` names the column that is empty where it is unknown whether it holds.
    """

    name: str
    holds: ir.BooleanValue
    value: ir.Value
    facts: Facts | ir.StringValue | None = None
    missing: str | ir.StringValue | None = None


@dataclass(frozen=True)
class Ruling:
    """What a rule finds: every column of the rows, the contract's columns, and the criteria.

    ``told`` are the same rows with the columns of all criteria, where some of these are found in
    tables that decide nothing.
    """

    rows: ir.Table
    criteria: tuple[Criterion, ...]
    told: ir.Table | None = None


@dataclass(frozen=True)
class Rule:
    """One way in which a provision makes rows.

    ``over_all`` rules speak of units or of the whole city and run once, after all slices.
    ``compares`` rules set units against each other: when one unit is asked for, everybody is
    evaluated. ``lists`` rules are orientations: they show, and have no state.
    """

    provision: str
    name: str
    subject_kind: str
    parameters: tuple[str, ...]
    define: Callable[[], Ruling]
    over_all: bool = False
    compares: bool = False
    lists: bool = False

    @cached_property
    def ruling(self) -> Ruling:
        """The rows and criteria as expressions."""
        return self.define()

    @property
    def key(self) -> str:
        """The name under which its compiled text is kept, as ``M07-2.shift``."""
        return f"{self.provision}.{self.name}"


@dataclass(frozen=True)
class Identity:
    """What a row is: provision, subject, first day, and what else tells it apart (I2)."""

    provision: str
    modality: str
    subject_kind: str
    subject: ir.StringValue
    start: ir.IntegerValue
    apart: Sequence[ir.Value] = ()

    def expression(self) -> ir.StringValue:
        """The obligation's id: readable, and the same in every run."""
        parts = [text(self.provision), text(self.subject_kind), self.subject]
        parts += [date_of(self.start).cast("string"), *(part.cast("string") for part in self.apart)]
        return text("|").join([part.fill_null("") for part in parts])


def ruling(
    rows: ir.Table,
    identity: Identity,
    *,
    end: ir.IntegerValue | None,
    amount: ir.NumericValue,
    unit: str | ir.StringValue,
    owner: ir.StringValue,
    state: ir.StringValue,
    criteria: Sequence[Criterion],
    met: ir.NumericValue | None = None,
    due: ir.IntegerValue | None = None,
    missing: ir.StringValue | None = None,
) -> Ruling:
    """Give the rows the columns of the contract; days are day numbers, ``amount`` in ``unit``."""
    none = ibis.null().cast("date")
    found = rows.mutate(
        obligation_id=identity.expression(),
        provision=text(identity.provision),
        measure=_measure(identity),
        modality=text(identity.modality),
        subject_kind=text(identity.subject_kind),
        subject_id=identity.subject,
        period_start=date_of(identity.start),
        period_end=none if end is None else date_of(end),
        quantity=quantity(amount),
        quantity_unit=text(unit) if isinstance(unit, str) else unit,
        quantity_met=unknown("decimal(18, 4)") if met is None else quantity(met),
        due_on=none if due is None else date_of(due),
        owner_unit_id=owner,
        state=state,
        missing=unknown("string") if missing is None else missing,
        as_of=date_of(as_of()),
        **_reasons(criteria),
    )
    return Ruling(found, tuple(criteria))


def listing(
    rows: ir.Table, identity: Identity, *, owner: ir.StringValue, criteria: Sequence[Criterion]
) -> Ruling:
    """What an orientation shows: rows without state, quantity or due date, open at the end.

    Facts behind its criteria stand in columns, for they are written beside the entry too.
    """
    names = [ibis.ifelse(c.holds, text(c.name), unknown("string")) for c in criteria]
    refs = [c.facts.nullif("") for c in criteria if isinstance(c.facts, ir.StringValue)]
    found = rows.mutate(
        obligation_id=identity.expression(),
        provision=text(identity.provision),
        measure=_measure(identity),
        subject_kind=text(identity.subject_kind),
        subject_id=identity.subject,
        period_start=date_of(identity.start),
        period_end=unknown("date"),
        owner_unit_id=owner,
        evidence=_parted(names),
        fact_refs=_parted(refs),
        as_of=date_of(as_of()),
        **_reasons(criteria),
    )
    return Ruling(found, tuple(criteria))


def _measure(identity: Identity) -> ir.IntegerValue:
    return ibis.literal(int(identity.provision[1:3])).cast("int64")


def _reasons(criteria: Sequence[Criterion]) -> dict[str, ir.Value]:
    return {
        **{f"holds_{c.name}": c.holds for c in criteria},
        **{f"value_{c.name}": _written(c.value) for c in criteria},
        **{f"refs_{c.name}": c.facts for c in criteria if isinstance(c.facts, ir.StringValue)},
    }


def _parted(pieces: Sequence[ir.StringValue]) -> ir.StringValue:
    """The pieces that are not unknown, as one text parted by ``;``."""
    return text(";").join(pieces)


def _written(value: ir.Value) -> ir.StringValue:
    """A criterion's value as text; engines write decimals of their own length, we four places."""
    return (quantity(value) if value.type().is_decimal() else value).cast("string")


# -- lives: how criteria become a state --------------------------------------------------------


def must(done: Criterion, *in_time: Criterion) -> ir.StringValue:
    """MUST: met when done, overdue when a clock has run out, else owed (T5)."""
    late = [(~clock.holds, "overdue") for clock in in_time]
    return ibis.cases((done.holds, "met"), *late, else_="owed")


def must_unbroken(unbroken: Criterion, done: Criterion) -> ir.StringValue:
    """MUST whose breach stays on the record: breached, met when done, else owed."""
    return ibis.cases((~unbroken.holds, "breached"), (done.holds, "met"), else_="owed")


def normally(kept: Criterion, excepted: Criterion | None = None) -> ir.StringValue:
    """NORMALLY: kept, excepted with a reason, or breached."""
    if excepted is None:
        return ibis.cases((kept.holds, "kept"), else_="breached")
    return ibis.cases((kept.holds, "kept"), (excepted.holds, "excepted"), else_="breached")


def offered(done: Criterion, *conditions: Criterion) -> ir.StringValue:
    """MAY and PREFER: met once a person has acted, unknown while a hard condition is, else
    available. Never owed, and never by itself approved. Where one fails there is no row."""
    unsettled = [(c.holds.isnull(), "unknown") for c in conditions if c.missing is not None]
    return ibis.cases((done.holds, "met"), *unsettled, else_="available")


def may(done: Criterion, *conditions: Criterion) -> ir.BooleanValue:
    """MAY: whether there is a row. Not where a hard condition fails, unless a person acted."""
    possible = [c.holds if c.missing is None else c.holds.fill_null(True) for c in conditions]
    return done.holds | ibis.and_(*possible)


def prefer(done: Criterion, tie: Criterion, *conditions: Criterion) -> ir.BooleanValue:
    """PREFER: whether there is a row. It acts only between equals: without a tie there is none."""
    held = _all_hold(conditions)
    return done.holds | held.isnull() | (held & tie.holds)


def missing_of(done: Criterion, *conditions: Criterion) -> ir.StringValue:
    """The empty columns because of which MAY or PREFER is unknown, parted by ``;``."""
    names = [
        ibis.ifelse(c.holds.isnull(), _as_text(c.missing), unknown("string"))
        for c in conditions
        if c.missing is not None
    ]
    if not names:
        return unknown("string")
    joined = names[0] if len(names) == 1 else _parted(names).nullif("")
    return ibis.ifelse(done.holds, unknown("string"), joined)


def _as_text(name: str | ir.StringValue) -> ir.StringValue:
    return text(name) if isinstance(name, str) else name


def _all_hold(conditions: Sequence[Criterion]) -> ir.BooleanValue:
    """Three-valued: false when one fails, else unknown when one is, else true."""
    return ibis.and_(*[condition.holds for condition in conditions])


# -- the projections -----------------------------------------------------------------------


def obligations_of(rule: Rule) -> ir.Table:
    """The rows of ``obligations`` that a rule makes, before waivers."""
    return rule.ruling.rows.select(*OBLIGATION_COLUMNS)


def listed_of(rule: Rule) -> ir.Table:
    """The entries of ``listed`` that an orientation makes."""
    rows = rule.ruling.rows
    return rows.select(rows.obligation_id.name("listing_id"), *LISTED_COLUMNS[1:])


def criteria_of(rule: Rule) -> ir.Table:
    """The rows of ``criteria`` that a rule makes: one for each row and criterion."""
    rows = rule.ruling.rows if rule.ruling.told is None else rule.ruling.told
    return ibis.union(*[_criterion_rows(rows, c) for c in rule.ruling.criteria])


def _criterion_rows(rows: ir.Table, criterion: Criterion) -> ir.Table:
    found = rows.select(
        "obligation_id",
        criterion=text(criterion.name),
        holds=rows[f"holds_{criterion.name}"],
        value=rows[f"value_{criterion.name}"],
        **_ready_refs(rows, criterion),
    )
    if not isinstance(criterion.facts, Facts):
        return found
    facts = criterion.facts.table
    tied = rows.inner_join(facts, criterion.facts.tie(rows, facts))
    tied = tied.select(obligation_id=rows.obligation_id, ref=facts.ref).distinct()
    refs = tied.group_by("obligation_id").agg(
        fact_refs=tied.ref.group_concat(";", order_by=tied.ref)
    )
    found = found.left_join(refs, "obligation_id")
    return found.select(*CRITERIA_COLUMNS[:-1], fact_refs=found.fact_refs.fill_null(""))


def _ready_refs(rows: ir.Table, criterion: Criterion) -> dict[str, ir.StringValue]:
    """The references that need no tie: none at all, or those in the rows themselves."""
    if isinstance(criterion.facts, Facts):
        return {}
    if criterion.facts is None:
        return {"fact_refs": text("")}
    return {"fact_refs": rows[f"refs_{criterion.name}"].fill_null("")}
