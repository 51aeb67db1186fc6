"""Care of medical people at the front: help with the way, counselling, convalescence (M11)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.deliveries import delivered_in_scope
from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.packs.dalian2020.stages.standing import (
    begun_spells,
    deployment,
    releases_of,
    runs,
    with_end,
)
from nuanxin.policy.contract import MEDICAL_PROFESSIONS
from nuanxin.policy.stage import once_stage, stage
from nuanxin.policy.terms import as_of, day_number, first_of_month, month_number, param, text, whole

_DEPLOYMENT = ["person_id", "deployment"]
FIRST, SECOND = param("care.counselling_first"), param("care.counselling_second")


def medical_deployments() -> ir.Table:
    """The deployments of medical people in scope."""
    d = deployment.table
    return d.filter(d.is_medical)


def in_deployment(provision: str) -> ir.Table:
    """Deliveries to medical people, each with the deployment in whose time it falls."""
    d = medical_deployments().select(*_DEPLOYMENT, "next_deployment")
    v = delivered_in_scope(provision).select("day", "named", person_id="subject_id")
    v = v.inner_join(d, "person_id")
    v = v.filter(
        v.day >= v.deployment, ibis.or_(v.next_deployment.isnull(), v.day < v.next_deployment)
    )
    return v.drop("next_deployment")


def _offers() -> ir.Table:
    """The offers of counselling that each deployment asks for: ``k``, name, begin and due day.

    Deployments and releases are of the as-of day or before; what begins later is not asked yet.
    """
    d = medical_deployments()
    # While the end is not known, the next offers count as ahead; later only those it lasted to.
    lasts = d.release.isnull()
    seventh, fourteenth = d.deployment + FIRST - 1, d.deployment + SECOND - 1
    reached = (lasts | (fourteenth <= d.last_day)) & (seventh + 1 <= as_of())
    after = d.release + param("care.counselling_after")
    rows = (
        ("first", d.deployment, seventh, lasts | (seventh <= d.last_day)),
        ("second", seventh + 1, fourteenth, reached),
        ("end", d.release, d.release, d.release.notnull()),
        ("after", d.release + 1, after, d.release + 1 <= as_of()),
    )
    parts = [
        d.filter(asked).select(
            *_DEPLOYMENT, "unit_id", k=whole(k), name=text(name), begin=begin, due=due
        )
        for k, (name, begin, due, asked) in enumerate(rows)
    ]
    return ibis.union(*parts)


@stage
def offer() -> ir.Table:
    """Offers with the day on which each was made: by name, or in order of what is open."""
    o, d = _offers(), in_deployment("M11-3")
    by_name = d.group_by(*_DEPLOYMENT, "named").agg(named_on=d.day.min())
    by_name = by_name.rename(begin="named")
    o = _joined(o, by_name, [*_DEPLOYMENT, "begin"])
    in_order = ibis.window(group_by=_DEPLOYMENT, order_by="k")
    open_ones = o.filter(o.named_on.isnull()).select(*_DEPLOYMENT, "k")
    open_ones = open_ones.mutate(turn=ibis.row_number().over(in_order))
    dates = d.filter(d.named.isnull()).select(*_DEPLOYMENT, made="day").distinct()
    by_date = ibis.window(group_by=_DEPLOYMENT, order_by="made")
    dates = dates.mutate(turn=ibis.row_number().over(by_date))
    in_turn = open_ones.inner_join(dates, [*_DEPLOYMENT, "turn"])
    o = _joined(o, in_turn.select(*_DEPLOYMENT, "k", "made"), [*_DEPLOYMENT, "k"])
    return o.mutate(made=o.named_on.fill_null(o.made))


def _joined(table: ir.Table, other: ir.Table, keys: list[str]) -> ir.Table:
    return table.left_join(other, keys).drop(*(f"{key}_right" for key in keys))


# -- convalescence -------------------------------------------------------------------------------


@once_stage
def finding_in_force() -> ir.Table:
    """Findings in force on the as-of day that rest on enough different channels."""
    f = supported_findings()
    return f.filter(f.last_day >= as_of())


def _years_after(date: ir.DateValue) -> ir.IntegerValue:
    """The same day of the month when a listing expires, or that month's last day."""
    month = month_number(date) + param("merit.list_expiry") * 12
    first, beyond = first_of_month(month), first_of_month(month + 1)
    return ibis.least(day_number(first) + date.day() - 1, day_number(beyond) - 1)


def supported_findings() -> ir.Table:
    """Findings decided by the as-of day on enough channels, with their last day in force."""
    f = fact("findings")
    expires = day_number(f.expires_on).fill_null(_years_after(f.decided_on))
    f = f.select(
        "finding_id", "person_id", "level", "channels", start=day_number(f.decided_on),
        last_day=expires, ref=reference(f, "findings"),
    )  # fmt: skip
    f = f.filter(f.start <= as_of())
    heard = f.select("finding_id", channel=f.channels.unnest()).group_by("finding_id")
    heard = heard.agg(sources=ibis._.channel.nunique())
    f = f.drop("channels").inner_join(heard, "finding_id")
    return f.filter(f.sources >= param("merit.channels_min")).drop("sources")


@once_stage
def convalescent() -> ir.Table:
    """Medical people found outstanding, with their weighted days at the front (M11-6).

    ``place`` counts those with more weighted days, ``sharing`` the others with as many.
    """
    f, p, q = finding_in_force.table, fact("people"), fact("posts")
    p = p.filter(p.profession.isin(MEDICAL_PROFESSIONS)).select("person_id", "unit_id")
    found = f.group_by("person_id").agg(found_on=f.start.min())
    p = p.inner_join(found, "person_id")
    s = with_end(begun_spells().semi_join(p, "person_id"), releases_of(p))
    s = s.inner_join(q.select("post_id", post_kind="kind"), "post_id")
    s = s.mutate(last_day=s.end.fill_null(as_of()))
    severe = _days(s.filter(s.post_kind == "icu")).rename(severe_days="days")
    c = p.inner_join(_days(s), "person_id")
    c = _joined(c, severe, ["person_id"])
    c = c.mutate(severe_days=c.severe_days.fill_null(0))
    extra = param("care.convalescence_severe_weight") - 1
    c = c.mutate(weighted=(c.days + c.severe_days * extra).cast("decimal(18, 4)"))
    by_days = ibis.window(order_by=c.weighted.desc())
    alike = ibis.window(group_by=c.weighted)
    return c.mutate(place=ibis.rank().over(by_days) + 1, sharing=c.count().over(alike) - 1)


def _days(spells: ir.Table) -> ir.Table:
    """How many days the spells of each person cover."""
    r = runs(spells.select("person_id", "start", "last_day"), "person_id")
    return r.group_by("person_id").agg(days=(r.last_day - r.start + 1).sum().cast("int64"))
