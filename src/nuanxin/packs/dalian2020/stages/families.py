"""Families of medical people at the front: periods away, visits, and who is their contact (M12)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope, reference, scope
from nuanxin.packs.dalian2020.stages.standing import (
    begun_spells,
    releases_of,
    runs,
    spell,
    with_end,
)
from nuanxin.policy.contract import MEDICAL_PROFESSIONS
from nuanxin.policy.stage import stage
from nuanxin.policy.terms import as_of, day_number, param, whole_part

JOIN_GAP = param("families.join_gap")


def _periods(spells: ir.Table) -> ir.Table:
    """Spell days of a person joined over short gaps, each with the start of the next period."""
    days = spells.select("person_id", "unit_id", "start", "last_day", "is_open")
    found = runs(days, "person_id", "unit_id", gap=JOIN_GAP)
    in_order = ibis.window(group_by=found.person_id, order_by=found.start)
    return found.mutate(next_start=found.start.lead().over(in_order))


@stage
def family_period() -> ir.Table:
    """The periods in which the family of a medical person in scope is cared for (M12-2, M12-3)."""
    s = spell.table
    return _periods(s.filter(s.is_medical).semi_join(scope, s.person_id == scope.person_id))


@stage
def visit() -> ir.Table:
    """The visits of each family period: the first always, a later one while the period lasts.

    ``named_on`` and ``visited`` are the days of the delivery that meets it by name or in turn.
    """
    f = family_period.table
    first, every = param("families.first_visit_within"), param("families.visit_every")
    first_due = f.start + first
    days = ibis.ifelse(f.is_open, as_of() - first_due - 1 + every, f.last_day - first_due)
    later = ibis.greatest(whole_part(days, every), 0)
    v = f.mutate(k=ibis.range(0, later + 1).unnest())
    v = v.mutate(due=v.start + first + v.k * every)
    v = v.mutate(begin=ibis.ifelse(v.k == 0, v.start, v.due - every + 1))
    return _visited(v)


def _visited(visits: ir.Table) -> ir.Table:
    """Deliveries that name a visit meet it; the other dates meet what is left, in order."""
    period = ["person_id", "start"]
    d = family_delivery("M12-3")
    by_name = d.select("person_id", "start", begin="named", named_on="day")
    by_name = by_name.group_by(*period, "begin").agg(named_on=by_name.named_on.min())
    v = visits.left_join(by_name, [*period, "begin"]).drop(
        "person_id_right", "start_right", "begin_right"
    )
    open_ones = v.filter(v.named_on.isnull()).select(*period, "k")
    in_order = ibis.window(group_by=period, order_by="k")
    open_ones = open_ones.mutate(turn=ibis.row_number().over(in_order))
    dates = d.filter(d.named.isnull()).select(*period, visited="day").distinct()
    by_date = ibis.window(group_by=period, order_by="visited")
    dates = dates.mutate(turn=ibis.row_number().over(by_date))
    in_turn = open_ones.inner_join(dates, [*period, "turn"]).select(*period, "k", "visited")
    v = v.left_join(in_turn, [*period, "k"]).drop("person_id_right", "start_right", "k_right")
    return v.mutate(visited=v.named_on.fill_null(v.visited))


def family_delivery(provision: str) -> ir.Table:
    """What was delivered in each family period in scope: ``day``, and the period named if any."""
    f = family_period.table.select("person_id", "start", "next_start")
    d = fact_in_scope("deliveries", person="subject_id")
    d = d.filter(d.provision == provision).select(
        person_id="subject_id",
        day=day_number(d.on_date),
        named=day_number(d.period_start),
        amount="quantity",
    )
    d = d.filter(d.day <= as_of()).inner_join(f, "person_id")
    return d.filter((d.day >= d.start) & (d.next_start.isnull() | (d.day < d.next_start)))


def _contacts() -> ir.Table:
    """Who was named as contact of whose family, of everybody (M12-5)."""
    d = fact("deliveries")
    d = d.filter(d.provision == "M12-5", d.counterpart_id.notnull()).select(
        "delivery_id",
        person_id="subject_id",
        contact="counterpart_id",
        named_on=day_number(d.on_date),
        named=day_number(d.period_start),
        ref=reference(d, "deliveries"),
    )
    return d.filter(d.named_on <= as_of())


@stage
def contact_circle() -> ir.Table:
    """Those in scope, and everybody whose family had a contact in common with one of them."""
    c = _contacts()
    theirs = c.semi_join(scope, c.person_id == scope.person_id).select("contact").distinct()
    return ibis.union(scope, c.semi_join(theirs, "contact").select("person_id"), distinct=True)


@stage
def aid_period() -> ir.Table:
    """Periods of medical people on aid missions, for the whole circle of contacts."""
    circle, p = contact_circle.table, fact("people")
    p = p.filter(p.profession.isin(MEDICAL_PROFESSIONS)).select("person_id", "unit_id")
    s = begun_spells()
    s = s.filter(s.mission == "aid").semi_join(circle, "person_id").inner_join(p, "person_id")
    s = with_end(s, releases_of(circle))
    return _periods(s.mutate(last_day=s.end.fill_null(as_of()), is_open=s.end.isnull()))


@stage
def paired_family() -> ir.Table:
    """Each aid period with its contact, named last, and its ``place`` among the contact's families.

    Only open periods load a contact; they are counted in the order in which they were named.
    """
    a, c = aid_period.table, _contacts()
    named = a.inner_join(c, "person_id")
    named = named.filter(
        named.named_on >= named.start,
        named.next_start.isnull() | (named.named_on < named.next_start),
        named.named.isnull() | (named.named == named.start),
    )
    latest = ibis.window(
        group_by=[named.person_id, named.start],
        order_by=[named.named_on.desc(), named.delivery_id.desc()],
    )
    named = named.mutate(turn=ibis.row_number().over(latest))
    named = named.filter(named.turn == 0).select("person_id", "start", "contact", "named_on", "ref")
    a = a.left_join(named, ["person_id", "start"]).drop("person_id_right", "start_right")
    of_contact = ibis.window(group_by=[a.contact, a.is_open], order_by=[a.named_on, a.person_id])
    return a.mutate(place=ibis.row_number().over(of_contact) + 1)
