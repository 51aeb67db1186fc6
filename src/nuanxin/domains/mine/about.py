"""All that my page shows, gathered in as many queries whatever the person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nuanxin.domains.consent.selectors import Standing, standing
from nuanxin.domains.duty.models import Absence
from nuanxin.domains.ledger import selectors as ledger
from nuanxin.domains.ledger.models import Deed, Obligation, Run, Unit
from nuanxin.domains.life.readers import Reading, readings
from nuanxin.domains.mine import selectors
from nuanxin.domains.mine.duty import Duty, DutyView, number_of, view
from nuanxin.domains.mine.money import Month, month, months_of
from nuanxin.domains.mine.rest import Account, accounts
from nuanxin.domains.mine.rights import Cover, Right, covers, rights, title_of
from nuanxin.domains.needs import selectors as needs
from nuanxin.domains.people.models import Child, Person
from nuanxin.domains.rules.standing import in_force
from nuanxin.packs import load_pack
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.text import Text

BACK = 13


@dataclass(frozen=True)
class Mine:
    """One's page."""

    run: Run
    person: Person | None
    duty: DutyView
    away: Absence | None
    accounts: Sequence[Account]
    months: Sequence[date]
    month: Month | None
    covers: Sequence[Cover]
    rights: Sequence[Right]
    further: Sequence[Right]
    children: Sequence[Child]
    contact: str
    needs: Sequence[needs.Shown]
    disputes: Sequence[Deed]
    consents: Sequence[Standing]
    readings: Sequence[Reading]
    units: Mapping[str, Unit]
    titles: Mapping[int, Text]

    @property
    def ahead(self) -> int:
        """How many days ahead shifts are looked for."""
        return selectors.AHEAD

    @property
    def on(self) -> date:
        return self.run.as_of


def mine(run: Run, person_id: str, wanted: date | None = None) -> Mine:
    """Gather a person's page; ``wanted`` is the month whose money is shown."""
    on, pack = run.as_of, load_pack(run.pack)
    rules = in_force(pack)
    own = selectors.children(person_id)
    rows = selectors.obligations(run, person_id, [child.pk for child in own])
    months = months_of(rows)
    shown = wanted if wanted in months else next(iter(months), None)
    first = min(shown or on, on - timedelta(days=BACK))
    shifts = selectors.attendance(person_id, first, on + timedelta(days=selectors.AHEAD))
    seen = view(shifts, rules, on)
    person = selectors.person(person_id)
    contact = selectors.named_contact(run, rows)
    absences = selectors.absences(person_id, on)
    units = ledger.units(run, [row.owner_unit_id for row in rows])
    main, further = rights(rows, pack, units, own, contact)
    return Mine(
        run=run,
        person=person,
        duty=seen,
        away=next((one for one in absences if one.end_date >= on), None),
        accounts=accounts(rows, absences, person, on),
        months=months,
        month=_month(run, person_id, rows, shown, seen, rules),
        covers=covers(selectors.insurance(person_id, on), on),
        rights=main,
        further=further,
        children=own,
        contact=contact,
        needs=needs.of_person(person_id, by_family=False),
        disputes=selectors.deeds(run, rows),
        consents=standing(person_id),
        readings=readings(person_id),
        units=units,
        titles={r.pk: title_of(r.provision, pack) for r in rows},
    )


def _month(
    run: Run,
    person_id: str,
    rows: Sequence[Obligation],
    first: date | None,
    seen: DutyView,
    rules: Parameters,
) -> Month | None:
    """The money of a month; None when no month has any."""
    if first is None:
        return None
    return month(
        first,
        rows,
        selectors.person_days(run, person_id, first),
        seen.hours,
        _unsettled(seen.all),
        {d.day: d.day <= run.as_of for d in seen.all if d.is_unconfirmed},
        number_of(rules, "subsidy.day_rule.full", run.as_of),
    )


def _unsettled(duties: Sequence[Duty]) -> frozenset[date]:
    """Days with worked hours at a post of contact whose contact nobody has confirmed."""
    return frozenset(
        d.day
        for d in duties
        if d.row.status == "worked"
        and d.row.contact_confirmed is None
        and d.row.post.contact != "none"
    )
