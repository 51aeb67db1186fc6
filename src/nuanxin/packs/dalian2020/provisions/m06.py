"""M06: awards, commendations, and the cap of excellent grades for units that carried much."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.provisions.m05 import first_of_year
from nuanxin.packs.dalian2020.provisions.offers import (
    LISTING,
    acts,
    bars,
    exceptional,
    given,
    listing,
    offer,
    outstanding,
    with_given,
)
from nuanxin.packs.dalian2020.stages.days import with_workday_after
from nuanxin.packs.dalian2020.stages.merit import front_days_of_unit, uncovered_unit
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.packs.dalian2020.stages.supplies import judged_issue
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling
from nuanxin.policy.terms import as_of, date_of, param, text, whole_part

ORGANS = ("party_organ", "government_organ")
ASSESSED = (*ORGANS, "public_institution", "hospital", "school")
MILLION = 1_000_000


def _award() -> Ruling:
    p = with_given(outstanding(), "M06-1")
    p = with_workday_after(p, "start", param("award.publicity_days"), "announced_until")
    return offer(
        p,
        Identity("M06-1", "MAY", "person", p.person_id, p.start),
        given(p, "M06-1"),
        grounds=[listing(p)],
        notes=[
            Criterion(
                "publicity_over",
                ibis.coalesce(p.given, as_of()) >= p.announced_until,
                date_of(p.announced_until),
            ),
            bars(),
        ],
    )


def _commend() -> Ruling:
    p = with_given(exceptional(), "M06-2", keep=lambda d: (d.words != "panel").fill_null(True))
    p = _with_first(p, "M06-1", "merit", "cited")
    p = _with_first(p, "M06-2", "panel", "agreed")
    refs = evidence.deliveries(
        "M06-1", lambda r, f: [r.person_id == f.subject_id, f.day == r.cited]
    )
    panel = evidence.deliveries(
        "M06-2", lambda r, f: [r.person_id == f.subject_id, f.day == r.agreed]
    )
    high = p.cited.notnull() | p.agreed.notnull()
    return offer(
        p,
        Identity("M06-2", "MAY", "person", p.person_id, p.start),
        given(p, "M06-2"),
        [Criterion("cited_or_unanimous", high, date_of(ibis.coalesce(p.cited, p.agreed)))],
        grounds=[listing(p, exceptional=True)],
        notes=[
            Criterion("merit_citation", p.cited.notnull(), date_of(p.cited), refs),
            Criterion("panel_unanimous", p.agreed.notnull(), date_of(p.agreed), panel),
            bars(),
        ],
    )


def _with_first(p: ir.Table, provision: str, word: str, name: str) -> ir.Table:
    """Add the day of the first act of a provision that says ``word``."""
    found = acts(provision, lambda d: (d.words == word).fill_null(False))
    first = found.group_by("subject_id").agg(**{name: found.day.min()})
    return p.left_join(first, p.person_id == first.subject_id).drop("subject_id")


def _load() -> ir.Table:
    """Front days a head of each assessed unit and year, and how many units carried more."""
    f, u = front_days_of_unit.table, fact("units")
    f = f.group_by("unit_id", "year").agg(days=f.days.sum().cast("int64"))
    u = u.filter(u.kind.isin(ASSESSED)).select("unit_id", "kind")
    heads = fact("people").group_by("unit_id").agg(heads=ibis._.count())
    f = f.inner_join(u, "unit_id").inner_join(heads, "unit_id")
    f = f.mutate(load=whole_part(f.days * MILLION, f.heads))
    ranked = ibis.window(group_by=f.year, order_by=f.load.desc())
    return f.mutate(
        ahead=ibis.rank().over(ranked),
        units=f.count().over(ibis.window(group_by=f.year)),
    )


def _red() -> ir.Table:
    """Units with an uncovered treating day or a scarce issue in breach, by year."""
    i = judged_issue.table
    i = i.filter(~i.is_allowed & i.is_scarce.fill_null(False))
    i = i.select("unit_id", year=date_of(i.day).year().cast("int64"))
    return ibis.union(uncovered_unit.table, i, distinct=True)


def _excellent() -> Ruling:
    u, red = _load(), _red().select("year", red_unit="unit_id")
    key = ["unit_id", "year"]
    u = u.left_join(red, [u.unit_id == red.red_unit, u.year == red.year]).drop("year_right")
    u = u.mutate(start=first_of_year(u.year), last=first_of_year(u.year + 1) - 1)
    d = acts("M06-3")
    row = u.select(*key, "start", "last")
    d = row.inner_join(d, row.unit_id == d.subject_id)
    d = d.filter(
        d.day >= d.start, ibis.ifelse(d.named.isnull(), d.day <= d["last"], d.named == d.start)
    )
    u = u.left_join(d.group_by(key).agg(given=d.day.min()), key)
    u = u.drop("unit_id_right", "year_right")
    civil = ibis.greatest(
        param("assess.excellent_civil.cap_2020"), param("assess.excellent_civil.cap_new")
    )
    other = ibis.greatest(
        param("assess.excellent_institution.cap_2020"),
        param("assess.excellent_institution.cap_new"),
    )
    place = (u.ahead + 1).cast("string") + text("/") + u.units.cast("string")
    return offer(
        u,
        Identity("M06-3", "MAY", "unit", u.unit_id, u.start),
        given(u, "M06-3", "unit_id"),
        [
            Criterion(
                "heavy_load",
                u.ahead * 100 < param("assess.heavy_load_share") * u.units,
                place,
            ),
            Criterion("nothing_red", u.red_unit.isnull(), u.red_unit.isnull()),
        ],
        grounds=[Criterion("days_at_front", u.days > 0, u.days)],
        end=u["last"],
        amount=ibis.ifelse(u.kind.isin(ORGANS), civil, other),
    )


CAPS = (
    *("assess.excellent_civil.cap_2020", "assess.excellent_civil.cap_new"),
    *("assess.excellent_institution.cap_2020", "assess.excellent_institution.cap_new"),
)

RULES = (
    Rule("M06-1", "award", "person", (*LISTING, "award.publicity_days"), _award),
    Rule("M06-2", "commend", "person", LISTING, _commend),
    Rule(
        "M06-3",
        "excellent",
        "unit",
        ("assess.heavy_load_share", *CAPS),
        _excellent,
        over_all=True,
        compares=True,
    ),
)
