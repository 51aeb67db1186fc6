"""Calls on units to send people, and certificates of shortage, as deliveries record them (M01,
M05-4). Few units are called: their people are looked at over all."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.merit import aged_at_most, dossiers, is_cadre
from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.packs.dalian2020.stages.standing import begun_spells, releases_of, with_end
from nuanxin.policy.stage import once_stage
from nuanxin.policy.terms import as_of, date_of, day_number, param

GRASSROOTS_POSTS = ("grid", "screening", "patrol", "checkpoint", "key_visit")
"""The five tasks of measure 1: grid work, screening, patrols, checkpoints, key visits."""

UNFIT = ("sick", "injury", "quarantine", "forced")


@once_stage
def call() -> ir.Table:
    """Calls on a unit by provision and day (M01-1, M01-4), and certificates of shortage (M05-4).

    ``asked`` is unknown when one of the deliveries names no number; ``next_call`` is the day of
    the unit's next one, unknown for the last.
    """
    d, u = fact("deliveries"), fact("units")
    is_call = d.provision.isin(["M01-1", "M01-4"]) | (
        (d.provision == "M05-4") & (d.counterpart_id == "certificate").fill_null(False)
    )
    d = d.filter(is_call, day_number(d.on_date) <= as_of())
    d = d.semi_join(u, d.subject_id == u.unit_id)
    d = d.select(
        "provision", amount="quantity", unit_id="subject_id", call=day_number(d.on_date),
        ref=reference(d, "deliveries"),
    )  # fmt: skip
    calls = d.group_by("provision", "unit_id", "call").agg(
        is_known=d.amount.notnull().min(),
        total=d.amount.sum(),
        refs=d.ref.group_concat(";", order_by=d.ref),
    )
    in_order = ibis.window(group_by=[calls.provision, calls.unit_id], order_by=calls.call)
    return calls.select(
        "provision", "unit_id", "call", "refs",
        asked=ibis.ifelse(calls.is_known, calls.total, ibis.null()),
        next_call=calls.call.lead().over(in_order),
    )  # fmt: skip


def calls_of(provision: str) -> ir.Table:
    """The calls of one provision."""
    return call.table.filter(call.table.provision == provision).drop("provision")


def within_call(day: ir.IntegerValue, calls: ir.Table) -> ir.BooleanValue:
    """Whether a day is from the call on and before the unit's next one."""
    return (day >= calls.call) & (calls.next_call.isnull() | (day < calls.next_call))


def sent(calls: ir.Table) -> ir.Table:
    """The people of a called unit who have a spell at a post of the five tasks since the call:
    ``person_id``, ``unit_id``, ``call``, ``ref`` of the spell."""
    p, q, s = fact("people"), fact("posts"), begun_spells()
    q = q.filter(q.kind.isin(GRASSROOTS_POSTS)).select("post_id")
    calls = calls.select("unit_id", "call", "next_call")
    people = p.select("person_id", "unit_id").inner_join(calls, "unit_id")
    s = s.semi_join(q, "post_id").select("person_id", "start", ref=reference(s, "spells"))
    found = people.inner_join(s, "person_id")
    found = found.filter(within_call(found.start, found))
    return found.select("person_id", "unit_id", "call", "ref")


def at_front_on(people: ir.Table, day: ir.IntegerValue) -> ir.Table:
    """The people who are at the front on a day, by effective spell days (S3)."""
    s = with_end(begun_spells().semi_join(people, "person_id"), releases_of(people))
    s = s.select("person_id", first=s.start, last=s.end.fill_null(as_of()))
    return _over(people, day, s)


def unfit_on(people: ir.Table, day: ir.IntegerValue) -> ir.Table:
    """The people absent on a day, sick, injured, in quarantine or on forced rest (G5)."""
    a = fact("absences")
    a = a.filter(a.kind.isin(UNFIT)).select(
        "person_id", first=day_number(a.start_date), last=day_number(a.end_date)
    )
    return _over(people, day, a)


def _over(people: ir.Table, day: ir.IntegerValue, periods: ir.Table) -> ir.Table:
    """The people who have a period (first, last) over a day."""
    there = people.mutate(on_day=day).inner_join(periods, "person_id")
    there = there.filter((there["first"] <= there.on_day) & (there["last"] >= there.on_day))
    return there.select(*people.columns)


def given_in_call() -> ir.Table:
    """Acts of sending by M01-4: ``person_id``, ``unit_id``, ``call`` and the first ``given``."""
    d, p = fact("deliveries"), fact("people")
    d = d.filter(d.provision == "M01-4").select(
        person_id="subject_id", day=day_number(d.on_date), named=day_number(d.period_start)
    )
    d = d.filter(d.day <= as_of()).inner_join(p.select("person_id", "unit_id"), "person_id")
    d = d.inner_join(calls_of("M01-4"), "unit_id")
    d = d.filter(within_call(d.day, d), d.named.isnull() | (d.named == d.call))
    return d.group_by("person_id", "unit_id", "call").agg(given=d.day.min())


@once_stage
def called_person() -> ir.Table:
    """The people of units that were asked for young cadres, for each call (M01-4).

    ``is_fit``: free on the day of the call and not absent today; ``is_filled``: as many were
    sent as were asked for.
    """
    p = dossiers().inner_join(calls_of("M01-4"), "unit_id")
    key = ["person_id", "call"]
    pairs = p.select(*key)
    unfit = ibis.union(
        at_front_on(pairs, pairs.call),
        unfit_on(pairs, pairs.call),
        unfit_on(pairs, as_of()),
        distinct=True,
    )
    p = p.left_join(unfit, key)
    p = p.mutate(is_fit=p.person_id_right.isnull()).drop("person_id_right", "call_right")
    g = given_in_call()
    p = p.left_join(g.select(*key, "given"), key).drop("person_id_right", "call_right")
    counts = g.group_by("unit_id", "call").agg(sent=g.count())
    p = p.left_join(counts, ["unit_id", "call"]).drop("unit_id_right", "call_right")
    limit = ibis.ifelse(
        p.is_leader,
        param("mobilise.young_division_age_max"),
        param("mobilise.young_section_age_max"),
    )
    return p.mutate(
        is_cadre=is_cadre(p),
        is_young=aged_at_most(p, limit, date_of(p.call)),
        is_filled=(p.sent.fill_null(0) >= p.asked).fill_null(False),
    )
