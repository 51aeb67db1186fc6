"""Findings, listings and calls: the recorded acts on which measures 1 to 6 rest (G1-G6)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.insurance import uncovered
from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope, reference, scope
from nuanxin.packs.dalian2020.stages.standing import deployment_month, person
from nuanxin.policy.contract import CHANNELS, MEDICAL_PROFESSIONS
from nuanxin.policy.stage import kept_stage, once_stage, stage
from nuanxin.policy.terms import (
    absent,
    as_of,
    count_days,
    date_of,
    day_number,
    param,
    whole_part,
    ymd,
)

CADRES = (
    *("civil_servant", "institution_staff", "grassroots_institution_staff"),
    *("community_cadre", "village_cadre", "graduate_village_official"),
)
INSTITUTION_STAFF = ("institution_staff", "grassroots_institution_staff")
LADDER = ("junior", "intermediate", "associate", "full")
MEMBER = ("member", "probationary")
DOSSIER = (
    *("person_id", "unit_id", "employment", "profession", "is_leader", "is_secretary"),
    *("birth_date", "education", "party", "title_level", "title_since", "rank_since"),
)
"""The columns of people on which the conditions of measures 1 to 6 rest."""


def is_medical(p: ir.Table) -> ir.BooleanValue:
    """Whether the profession is medical (S2)."""
    return p.profession.isin(MEDICAL_PROFESSIONS)


def is_cadre(p: ir.Table) -> ir.BooleanValue:
    """A cadre (G4)."""
    return p.employment.isin(CADRES)


def is_professional(p: ir.Table) -> ir.BooleanValue:
    """Medical, or with a title (G4): an unknown title makes nobody a professional."""
    return is_medical(p) | p.title_level.isin(LADDER).fill_null(False)


def aged_at_most(
    p: ir.Table, years: ir.IntegerValue, on: ir.DateValue | None = None
) -> ir.BooleanValue:
    """Whether a person has not completed one year more (G3); unknown without a birth date.

    Ibis writes ``(~a).isnull()`` as ``NOT a IS NULL``, so what may be unknown never uses ``~``.
    """
    lived = ymd(today() if on is None else on) - ymd(p.birth_date)
    return lived < (years + 1) * 10_000


def today() -> ir.DateValue:
    """The as-of day as a date."""
    return date_of(as_of())


def dossiers() -> ir.Table:
    """Everybody, with what conditions need and the district of the own unit."""
    p, u = fact("people"), fact("units")
    districts = u.select("unit_id", unit_district="district")
    p = p.select(*DOSSIER, ref=reference(p, "people")).left_join(districts, "unit_id")
    return p.drop("unit_id_right")


def findings(f: ir.Table) -> ir.Table:
    """Findings decided by the as-of day, with the number of different channels."""
    f = f.filter(day_number(f.decided_on) <= as_of())
    channels = f.channels.contains(CHANNELS[0]).cast("int64")
    for channel in CHANNELS[1:]:
        channels = channels + f.channels.contains(channel).cast("int64")
    return f.select(
        "finding_id", "person_id", "level", "decided_on", "expires_on",
        decided=day_number(f.decided_on), channels=channels, ref=reference(f, "findings"),
    )  # fmt: skip


def standing_findings(f: ir.Table) -> ir.Table:
    """Findings that count: heard on enough channels and not expired (G6)."""
    f = findings(f)
    last = ymd(f.decided_on) + param("merit.list_expiry") * 10_000
    stands = ibis.ifelse(f.expires_on.isnull(), ymd(today()) <= last, f.expires_on >= today())
    return f.filter(f.channels >= param("merit.channels_min"), stands)


def listed(f: ir.Table) -> ir.Table:
    """Persons listed: the ``start`` as outstanding, the start as ``exceptional`` if they are."""
    f = standing_findings(f)
    is_exceptional = f.level == "exceptional"
    return f.group_by("person_id").agg(
        start=f.decided.min(),
        exceptional=f.decided.min(where=is_exceptional),
        refs=f.ref.group_concat(";", order_by=f.ref),
        exceptional_refs=f.ref.group_concat(";", where=is_exceptional, order_by=f.ref),
    )


@stage
def listed_person() -> ir.Table:
    """The people in scope who are listed, with their dossier."""
    return listed(fact_in_scope("findings")).inner_join(dossiers(), "person_id")


@once_stage
def listed_anybody() -> ir.Table:
    """Everybody listed, since ``start``: whom a tie sets apart from their equals."""
    f = standing_findings(fact("findings"))
    return f.group_by("person_id").agg(start=f.decided.min())


def without_listing(p: ir.Table) -> ir.Table:
    """The people who are not listed."""
    return p.anti_join(listed_anybody.table, "person_id")


@stage
def front_days() -> ir.Table:
    """The spell days of each person in scope and calendar year, each day once."""
    m = deployment_month.table
    m = m.mutate(year=whole_part(m.month, 12))
    return m.group_by("person_id", "year").agg(days=count_days(m.spell_days).sum().cast("int64"))


@kept_stage
def front_days_of_unit() -> ir.Table:
    """The spell days of a unit's own people by year, of all slices, to be summed (M06-3)."""
    f = front_days.table.inner_join(person.table.select("person_id", "unit_id"), "person_id")
    return f.group_by("unit_id", "year").agg(days=f.days.sum().cast("int64"))


@kept_stage
def uncovered_unit() -> ir.Table:
    """Units of which somebody treated the infected without cover, by year (M06-3)."""
    u = uncovered.table.filter(~absent("insurance"))
    u = u.select(
        "unit_id", first=date_of(u.start).year().cast("int64"),
        last=date_of(u.last_day).year().cast("int64"),
    )  # fmt: skip
    return u.mutate(year=ibis.range(u.first, u.last + 1).unnest()).select("unit_id", "year")


def of_scope(p: ir.Table) -> ir.Table:
    """The people who are evaluated."""
    return p.semi_join(scope, p.person_id == scope.person_id)
