"""M04: promotion and rank, between equals or by rule beyond the usual; never by score."""

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
    exceptional,
    given,
    listing,
    offer,
    preference,
    with_given,
)
from nuanxin.packs.dalian2020.stages import ties
from nuanxin.packs.dalian2020.stages.merit import dossiers, is_cadre, listed_anybody, today
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling
from nuanxin.policy.terms import completed, date_of, param, text, unknown


def _cadre(p: ir.Table) -> Criterion:
    return Criterion("is_cadre", is_cadre(p), p.employment, p.ref)


def _promote(p: ir.Table) -> Sequence[Criterion]:
    return [_cadre(p)]


def _rank(p: ir.Table) -> Sequence[Criterion]:
    civil = p.employment == "civil_servant"
    served = ties.served_in_rank(p)
    return [
        Criterion("civil_servant", civil, p.employment, p.ref),
        Criterion("served_in_rank", served, p.rank_since, p.ref, missing="rank_since"),
    ]


def _beyond_rule() -> Ruling:
    p = with_given(exceptional(), "M04-2")
    awards = acts("M06-1").group_by("subject_id").agg(awarded=ibis._.day.min())
    p = p.left_join(awards, p.person_id == awards.subject_id).drop("subject_id")
    before = p.select("person_id", "start").inner_join(
        acts("M04-2").select("subject_id", "day"), ibis._.person_id == acts("M04-2").subject_id
    )
    before = before.filter(before.day < before.start)
    before = before.group_by("person_id").agg(earlier=before.day.max())
    p = p.left_join(before, "person_id").drop("person_id_right")
    rested = completed(param("appoint.after_promotion_years"), p.rank_since, today())
    award = evidence.deliveries(
        "M06-1", lambda r, f: [r.person_id == f.subject_id, f.day == r.awarded]
    )
    exception = evidence.deliveries(
        "M04-2", lambda r, f: [r.person_id == f.subject_id, f.day == r.earlier]
    )
    return offer(
        p,
        Identity("M04-2", "MAY", "person", p.person_id, p.start),
        given(p, "M04-2"),
        [
            _cadre(p),
            Criterion("awarded", p.awarded.notnull(), date_of(p.awarded), award),
            Criterion("no_exception_before", p.earlier.isnull(), date_of(p.earlier), exception),
            Criterion("not_just_promoted", rested, p.rank_since, p.ref, missing="rank_since"),
        ],
        grounds=[listing(p, exceptional=True)],
        notes=[bars()],
    )


def _pool() -> Ruling:
    p = listed_anybody.table.inner_join(dossiers(), "person_id")
    p = p.filter(p.employment == "civil_servant", ties.served_in_rank(p).fill_null(False))
    u = p.group_by("unit_id").agg(
        start=p.start.min(),
        candidates=p.count(),
        people_refs=p.ref.group_concat(";", order_by=p.ref),
    )
    u = with_given(u, "M04-4", "unit_id")
    used = acts("M04-4").semi_join(fact("units"), ibis._.subject_id == fact("units").unit_id)
    used = used.agg(used=used["quantity"].fill_null(1).sum().fill_null(0))
    u = u.cross_join(used)
    left = param("rank.pool_size") - u.used
    return offer(
        u,
        Identity("M04-4", "MAY", "unit", u.unit_id, u.start),
        given(u, "M04-4", "unit_id"),
        [Criterion("pool_left", left > 0, left)],
        grounds=[Criterion("has_candidates", u.candidates > 0, u.candidates, u.people_refs)],
        notes=[Criterion("no_vacancy", unknown("boolean"), text(""))],
        amount=u.candidates,
    )


RULES = (
    Rule(
        "M04-1",
        "promote",
        "person",
        LISTING,
        partial(preference, "M04-1", ties.tie_promotion, ties.UNIT, _promote),
    ),
    Rule(
        "M04-2",
        "beyond_rule",
        "person",
        (*LISTING, "appoint.after_promotion_years"),
        _beyond_rule,
    ),
    Rule(
        "M04-3",
        "rank",
        "person",
        (*LISTING, "rank.years_min"),
        partial(preference, "M04-3", ties.tie_rank, ties.UNIT, _rank),
    ),
    Rule(
        "M04-4",
        "pool",
        "unit",
        (*LISTING, "rank.years_min", "rank.pool_size"),
        _pool,
        over_all=True,
    ),
)
