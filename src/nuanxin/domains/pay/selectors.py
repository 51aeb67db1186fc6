"""Reading pay runs: the list, one run with its exceptions first, and arrears of a rule tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Sum, When

from nuanxin.domains.actor import Actor
from nuanxin.domains.inbox.selectors import units_at
from nuanxin.domains.ledger import selectors as ledger
from nuanxin.domains.ledger.models import Run as LedgerRun
from nuanxin.domains.pay.models import OPEN, PayLine, PayRun
from nuanxin.domains.pay.scatter import Reported


@dataclass(frozen=True)
class Month:
    """A payer's month: what the ledger owes, and the last run of it if there is one."""

    payer: str
    month: date
    people: int
    fen: int
    run: PayRun | None


@dataclass(frozen=True)
class Sums:
    """The sums of a run in fen; ``people`` and ``fen`` of those it would pay."""

    people: int
    owed: int
    before: int
    fen: int
    held: int
    unknown_days: int
    up: int
    down: int


@dataclass(frozen=True)
class Arrear:
    """What a rule that is being tried would change for a person, payer and month, in fen."""

    person_id: str
    payer: str
    month: date
    now_fen: int
    then_fen: int

    @property
    def fen(self) -> int:
        return self.then_fen - self.now_fen


def months(standing: LedgerRun, by: Actor) -> list[Month]:
    """Every payer and month with a subsidy that somebody reckons, the latest month first."""
    units = units_at(by.unit_id)
    runs: dict[tuple[str, date], PayRun] = {}
    for run in PayRun.objects.exclude(state="superseded").order_by("number"):
        runs[run.payer, run.month] = run
    return [
        Month(payer, month, people, fen, runs.get((payer, month)))
        for payer, month, people, fen in ledger.payers(standing)
        if payer in units or not units
    ]


def run(pk: int) -> PayRun | None:
    """One run; None when there is no such one."""
    return PayRun.objects.filter(pk=pk).first()


def sums(of: PayRun) -> Sums:
    """The sums of a run."""
    paid = Q(held="")
    told = of.lines.aggregate(
        of_people=Count("pk", filter=paid & ~Q(owed_fen=0, fen=0)),
        of_owed=Sum("owed_fen", filter=paid),
        of_before=Sum("before_fen", filter=paid),
        of_fen=Sum("fen", filter=paid),
        of_held=Count("pk", filter=~paid),
        of_unknown_days=Sum("unknown_days"),
        of_up=Count("pk", filter=paid & Q(fen__gt=0)),
        of_down=Count("pk", filter=paid & Q(fen__lt=0)),
    )
    return Sums(**{name.removeprefix("of_"): int(value or 0) for name, value in told.items()})


def found_by_checks(of: PayRun) -> set[str]:
    """The people whom a check that stops has found."""
    failed = of.checks.filter(passed=False, stops=True).values_list("found", flat=True)
    return {one["person_id"] for found in failed for one in found}


def lines(of: PayRun) -> QuerySet[PayLine]:
    """The lines of a run, exceptions first: found by a check, left out, taken back, to be
    settled, then the rest by the size of the difference. Who is owed nothing and changes nothing
    is not listed, unless a check has found them."""
    wanted = found_by_checks(of)
    rank = Case(
        When(person_id__in=wanted, held="", then=-1),
        When(~Q(held=""), then=0),
        When(fen__lt=0, then=1),
        When(unknown_days__gt=0, then=2),
        When(fen=0, then=4),
        default=3,
        output_field=IntegerField(),
    )
    found = of.lines.exclude(~Q(person_id__in=wanted), held="", owed_fen=0, fen=0)
    return found.annotate(rank=rank).order_by("rank", "-fen", "person_id")


def public_lines(of: PayRun) -> QuerySet[PayLine]:
    """The lines that the public list shows, each with ``paid_days``."""
    shown = of.lines.filter(held="").exclude(owed_fen=0).order_by("person_id")
    return shown.annotate(paid_days=Count("days", filter=Q(days__fen__gt=0)))


def names(of: PayRun, people: Sequence[str]) -> dict[str, str]:
    """The names of people of a run."""
    return dict(of.lines.filter(person_id__in=people).values_list("person_id", "name"))


def reported(of: PayRun) -> list[Reported]:
    """Who reported how many days with how many recorded contacts, of everybody in a run."""
    found = of.lines.annotate(
        of_days=Count("days"), of_contact=Count("days", filter=Q(days__contact=True))
    )
    shown = ("of_days", "of_contact", "is_leader", "name", "person_id", "owed_fen")
    return [
        Reported(days, contact, bool(leads), name or person, owed > 0)
        for days, contact, leads, name, person, owed in found.values_list(*shown)
    ]


def history(of: PayRun) -> list[tuple[PayRun, int]]:
    """All runs of the same payer and month, the latest first, each with its difference."""
    every = PayRun.objects.filter(payer=of.payer, month=of.month).order_by("-number")
    told = every.annotate(difference=Sum("lines__fen", filter=Q(lines__held="")))
    return [(run, int(getattr(run, "difference", None) or 0)) for run in told]


def open_runs() -> QuerySet[PayRun]:
    """The runs that are neither approved nor superseded."""
    return PayRun.objects.filter(state__in=OPEN)


def arrears(standing: LedgerRun, out: Path) -> list[Arrear]:
    """What the evaluation in a folder would change of the subsidies that stand: who gains or
    loses how much, before the rule is switched on. Nothing is written."""
    con = duckdb.connect()
    rows = con.execute(
        "select subject_id, owner_unit_id, period_start, quantity::bigint from read_parquet(?)"
        " where provision = 'M09-1' and quantity_unit = 'fen' and owner_unit_id is not null",
        [str(out / "obligations.parquet")],
    ).fetchall()
    con.close()
    then = {(person, payer, month): int(fen) for person, payer, month, fen in rows}
    now = ledger.all_subsidies(standing)
    return [
        Arrear(key[0], key[1], key[2], now.get(key, 0), then.get(key, 0))
        for key in sorted(then.keys() | now.keys())
        if now.get(key, 0) != then.get(key, 0)
    ]
