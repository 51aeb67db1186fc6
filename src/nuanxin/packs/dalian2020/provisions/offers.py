"""What PREFER and MAY have in common: who qualifies, whether a person has acted, and the tie.

Nobody is ranked. A row says that a preference or a possibility is there, on what it rests, and
what whoever decides must still check.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.merit import listed_person
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.packs.dalian2020.stages.ties import with_tie
from nuanxin.policy.provision import (
    Criterion,
    Identity,
    Ruling,
    may,
    missing_of,
    offered,
    prefer,
    ruling,
)
from nuanxin.policy.stage import Stage
from nuanxin.policy.terms import as_of, date_of, day_number, text, unknown, whole

Keep = Callable[[ir.Table], ir.BooleanValue]

LISTING = ("merit.channels_min", "merit.list_expiry")
"""The parameters of every row that rests on a listing."""


def _any(_rows: ir.Table) -> ir.BooleanValue:
    return ibis.literal(True)


def acts(provision: str, keep: Keep = _any) -> ir.Table:
    """Deliveries of a provision up to the as-of day: ``subject_id``, ``day``, the period they
    name if any, ``words`` (the counterpart)."""
    d = fact("deliveries")
    d = d.filter(d.provision == provision).select(
        "subject_id", "quantity", words="counterpart_id",
        day=day_number(d.on_date), named=day_number(d.period_start),
    )  # fmt: skip
    return d.filter(d.day <= as_of(), keep(d))


def since(rows: ir.Table, subject: str, start: str, found: ir.Table) -> ir.Table:
    """The acts for each row's subject from its start on, naming no period or the row's (G2)."""
    row = rows.select(subject, start).distinct()
    tied = row.inner_join(found, row[subject] == found.subject_id)
    return tied.filter(
        tied.day >= tied[start], tied.named.isnull() | (tied.named == tied[start])
    ).drop("subject_id")


def with_given(
    rows: ir.Table, provision: str, subject: str = "person_id", keep: Keep = _any
) -> ir.Table:
    """Add ``given`` to rows of one subject each: the first day on which a person acted for it
    since ``start``, unknown when nobody did (G10)."""
    found = since(rows, subject, "start", acts(provision, keep))
    first = found.group_by(subject).agg(given=found.day.min())
    return rows.left_join(first, subject).drop(f"{subject}_right")


def given(rows: ir.Table, provision: str, subject: str = "person_id") -> Criterion:
    """Whether a person has acted, by the column ``given``."""
    return Criterion(
        "given",
        rows.given.notnull(),
        date_of(rows.given),
        evidence.deliveries(provision, lambda r, f: [r[subject] == f.subject_id, f.day == r.given]),
    )


def listing(rows: ir.Table, *, exceptional: bool = False) -> Criterion:
    """The listing on which a row rests."""
    refs = rows.exceptional_refs if exceptional else rows.refs
    return Criterion("listed", rows.start.notnull(), date_of(rows.start), refs)


def bars() -> Criterion:
    """What no fact tells: discipline, vetoes, earlier years. Whoever decides must look (G12)."""
    return Criterion("bars_checked", unknown("boolean"), text(""))


def equals(rows: ir.Table) -> Criterion:
    """The tie: how many are equal on all that is known, and who (G8)."""
    return Criterion("tie", rows.peers > 0, rows.peers, rows.peer_refs)


def outstanding() -> ir.Table:
    """People in scope listed as outstanding, since ``start``."""
    return listed_person.table


def exceptional() -> ir.Table:
    """People in scope listed as exceptional, since ``start``."""
    p = listed_person.table
    p = p.filter(p.exceptional.notnull())
    return p.mutate(start=p.exceptional)


def offer(
    rows: ir.Table,
    identity: Identity,
    done: Criterion,
    conditions: Sequence[Criterion] = (),
    *,
    grounds: Sequence[Criterion] = (),
    tie: Criterion | None = None,
    notes: Sequence[Criterion] = (),
    end: ir.IntegerValue | None = None,
    amount: ir.NumericValue | None = None,
) -> Ruling:
    """A MAY, or with ``tie`` a PREFER between equals: its rows, states and reasons (G9).

    ``grounds`` hold for all rows by the way in which these were chosen: told, not asked again.
    """
    if tie is not None:
        rows = rows.filter(prefer(done, tie, *conditions))
    elif conditions:
        rows = rows.filter(may(done, *conditions))
    return ruling(
        rows,
        identity,
        end=end,
        amount=whole(1) if amount is None else amount,
        unit="count",
        owner=rows.unit_id,
        state=offered(done, *conditions),
        missing=missing_of(done, *conditions),
        criteria=[*grounds, *conditions, *(() if tie is None else (tie,)), *notes, done],
    )


def preference(
    provision: str,
    found: Stage,
    keys: tuple[str, ...],
    conditions: Callable[[ir.Table], Sequence[Criterion]],
    notes: Callable[[ir.Table], Sequence[Criterion]] = lambda _rows: (),
    among: Keep = _any,
    grounds: Callable[[ir.Table], Sequence[Criterion]] = lambda _rows: (),
) -> Ruling:
    """A PREFER for the outstanding, between them and their equals who are not listed.

    Only those ``among`` whom it lies are looked at, even where a person has acted; ``grounds``
    tell that they are.
    """
    p = outstanding()
    p = with_tie(with_given(p.filter(among(p)), provision), found, keys)
    return offer(
        p,
        Identity(provision, "PREFER", "person", p.person_id, p.start),
        given(p, provision),
        conditions(p),
        grounds=[listing(p), *grounds(p)],
        tie=equals(p),
        notes=[*notes(p), bars()],
    )
