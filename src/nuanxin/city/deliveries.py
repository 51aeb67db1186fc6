"""What was delivered: subsidies paid, health checks, family care, tutors and school places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.families import Families
from nuanxin.city.figures import COMMUNITY, figure, figure_day
from nuanxin.city.merit import merit_deliveries
from nuanxin.city.pay import Pay
from nuanxin.city.people import People
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.service import Service
from nuanxin.city.streams import Bools, Ints, chance, stream

PROVISIONS = (
    *("M09-1", "M11-4", "M12-2", "M12-3", "M12-5"),
    *("M13-1", "M13-2", "M13-3", "M13-4", "M13-5"),
)
PAYMENT, CHECK, LEDGER, VISIT, PAIR, TUTOR = range(6)
BY_STAGE = (
    ("kindergarten_entry", 6, 0.3, "2020-06-20"),
    ("primary_entry", 7, 0.35, "2020-06-25"),
    ("senior_entry", 8, 0.5, "2020-07-10"),
    ("vocational_entry", 9, 0.6, "2020-08-05"),
)
NO_AMOUNT = -1
SHORT_FEN = 10_000
LIN_CHECK = day("2020-04-27")


@dataclass(frozen=True)
class Deliveries:
    """Deliveries of one provision to people or children; -1 in ``quantity``: no amount given."""

    provision: int
    subject: Ints
    on: Ints
    quantity: Ints
    counterpart: Ints
    period: Ints


def _plain(provision: int, subject: Ints, on: Ints) -> Deliveries:
    size = len(subject)
    none = np.full(size, -1)
    return Deliveries(
        provision,
        subject,
        on,
        np.ones(size, dtype=np.int64),
        none,
        np.full(size, columns.UNKNOWN_DAY),
    )


def deliveries_table(
    plan: CityPlan, people: People, families: Families, service: Service, pay: Pay, lin: int
) -> pa.Table:
    """The fact table ``deliveries``, nothing dated after the last day of the city."""
    rng = stream(plan, "deliveries")
    parts = [
        _payments(rng, pay, lin),
        *_checks(rng, service, people.medical, lin),
        *_family_care(rng, service, people, lin),
        *_children(rng, service, families),
    ]
    first = pa.concat_tables(_tables(plan, parts))
    return pa.concat_tables([first, *merit_deliveries(plan, people, service, len(first))])


def _tables(plan: CityPlan, parts: list[Deliveries]) -> list[pa.Table]:
    tables: list[pa.Table] = []
    written = 0
    for one in parts:
        kept = np.flatnonzero(one.on <= plan.last_day)
        size = len(kept)
        subject = columns.CHILD if one.provision >= TUTOR else columns.PERSON
        counterpart = columns.UNIT if one.provision == PAYMENT else columns.PERSON
        made = {
            "delivery_id": columns.DELIVERY(np.arange(written, written + size)),
            "provision": columns.words(PROVISIONS, np.full(size, one.provision)),
            "subject_id": subject(one.subject[kept]),
            "on_date": columns.dates(one.on[kept]),
            "quantity": columns.numbers(one.quantity[kept]),
            "counterpart_id": counterpart(one.counterpart[kept]),
            "period_start": columns.dates(one.period[kept]),
        }
        tables.append(columns.table("deliveries", made))
        written += size
    return tables


def _payments(rng: np.random.Generator, pay: Pay, lin: int) -> Deliveries:
    """M09-1 in the middle of the next month: most whole, some short, some without an amount."""
    size = len(pay.fen)
    late = chance(rng, figure("pay.late_payers"), 100_000)[pay.payer]
    paid = np.flatnonzero((chance(rng, figure("pay.paid"), size) & ~late) | (pay.person == lin))
    size, month, hers = len(paid), pay.month[paid], pay.person[paid] == lin
    short = np.where(chance(rng, figure("pay.short"), size) & ~hers, SHORT_FEN, 0)
    fen = np.maximum(pay.fen[paid] - short, SHORT_FEN)
    fen = np.where(chance(rng, figure("pay.no_amount"), size) & ~hers, NO_AMOUNT, fen)
    next_month = _first_day(month + 1)
    slow = np.where(chance(rng, 0.06, size) & ~hers, rng.integers(10, 40, size), 0)
    return Deliveries(
        PAYMENT,
        pay.person[paid],
        next_month + 8 + rng.integers(0, 5, size) + slow,
        fen,
        pay.payer[paid],
        np.where(chance(rng, 0.3, size), _first_day(month), columns.UNKNOWN_DAY),
    )


def _first_day(month: Ints) -> Ints:
    return month.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def _checks(
    rng: np.random.Generator, service: Service, medical: Bools, lin: int
) -> list[Deliveries]:
    """M11-4 for most medical people after the spring, some of them late."""
    done = service.spring_over & medical & chance(rng, figure("check.share"), len(medical))
    if lin >= 0:
        done[lin] = True
    who = np.flatnonzero(done)
    free = np.maximum(service.spring_end[who], figure_day("task_end.first"))
    free = np.where(service.away[who], figure_day("aid.quarantine_end"), free)
    on = free + rng.integers(1, 17, len(who))
    on = on + np.where(chance(rng, 0.12, len(who)), 30, 0)
    return [_plain(CHECK, who, np.where(who == lin, LIN_CHECK, on))]


def _family_care(
    rng: np.random.Generator, service: Service, people: People, lin: int
) -> list[Deliveries]:
    """M12-2 ledgers, M12-3 visits, M12-5 one contact for each family of the aid teams."""
    parts = []
    for start, end in (
        (service.spring_start, service.spring_end),
        (service.summer_start, service.summer_start + 28),
    ):
        who = np.flatnonzero(people.medical & (start < end + 1) & (start < 1_000_000))
        listed = who[chance(rng, figure("ledger.share"), len(who))]
        parts.append(_plain(LEDGER, listed, start[listed] + rng.integers(0, 5, len(listed))))
        for visit in range(4):
            due = start + 6 + 14 * visit
            seen = who[(due[who] <= end[who]) | (visit == 0)]
            seen = seen[chance(rng, figure("visit.share"), len(seen))]
            parts.append(_plain(VISIT, seen, due[seen] - rng.integers(0, 5, len(seen))))
    return [*parts, _pairs(rng, service, people, lin)]


def _pairs(rng: np.random.Generator, service: Service, people: People, lin: int) -> Deliveries:
    """The contacts are community cadres, three families each; the first has one too many."""
    team = np.flatnonzero(service.away)
    team = np.r_[team[team == lin], team[team != lin]]
    contacts = np.flatnonzero(people.flavour == COMMUNITY)
    if not len(contacts):
        team = team[:0]
    turn = np.maximum(np.arange(len(team)) - 1, 0) // 3
    contact = contacts[turn % max(len(contacts), 1)] if len(contacts) else team
    on = service.away_start[team] + rng.integers(0, 3, len(team))
    on = np.where(team == lin, service.away_start[team] + 1, on)
    paired = _plain(PAIR, team, on)
    return Deliveries(PAIR, team, on, paired.quantity, contact, paired.period)


def _children(rng: np.random.Generator, service: Service, families: Families) -> list[Deliveries]:
    """M13: tutors, and the school places given to children of people away or treating cases."""
    hero = service.away | (service.treats & service.spring)
    since = np.where(hero, service.spring_start, 0)
    ours = hero[families.guardian] | ((families.other >= 0) & hero[families.other])
    begun = np.maximum(
        since[families.guardian], np.where(families.other < 0, 0, since[families.other])
    )
    tutored = np.flatnonzero(ours & families.stages("primary", "junior", "senior"))
    tutored = tutored[chance(rng, 0.3, len(tutored))]
    parts = [_plain(TUTOR, tutored, begun[tutored] + rng.integers(1, 6, len(tutored)))]
    for stage, provision, share, on in BY_STAGE:
        placed = np.flatnonzero(ours & families.stages(stage))
        placed = placed[chance(rng, share, len(placed))]
        dates = day(on) + rng.integers(0, 20, len(placed))
        parts.append(_plain(provision, placed, dates))
    return parts
