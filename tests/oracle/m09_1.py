"""M09-1: the temporary work subsidy, by person, payer and month."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date
from decimal import Decimal

from .deliveries import settle
from .model import Row
from .spells import spans
from .subsidy import UNKNOWNS, Worker, pay_of
from .time import pieces
from .world import World


def rows(world: World) -> list[Row]:
    found = []
    for person in world.people.values():
        worker = Worker(
            person,
            spans(world, person.person_id),
            pieces(world.work_of(person.person_id), world.end),
        )
        found += _sure_rows(world, worker)
        found += _unsettled_rows(world, worker)
    return found


def _last_of_month(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _sure_rows(world: World, worker: Worker) -> list[Row]:
    owed: dict[str | None, dict[date, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for day in worker.dates:
        sure = pay_of(world, worker, day)
        if sure.fen > 0:
            owed[sure.payer][day.replace(day=1)] += sure.fen
    found = []
    for payer, months in owed.items():
        payments = [
            delivery
            for delivery in world.deliveries
            if delivery.provision == "M09-1"
            and delivery.subject_id == worker.person.person_id
            and payer is not None
            and delivery.counterpart_id == payer
        ]
        paid = settle(months, payments)
        for month, fen in months.items():
            found.append(_fen_row(world, worker, payer, month, fen, paid[month]))
    return found


def _fen_row(
    world: World, worker: Worker, payer: str | None, month: date, fen: Decimal, paid: Decimal
) -> Row:
    due = world.workdays.after(_last_of_month(month), world.params.subsidy_due_workdays)
    if payer is None:
        state = "unknown"
    elif paid >= fen:
        state = "met"
    elif world.as_of > due:
        state = "overdue"
    else:
        state = "owed"
    return Row(
        provision="M09-1",
        modality="MUST",
        subject_kind="person",
        subject_id=worker.person.person_id,
        period_start=month,
        period_end=_last_of_month(month),
        quantity=fen,
        quantity_unit="fen",
        quantity_met=paid,
        due_on=due,
        state=state,
        owner_unit_id=payer,
        missing="spell" if payer is None else None,
        extra=(payer or "", "fen"),
    )


def _unsettled_rows(world: World, worker: Worker) -> list[Row]:
    days: dict[tuple[str | None, date], list[date]] = defaultdict(list)
    for day in worker.dates:
        higher = pay_of(world, worker, day, UNKNOWNS)
        if higher.fen > pay_of(world, worker, day).fen:
            days[higher.payer, day.replace(day=1)].append(day)
    return [
        Row(
            provision="M09-1",
            modality="MUST",
            subject_kind="person",
            subject_id=worker.person.person_id,
            period_start=month,
            period_end=_last_of_month(month),
            quantity=Decimal(len(unsettled)),
            quantity_unit="days",
            state="unknown",
            owner_unit_id=payer,
            missing=";".join(_raising(world, worker, unsettled)),
            extra=(payer or "", "days"),
        )
        for (payer, month), unsettled in days.items()
    ]


def _raising(world: World, worker: Worker, days: list[date]) -> list[str]:
    """The unknown columns that could raise the amount of one of these days."""

    def fen(day: date, turned: set[str]) -> Decimal:
        return pay_of(world, worker, day, turned).fen

    return [
        column
        for column in UNKNOWNS
        if any(
            fen(day, others | {column}) > fen(day, others)
            for day in days
            for others in (set[str](), set(UNKNOWNS) - {column})
        )
    ]
