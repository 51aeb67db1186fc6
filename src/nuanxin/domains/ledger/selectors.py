"""All reads of the ledger. Each function is one query, whatever the size of the city."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Lower

from nuanxin.domains.ledger.models import (
    Criterion,
    Fact,
    Flow,
    Obligation,
    PersonDay,
    Run,
    SetAside,
    Subject,
    Tally,
    Unit,
    UnitTally,
)
from nuanxin.domains.states import RANK

MOST = 10_000
"""Lists are counted and paged up to here; beyond, a narrower filter is asked for."""
MOST_NAMED = 200
"""A search goes through so many subjects at most."""


def run_of(pack: str) -> Run | None:
    """The evaluation that stands for a pack; None when none was loaded."""
    return Run.objects.filter(pack=pack).first()


@dataclass(frozen=True)
class Filter:
    """Which obligations a list shows; an empty field filters nothing.

    ``subjects`` are (kind, id); none of them means no obligation, None means all.
    """

    measure: int | None = None
    provision: str = ""
    states: tuple[str, ...] = ()
    district: str = ""
    unit_kind: str = ""
    unit: str = ""
    subjects: tuple[tuple[str, str], ...] | None = None


def current_run() -> Run | None:
    """The run the pages show: the one loaded last; None before the first load."""
    return Run.objects.order_by("-pk").first()


class Counted(NamedTuple):
    """One row of the counts: so many obligations of this provision, state, unit and place."""

    provision: str
    measure: int
    state: str
    quantity_unit: str
    district: str
    unit_kind: str
    rows: int
    quantity: Decimal
    quantity_met: Decimal


def counts(run: Run, *, measure: int | None = None) -> list[Counted]:
    """The counts of a run, or of one of its measures."""
    found = Tally.objects.filter(run=run)
    if measure is not None:
        found = found.filter(measure=measure)
    return [Counted(*row) for row in found.values_list(*Counted._fields)]


def unit_tree(run: Run) -> list[Unit]:
    """Every unit of a run, by number."""
    return list(Unit.objects.filter(run=run).order_by("unit_id"))


def unit_counts(run: Run) -> list[tuple[str, str, int]]:
    """How many obligations each unit owes stand how: unit, state, rows; counted at loading."""
    found = UnitTally.objects.filter(run=run)
    return list(found.values_list("unit_id", "state", "rows"))


def flow(run: Run, *, district: str = "", unit_kind: str = "") -> list[tuple[date, int, int]]:
    """Of the open obligations, by day in order: day, how many arose, how many fall due."""
    found = Flow.objects.filter(run=run)
    if district:
        found = found.filter(district=district)
    if unit_kind:
        found = found.filter(unit_kind=unit_kind)
    days = found.values("day").annotate(a=Sum("arose"), d=Sum("due")).order_by("day")
    return [(row["day"], row["a"], row["d"]) for row in days]


def obligations(run: Run, wanted: Filter) -> QuerySet[Obligation]:
    """The obligations of a filter, the most urgent first."""
    found = Obligation.objects.filter(run=run)
    narrow = {
        "measure": wanted.measure,
        "provision": wanted.provision,
        "rank__in": [RANK[state] for state in wanted.states],
        "district": wanted.district,
        "unit_kind": wanted.unit_kind,
        "owner_unit_id": wanted.unit,
    }
    found = found.filter(**{name: value for name, value in narrow.items() if value})
    if wanted.subjects is not None:
        kinds, numbers = zip(*wanted.subjects, strict=True) if wanted.subjects else ((), ())
        found = found.filter(subject_kind__in=set(kinds), subject_id__in=numbers)
    return found.order_by("rank", "due_on", "obligation_id")


def named(run: Run, beginning: str) -> list[tuple[str, str]]:
    """Subjects whose name or number begins so, as (kind, id); the first MOST_NAMED of them."""
    found = Subject.objects.filter(run=run).values_list("kind", "subject_id")
    low = beginning.lower()
    by_name = found.alias(low=Lower("name")).filter(low__startswith=low).order_by("low")
    by_number = found.alias(low=Lower("subject_id")).filter(low__startswith=low).order_by("low")
    return [*by_name[:MOST_NAMED], *by_number[:MOST_NAMED]][:MOST_NAMED]


def obligation(run: Run, obligation_id: str) -> Obligation | None:
    """One obligation by its number."""
    found = Obligation.objects.filter(run=run, obligation_id=obligation_id).first()
    if found is not None:
        found.run = run
    return found


def criteria(run: Run, obligation_id: str) -> list[Criterion]:
    """The reasons of an obligation, in no particular order."""
    return list(Criterion.objects.filter(run=run, obligation_id=obligation_id))


def subjects(run: Run, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Subject]:
    """Subjects by (kind, id)."""
    wanted = list(keys)
    found = Subject.objects.filter(run=run, subject_id__in=[number for _, number in wanted])
    return {(subject.kind, subject.subject_id): subject for subject in found}


def units(run: Run, ids: Iterable[str | None]) -> dict[str, Unit]:
    """Units by id; ids that no unit has are left out."""
    found = Unit.objects.filter(run=run, unit_id__in={number for number in ids if number})
    return {unit.unit_id: unit for unit in found}


def fact(run: Run, table: str, key: str) -> Fact | None:
    """One fact that some criterion names."""
    return Fact.objects.filter(run=run, table=table, key=key).first()


def facts(run: Run, refs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Fact]:
    """Facts by (table, key)."""
    wanted = set(refs)
    found = Fact.objects.filter(run=run, key__in=[key for _, key in wanted])
    return {(f.table, f.key): f for f in found if (f.table, f.key) in wanted}


def set_aside(run: Run, *, file: str = "", kind: str = "") -> QuerySet[SetAside]:
    """What could not stand, in the order the evaluation reported it."""
    found = SetAside.objects.filter(run=run)
    if file:
        found = found.filter(file=file)
    if kind:
        found = found.filter(kind=kind)
    return found.order_by("position")


def set_aside_counts(run: Run) -> list[tuple[str, str, int]]:
    """How many were set aside, by file and kind."""
    found = SetAside.objects.filter(run=run).values("file", "kind").annotate(n=Count("pk"))
    return [(row["file"], row["kind"], row["n"]) for row in found.order_by("file", "kind")]


class Subsidy(NamedTuple):
    """What a payer owes a person for a month (M09-1), what counts as delivered, in fen, and how
    many days are to be settled."""

    fen: int
    met_fen: int
    unknown_days: int


def payers(run: Run) -> list[tuple[str, date, int, int]]:
    """Payers and months with a subsidy owed, the latest month first: unit, month, people, fen."""
    owed = Obligation.objects.filter(
        run=run, provision="M09-1", quantity_unit="fen", owner_unit_id__isnull=False
    )
    found = owed.values("owner_unit_id", "period_start").annotate(
        n=Count("pk"), fen=Sum("quantity")
    )
    return [
        (str(row["owner_unit_id"]), row["period_start"], row["n"], int(row["fen"]))
        for row in found.order_by("-period_start", "owner_unit_id")
        if row["period_start"] is not None
    ]


def subsidies(run: Run, payer: str, month: date) -> dict[str, Subsidy]:
    """The subsidy that a payer owes for a month, by person."""
    rows = Obligation.objects.filter(
        run=run, provision="M09-1", owner_unit_id=payer, period_start=month
    ).values_list("subject_id", "quantity_unit", "quantity", "quantity_met")
    found: dict[str, Subsidy] = {}
    for person, unit, quantity, met in rows:
        so_far = found.get(person, Subsidy(0, 0, 0))
        if unit == "fen":
            found[person] = so_far._replace(fen=int(quantity or 0), met_fen=int(met or 0))
        else:
            found[person] = so_far._replace(unknown_days=int(quantity or 0))
    return found


def person_days(run: Run, payer: str, month: date) -> dict[str, list[dict[str, object]]]:
    """The days that a tier covers of a payer and month, by person, in order."""
    of_month = {"date__year": month.year, "date__month": month.month}
    shown = ("person_id", "date", "tier", "percent", "is_half", "contact", "is_aid", "fen")
    rows = PersonDay.objects.filter(run=run, payer=payer, **of_month).order_by("person_id", "date")
    found: dict[str, list[dict[str, object]]] = {}
    for row in rows.values(*shown):
        found.setdefault(row.pop("person_id"), []).append(row)
    return found


def all_subsidies(run: Run) -> dict[tuple[str, str, date], int]:
    """Every subsidy that stands with a known payer, in fen, by person, payer and month."""
    rows = Obligation.objects.filter(
        run=run, provision="M09-1", quantity_unit="fen", owner_unit_id__isnull=False
    ).values_list("subject_id", "owner_unit_id", "period_start", "quantity")
    return {(p, str(payer), month): int(fen or 0) for p, payer, month, fen in rows if month}
