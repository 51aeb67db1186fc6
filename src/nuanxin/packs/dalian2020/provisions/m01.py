"""M01: people are called to the communities, young cadres are chosen, members report home."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.provisions.offers import bars, equals, given, offer
from nuanxin.packs.dalian2020.stages.calls import (
    at_front_on,
    called_person,
    calls_of,
    sent,
    unfit_on,
)
from nuanxin.packs.dalian2020.stages.merit import MEMBER, aged_at_most, dossiers, of_scope
from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.packs.dalian2020.stages.standing import spell, stint
from nuanxin.packs.dalian2020.stages.ties import CALL, NAMED, tie_call, with_tie
from nuanxin.policy.provision import (
    Criterion,
    Facts,
    Identity,
    Rule,
    Ruling,
    listing,
    must,
    ruling,
)
from nuanxin.policy.terms import as_of, date_of, param, quantity, text, unknown, whole_part


def _mobilise() -> Ruling:
    c = calls_of("M01-1")
    who = sent(c)
    count = who.group_by("unit_id", "call").agg(people=who.person_id.nunique().cast("int64"))
    heads = fact("people").group_by("unit_id").agg(heads=ibis._.count())
    c = c.left_join(count, ["unit_id", "call"]).drop("unit_id_right", "call_right")
    c = c.left_join(heads, "unit_id").drop("unit_id_right")
    c = c.mutate(
        cap=whole_part(c.heads.fill_null(0) * param("mobilise.unit_share_max"), 100),
        people=c.people.fill_null(0),
    )
    c = c.mutate(amount=ibis.ifelse(c.asked.notnull(), ibis.least(c.asked, c.cap), ibis.null()))
    c = c.filter(c.amount.isnull() | (c.amount > 0))
    m = _with_free_members(c)
    members = Criterion("members_free", m.members > 0, m.members, m.member_refs)
    told = _call_on(m, who, members)
    return Ruling(_call_on(c, who).rows, told.criteria, told.rows)


def _call_on(c: ir.Table, who: ir.Table, *notes: Criterion) -> Ruling:
    """The calls on units, answered by the people ``who`` were sent."""
    due = c.call + param("mobilise.respond_within")
    enough = c.people >= c.amount
    done = Criterion(
        "people_sent",
        enough,
        c.people,
        Facts(who, lambda r, f: [r.unit_id == f.unit_id, r.call == f.call]),
    )
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    is_known = c.asked.notnull()
    return ruling(
        c,
        Identity("M01-1", "MUST", "unit", c.unit_id, c.call),
        end=None,
        amount=c.amount,
        unit="count",
        met=ibis.ifelse(is_known, quantity(ibis.least(c.people, c.amount)), ibis.null()),
        due=due,
        owner=c.unit_id,
        state=ibis.ifelse(is_known, must(done, in_time), "unknown"),
        missing=ibis.ifelse(is_known, unknown("string"), text("quantity")),
        criteria=[
            Criterion("people_asked", ibis.ifelse(is_known, True, ibis.null()), c.asked, c.refs),
            Criterion("within_share", c.asked <= c.cap, c.cap),
            *notes,
            done,
            in_time,
        ],
    )


def _with_free_members(calls: ir.Table) -> ir.Table:
    """Add how many members are free to go first (``members``), and the first by id."""
    free = _free_members(calls)
    key = ["unit_id", "call"]
    members = free.group_by(key).agg(
        members=free.count(),
        member_refs=free.ref.group_concat(";", where=free.place < NAMED, order_by=free.ref),
    )
    calls = calls.left_join(members, key).drop("unit_id_right", "call_right")
    return calls.mutate(members=calls.members.fill_null(0))


def _free_members(calls: ir.Table) -> ir.Table:
    """Party members of called units who are free today: those who go first."""
    p = fact("people")
    p = p.filter(p.party.isin(MEMBER)).select("person_id", "unit_id", ref=reference(p, "people"))
    p = p.inner_join(calls.select("unit_id", "call"), "unit_id")
    who = p.select("person_id").distinct()
    busy = ibis.union(at_front_on(who, as_of()), unfit_on(who, as_of()))
    p = p.anti_join(busy, "person_id")
    in_order = ibis.window(group_by=[p.unit_id, p.call], order_by=p.person_id)
    return p.mutate(place=ibis.row_number().over(in_order))


def _choose_young() -> Ruling:
    p = of_scope(called_person.table)
    p = with_tie(p, tie_call, CALL)
    p = p.filter(p.given.notnull() | ~p.is_filled)
    return offer(
        p,
        Identity("M01-4", "PREFER", "person", p.person_id, p.call),
        given(p, "M01-4"),
        [
            Criterion("is_cadre", p.is_cadre, p.employment, p.ref),
            Criterion("free_for_call", p.is_fit, p.is_fit),
            Criterion("is_young", p.is_young, p.birth_date, p.ref, missing="birth_date"),
        ],
        grounds=[Criterion("unit_called", p.call.notnull(), date_of(p.call), p.refs)],
        tie=equals(p),
        notes=[bars()],
    )


def _members(p: ir.Table) -> Criterion:
    return Criterion("party_member", p.party.isin(MEMBER), p.party, p.ref)


def _youth() -> Ruling:
    s = of_scope(stint.table)
    s = s.filter(s.last_day == as_of()).select("person_id", "start")
    p = s.inner_join(dossiers(), "person_id")
    young = aged_at_most(p, param("mobilise.youth_age_max"))
    p = p.filter(p.party.isin(MEMBER), young)
    return listing(
        p,
        Identity("M01-2", "ORIENT", "person", p.person_id, p.start),
        owner=p.unit_id,
        criteria=[
            Criterion("at_front_now", p.start.notnull(), date_of(p.start)),
            _members(p),
            Criterion("is_young", young, p.birth_date),
        ],
    )


def _report_home() -> Ruling:
    s, q, u = of_scope(spell.table), fact("posts"), fact("units")
    u = u.filter(u.kind.isin(["community", "village"])).select(community="unit_id")
    q = q.select("post_id", community="unit_id").semi_join(u, "community")
    s = s.filter(s.last_day == as_of()).select(
        "person_id", "post_id", "start", ref=reference(s, "spells")
    )
    s = s.inner_join(q, "post_id")
    s = s.group_by("person_id", "community").agg(
        start=s.start.min(), spell_refs=s.ref.group_concat(";", order_by=s.ref)
    )
    p = s.inner_join(dossiers(), "person_id")
    p = p.filter(p.party.isin(MEMBER), p.employment != "volunteer", p.community != p.unit_id)
    p = _with_confirmation(p)
    return listing(
        p,
        Identity("M01-3", "ORIENT", "person", p.person_id, p.start, [p.community]),
        owner=p.community,
        criteria=[
            _members(p),
            Criterion("serves_community", p.start.notnull(), p.community, p.spell_refs),
            Criterion(
                "community_confirmed",
                p.confirmed.notnull(),
                date_of(p.confirmed),
                p.confirmation_refs,
            ),
        ],
    )


def _with_confirmation(people: ir.Table) -> ir.Table:
    """Add when the community first confirmed the person's service, if it did."""
    d = evidence.deliveries("M01-3", lambda _r, _f: []).table
    key = ["person_id", "community"]
    row = people.select(*key, "start")
    tied = row.inner_join(
        d, [row.person_id == d.subject_id, row.community == d.counterpart_id, d.day >= row.start]
    )
    first = tied.group_by(key).agg(
        confirmed=tied.day.min(), confirmation_refs=tied.ref.group_concat(";", order_by=tied.ref)
    )
    return people.left_join(first, key).drop(*(f"{name}_right" for name in key))


RULES = (
    Rule(
        "M01-1",
        "mobilise",
        "unit",
        ("mobilise.unit_share_max", "mobilise.respond_within"),
        _mobilise,
        over_all=True,
    ),
    Rule("M01-2", "youth", "person", ("mobilise.youth_age_max",), _youth, lists=True),
    Rule("M01-3", "report_home", "person", (), _report_home, lists=True),
    Rule(
        "M01-4",
        "choose_young",
        "person",
        ("mobilise.young_division_age_max", "mobilise.young_section_age_max"),
        _choose_young,
    ),
)
