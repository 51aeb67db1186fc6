"""Making the lines of a run: what the ledger owes, what the books say, and the difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.ledger import selectors as ledger
from nuanxin.domains.ledger.models import Run as LedgerRun
from nuanxin.domains.pay.fairness import Beneficiary, Day
from nuanxin.domains.pay.models import Entry, LineDay, PaidDay, PayLine, PayRun

DAY_FIELDS = ("date", "tier", "percent", "is_half", "contact", "is_aid", "fen")


def delivery_id(payer: str, month: date, person_id: str) -> str:
    """The number under which our payments of a person, payer and month are a fact."""
    return f"PAY-{payer}-{month:%Y-%m}-{person_id}"


def books(payer: str, month: date, people: Iterable[str] | None = None) -> dict[str, Entry]:
    """The last entry of each person in the books of a payer and month."""
    found = Entry.objects.filter(payer=payer, month=month)
    if people is not None:
        found = found.filter(person_id__in=list(people))
    return {entry.person_id: entry for entry in found.order_by("number")}


def outside_booked(payer: str, month: date) -> dict[str, int]:
    """What others paid, as far as the books say so already."""
    total: dict[str, int] = defaultdict(int)
    found = Entry.objects.filter(payer=payer, month=month, kind="outside")
    for person_id, fen in found.values_list("person_id", "fen"):
        total[person_id] += fen
    return total


def lines(run: PayRun, standing: LedgerRun) -> tuple[list[PayLine], list[LineDay]]:
    """The lines of a run and their days, unsaved: everybody owed, booked or reported.

    Who was paid before and is owed no longer has a negative difference. What the facts say
    others had paid, and our own payments do not explain, counts as paid before.
    """
    owed = ledger.subsidies(standing, run.payer, run.month)
    booked, outside = books(run.payer, run.month), outside_booked(run.payer, run.month)
    days = ledger.person_days(standing, run.payer, run.month)
    seen = _ours_as_evaluated(standing, run, owed)
    elsewhere = _paid_elsewhere(run, days)
    people = sorted({*owed, *days, *(p for p, entry in booked.items() if entry.after_fen)})
    names = ledger.subjects(standing, (("person", person) for person in people))
    made, made_days = [], []
    for person in people:
        told = owed.get(person)
        fen = told.fen if told else 0
        more = max((told.met_fen - seen.get(person, 0) if told else 0) - outside[person], 0)
        before = (booked[person].after_fen if person in booked else 0) + more
        who = names.get(("person", person))
        line = PayLine(
            run=run,
            person_id=person,
            name=who.name if who else "",
            profession=who.profession if who else None,
            is_leader=who.is_leader if who else None,
            owed_fen=fen,
            before_fen=before,
            outside_fen=more,
            fen=fen - before,
            unknown_days=told.unknown_days if told else 0,
            held="elsewhere" if person in elsewhere else "",
        )
        made.append(line)
        made_days += [LineDay(line=line, **day) for day in days.get(person, ())]
    return made, made_days


def beneficiaries(run: PayRun) -> list[Beneficiary]:
    """The people that a run would pay, with their days."""
    held = PayLine.objects.filter(run=run, held="").order_by("person_id").prefetch_related("days")
    return [
        Beneficiary(
            line.person_id,
            line.name,
            bool(line.is_leader),
            line.owed_fen,
            [Day(*(getattr(day, name) for name in DAY_FIELDS)) for day in line.days.all()],
        )
        for line in held
    ]


def _ours_as_evaluated(standing: LedgerRun, run: PayRun, people: Iterable[str]) -> dict[str, int]:
    """Of what counts as delivered, how much were our own payments when it was evaluated."""
    keys = {delivery_id(run.payer, run.month, person): person for person in people}
    found = ledger.facts(standing, (("deliveries", key) for key in keys))
    return {
        keys[key]: int(Decimal(str(fact.row["quantity"] or 0))) for (_, key), fact in found.items()
    }


def _paid_elsewhere(run: PayRun, days: dict[str, list[dict[str, object]]]) -> set[str]:
    """People with a day that another payer has paid."""
    paid = PaidDay.objects.filter(person_id__in=days, month=run.month).exclude(payer=run.payer)
    with everywhere():
        taken = set(paid.values_list("person_id", "date"))
    return {
        person
        for person, of_person in days.items()
        if any(day["fen"] and (person, day["date"]) in taken for day in of_person)
    }
