"""M05: titles, training credits and talent projects of professionals; recruitment when short."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.provisions.offers import (
    LISTING,
    acts,
    bars,
    equals,
    given,
    offer,
    preference,
    with_given,
)
from nuanxin.packs.dalian2020.stages import ties
from nuanxin.packs.dalian2020.stages.calls import calls_of, within_call
from nuanxin.packs.dalian2020.stages.merit import dossiers, front_days, is_professional
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling
from nuanxin.policy.terms import as_of, date_of, day_number, param


def _professional(p: ir.Table) -> Criterion:
    return Criterion("is_professional", is_professional(p), p.profession, p.ref)


def _at_front_since(p: ir.Table) -> Criterion:
    first = evidence.spells(lambda r, f: [r.person_id == f.person_id, f.start == r.start])
    return Criterion("at_front_since", p.start.notnull(), date_of(p.start), first)


def _title() -> Ruling:
    p = with_tie_of_title(with_given(ties.front_person.table, "M05-1"))
    # Without a title on record its years say nothing more, unless they are surely too few.
    column = ibis.ifelse(p.title_level.notnull(), "title_since", ibis.null())
    served = ties.served_in_title(p)
    return offer(
        p,
        Identity("M05-1", "PREFER", "person", p.person_id, p.start),
        given(p, "M05-1"),
        [
            Criterion(
                "has_next_title", ties.has_next_title(p), p.title_level, p.ref,
                missing="title_level",
            ),
            Criterion("served_in_title", served, p.title_since, p.ref, missing=column),
        ],
        grounds=[_at_front_since(p), _professional(p)],
        tie=equals(p),
        notes=[bars()],
    )  # fmt: skip


def with_tie_of_title(p: ir.Table) -> ir.Table:
    """Add the tie of those who have been at the front with those who have not."""
    return ties.with_tie(p, ties.tie_title, ties.TITLE)


def first_of_year(year: ir.IntegerValue) -> ir.IntegerValue:
    """The day number of 1 January."""
    return day_number(ibis.date(year, 1, 1))


def _credits() -> Ruling:
    p = front_days.table.inner_join(dossiers().filter(is_professional), "person_id")
    p = p.mutate(start=first_of_year(p.year), last=first_of_year(p.year + 1) - 1)
    d = acts("M05-2")
    key = ["person_id", "year"]
    row = p.select(*key, "start", "last")
    d = row.inner_join(d, row.person_id == d.subject_id)
    d = d.filter(
        d.day >= d.start, ibis.ifelse(d.named.isnull(), d.day <= d["last"], d.named == d.start)
    )
    p = p.left_join(d.group_by(key).agg(given=d.day.min()), key)
    p = p.drop("person_id_right", "year_right")
    year_s, full = param("title.ce_full_year_credits"), param("title.ce_full_year_days")
    some = ibis.least(p.days * param("title.ce_credit_per_day"), year_s)
    in_year = evidence.spells(
        lambda r, f: [r.person_id == f.person_id, f.start <= r["last"], f.last_day >= r.start]
    )
    return offer(
        p,
        Identity("M05-2", "PREFER", "person", p.person_id, p.start),
        given(p, "M05-2"),
        grounds=[_professional(p), Criterion("days_at_front", p.days > 0, p.days, in_year)],
        notes=[Criterion("counts_as_full_year", p.days >= full, p.days)],
        end=p["last"],
        amount=ibis.ifelse(p.days >= full, year_s, some),
    )


def _project(p: ir.Table) -> Sequence[Criterion]:
    known = ibis.ifelse(p.title_level.isnull(), ibis.null(), True)
    return [Criterion("title_known", known, p.title_level, p.ref, missing="title_level")]


def _recruit() -> Ruling:
    c = calls_of("M05-4")
    d = acts("M05-4", lambda d: (d.words != "certificate").fill_null(True))
    d = c.select("unit_id", "call", "next_call").inner_join(d, c.unit_id == d.subject_id)
    d = d.filter(within_call(d.day, d), d.named.isnull() | (d.named == d.call))
    key = ["unit_id", "call"]
    c = c.left_join(d.group_by(key).agg(given=d.day.min()), key)
    c = c.drop("unit_id_right", "call_right")
    end = c.call + param("recruit.redeployment_horizon") - 1
    known = ibis.ifelse(c.asked.isnull(), ibis.null(), True)
    return offer(
        c,
        Identity("M05-4", "MAY", "unit", c.unit_id, c.call),
        given(c, "M05-4", "unit_id"),
        [
            Criterion("shortage_certified", known, c.asked, c.refs, missing="quantity"),
            Criterion("certificate_fresh", as_of() <= end, date_of(end)),
        ],
        end=end,
        amount=c.asked,
    )


RULES = (
    Rule("M05-1", "title", "person", ("title.years_min", "title.grassroots_credit"), _title),
    Rule(
        "M05-2",
        "credits",
        "person",
        ("title.ce_full_year_days", "title.ce_credit_per_day", "title.ce_full_year_credits"),
        _credits,
    ),
    Rule(
        "M05-3",
        "project",
        "person",
        LISTING,
        partial(
            preference,
            *("M05-3", ties.tie_project, ties.TITLE, _project),
            among=is_professional,
            grounds=lambda p: [_professional(p)],
        ),
    ),
    Rule("M05-4", "recruit", "unit", ("recruit.redeployment_horizon",), _recruit, over_all=True),
)
