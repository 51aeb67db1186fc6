"""Approval: who may, who has to wait, and the booking of differences and days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger import selectors as ledger
from nuanxin.domains.pay import reckoning
from nuanxin.domains.pay.models import Entry, LineDay, PaidDay, PayLine, PayRun
from nuanxin.domains.pay.refused import Refused

BATCH = 1000


def check(run: PayRun, by: Actor, today: date) -> None:
    """Whether somebody may approve a run today; Refused says why not."""
    if by.id == run.made_by:
        raise Refused(
            "核算的人不能批准自己的核算，请换一位。",
            "Whoever made the run cannot approve it; somebody else must.",
        )
    if run.lines.filter(person_id=by.id, held="").exclude(owed_fen=0, fen=0).exists():
        raise Refused(
            "批准人在领钱的名单里，须由上级单位另批。",
            "The approver is paid by this run; the unit above has to approve it.",
        )
    if run.notice_until is None or today <= run.notice_until:
        raise Refused(
            f"公示到 {run.notice_until} 为止，期满才能批准。",
            f"The notice runs to {run.notice_until}; it can be approved after that day.",
        )
    if run.objections.filter(upheld__isnull=True).exists():
        raise Refused("还有异议没有答复。", "An objection has not been answered yet.")


def book(run: PayRun) -> None:
    """Write the entries and days of everybody who is not held."""
    _hold_what_moved(run)
    lines = list(run.lines.filter(held="").order_by("person_id"))
    people = [line.person_id for line in lines]
    last = reckoning.books(run.payer, run.month, people)
    for kind in ("outside", "pay"):
        last |= _entries(run, lines, last, kind)
    PaidDay.objects.filter(payer=run.payer, month=run.month, person_id__in=people).delete()
    of_line = LineDay.objects.filter(line__in=lines, fen__gt=0).select_related("line")
    PaidDay.objects.bulk_create(
        (
            PaidDay(
                person_id=day.line.person_id,
                date=day.date,
                payer=run.payer,
                month=run.month,
                fen=day.fen,
                run=run,
            )
            for day in of_line.order_by("line__person_id", "date")
        ),
        batch_size=BATCH,
    )


def paid_by_us(payer: str, month: date) -> dict[str, int]:
    """What our runs paid, all differences together, by person; never below zero."""
    total: dict[str, int] = defaultdict(int)
    found = Entry.objects.filter(payer=payer, month=month, kind="pay")
    found = found.filter(run__state="paid")
    for person, fen in found.values_list("person_id", "fen"):
        total[person] += fen
    return {person: max(fen, 0) for person, fen in total.items()}


def _entries(
    run: PayRun, lines: Iterable[PayLine], last: dict[str, Entry], kind: str
) -> dict[str, Entry]:
    """Book one kind of difference of each line behind the last entry; what was written."""
    made = {}
    for line in lines:
        fen = line.fen if kind == "pay" else line.outside_fen
        if fen == 0:
            continue
        before = last.get(line.person_id)
        start = before.after_fen if before else 0
        made[line.person_id] = Entry(
            person_id=line.person_id,
            payer=run.payer,
            month=run.month,
            number=before.number + 1 if before else 1,
            kind=kind,
            run=run,
            previous=before,
            before_fen=start,
            fen=fen,
            after_fen=start + fen,
        )
    Entry.objects.bulk_create(made.values(), batch_size=BATCH)
    return made


def _hold_what_moved(run: PayRun) -> None:
    """Hold who is owed less than was noticed, or has a day that another payer paid since."""
    standing = ledger.run_of(run.pack)
    owed = ledger.subsidies(standing, run.payer, run.month) if standing else {}
    booked = reckoning.books(run.payer, run.month)
    for line in run.lines.filter(held=""):
        now = owed[line.person_id].fen if line.person_id in owed else 0
        stands = booked[line.person_id].after_fen if line.person_id in booked else 0
        if now < line.owed_fen:
            line.held = "fell"
        elif stands + line.outside_fen != line.before_fen:
            line.held = "booked"
        else:
            continue
        line.save(update_fields=["held"])
    days = LineDay.objects.filter(line__run=run, line__held="", fen__gt=0)
    of_people = PaidDay.objects.filter(
        month=run.month, person_id__in=run.lines.values("person_id")
    ).exclude(payer=run.payer)
    taken = set(of_people.values_list("person_id", "date"))
    clash = {p for p, d in days.values_list("line__person_id", "date") if (p, d) in taken}
    run.lines.filter(person_id__in=clash).update(held="elsewhere")
