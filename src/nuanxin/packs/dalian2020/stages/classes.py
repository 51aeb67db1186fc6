"""The classes F1–F9 of persons and U1, U2 of units, as the table ``standing``."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.care import supported_findings
from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.increment import institution_months
from nuanxin.packs.dalian2020.stages.sources import fact, fact_in_scope, scope
from nuanxin.packs.dalian2020.stages.standing import begun_spells, runs, spell
from nuanxin.policy.contract import MEDICAL_PROFESSIONS
from nuanxin.policy.stage import once_stage
from nuanxin.policy.standing import Standing, standing_rows
from nuanxin.policy.terms import as_of, date_of, day_number, param, text, unknown, whole_part

CADRE_EMPLOYMENTS = (
    *("civil_servant", "institution_staff", "grassroots_institution_staff"),
    *("community_cadre", "village_cadre"),
)
LOCAL_CADRES = ("community_cadre", "village_cadre")
STAFFED = (
    *("party_organ", "government_organ", "public_institution"),
    *("hospital", "school", "enterprise"),
)
GRADUATES = ("bachelor", "master", "doctor")


def _spell_runs(spells: ir.Table) -> ir.Table:
    s = spells.semi_join(scope, spells.person_id == scope.person_id)
    return runs(s.select("person_id", "start", "last_day", "is_open"), "person_id")


def _dated(name: str, r: ir.Table, missing: ir.StringValue | None = None) -> ir.Table:
    return standing_rows(
        r, "person", r.person_id, text(name), start=r.start, last=r.last_day, missing=missing
    )


def _at_the_front() -> ir.Table:
    """F1 to F5: days of spells, by who is on them and what the spell is."""
    s, p = spell.table, fact_in_scope("people")
    p = p.select(
        "person_id",
        is_medical=p.profession.isin(MEDICAL_PROFESSIONS),
        is_cadre=p.employment.isin(CADRE_EMPLOYMENTS),
        is_member=p.party.isin(["member", "probationary"]),
    )
    days = _spell_runs(s).inner_join(p, "person_id")
    counts = days.is_cadre | days.is_member
    f2 = days.filter(counts.fill_null(True))
    is_sure = (f2.is_cadre | f2.is_member).fill_null(False)
    not_told = ibis.ifelse(is_sure, unknown("string"), text("party"))
    return ibis.union(
        _dated("F1", days),
        _dated("F2", f2, not_told),
        _dated("F3", days.filter(days.is_medical)),
        _dated("F4", _spell_runs(s.filter(s.is_treating))),
        _dated("F5", _spell_runs(s.filter(s.is_medical & (s.mission == "aid")))),
    )


def _found() -> ir.Table:
    """F6 and F7: days on which a finding is in force."""
    f = supported_findings()
    f = f.semi_join(scope, f.person_id == scope.person_id)
    f = f.mutate(last_day=ibis.least(f.last_day, as_of()), is_open=ibis.literal(False))
    f = f.filter(f.start <= f.last_day)
    r = runs(f.select("person_id", "level", "start", "last_day", "is_open"), "person_id", "level")
    name = ibis.ifelse(r.level == "outstanding", text("F6"), text("F7"))
    return standing_rows(r, "person", r.person_id, name, start=r.start, last=r.last_day)


@once_stage
def beginning() -> ir.Table:
    """One row: the day from which staff who stay behind are counted (F8), unknown when none is."""
    d, s = fact("declarations"), begun_spells()
    declared = d.filter(d.kind == "response_start").select(day=day_number(d.date))
    declared = declared.filter(declared.day <= as_of()).agg(declared=ibis._.day.min())
    first = s.agg(first=s.start.min())
    both = declared.cross_join(first)
    return both.select(day=both.declared.fill_null(both.first))


def _behind() -> ir.Table:
    """F8: the days between the spells of staff, from the beginning to the as-of day."""
    p, u, b = fact_in_scope("people"), fact("units"), beginning.table
    staffed = u.filter(u.kind.isin(STAFFED)).select("unit_id")
    p = p.filter(p.employment != "volunteer").semi_join(staffed, "unit_id").select("person_id")
    s = _spell_runs(spell.table).semi_join(p, "person_id").select("person_id", "start", "last_day")
    # After the last spell comes the day after as-of, as if another began then.
    end = p.select("person_id", start=as_of() + 1, last_day=as_of() + 1)
    s = ibis.union(s, end.select(*s.columns))
    in_order = ibis.window(group_by=s.person_id, order_by=s.start)
    s = s.mutate(earlier=s.last_day.lag().over(in_order)).cross_join(b.filter(b.day.notnull()))
    gaps = s.select(
        "person_id",
        start=ibis.greatest(s.day, (s.earlier + 1).fill_null(s.day)),
        last_day=s.start - 1,
    )
    return _dated("F8", gaps.filter(gaps.start <= gaps.last_day))


def _ymd(date: ir.DateValue) -> ir.IntegerValue:
    return (date.year() * 10_000 + date.month() * 100 + date.day()).cast("int64")


def _group(p: ir.Table, name: ir.StringValue, missing: ir.StringValue | None = None) -> ir.Table:
    return standing_rows(p, "person", p.person_id, text("F9"), detail=name, missing=missing)


def _employed() -> ir.Table:
    """F9: groups of employment, and young talent."""
    p = fact_in_scope("people")
    same = p.filter(
        p.employment.isin(
            ["institution_staff", "grassroots_institution_staff", "graduate_village_official"]
        )
    )
    cadres = p.filter(p.employment.isin(LOCAL_CADRES))
    secretaries = cadres.filter(cadres.is_secretary.fill_null(True))
    is_sure = secretaries.is_secretary.fill_null(False)
    not_told = ibis.ifelse(is_sure, unknown("string"), text("is_secretary"))
    return ibis.union(
        _group(same, same.employment),
        _group(cadres, text("cadre")),
        _group(secretaries, text("secretary"), not_told),
        _young(p),
    )


def _young(p: ir.Table) -> ir.Table:
    p = p.mutate(
        age=whole_part(_ymd(date_of(as_of())) - _ymd(p.birth_date), 10_000),
        is_graduate=p.education.isin(GRADUATES),
    )
    is_young = p.age <= param("mobilise.youth_age_max")
    p = p.filter((is_young & p.is_graduate).fill_null(True))
    missing = ibis.cases(
        (p.age.isnull() & p.is_graduate.isnull(), text("birth_date;education")),
        (p.age.isnull(), text("birth_date")),
        (p.is_graduate.isnull(), text("education")),
        else_=unknown("string"),
    )
    return _group(p, text("young_talent"), missing)


def _institutions() -> ir.Table:
    """U1: institutions with qualifying days, by month."""
    q = institution_months().inner_join(
        month.table.select("month", "first_day", "last_day"), "month"
    )
    return standing_rows(
        q,
        "unit",
        q.unit_id,
        text("U1"),
        detail=q.days.cast("string"),
        start=q.first_day,
        last=q.last_day,
    )


def _heavy_load() -> ir.Table:
    """U2: institutions of which few have more qualifying days a head in the calendar year."""
    q, p, m = institution_months(), fact("people"), month.table
    heads = p.group_by("unit_id").agg(heads=ibis._.count())
    q = q.mutate(year=whole_part(q.month, 12))
    q = q.group_by("unit_id", "year").agg(days=q.days.sum().cast("int64"))
    q = q.inner_join(heads, "unit_id")
    other = q.select("year", other_days="days", other_heads="heads")
    pairs = q.inner_join(other, "year")
    more = pairs.other_days * pairs.heads > pairs.days * pairs.other_heads
    ranked = pairs.group_by("unit_id", "year", "days").agg(
        units=ibis._.count(), more=more.cast("int64").sum().cast("int64")
    )
    ranked = ranked.filter(ranked.more * 100 < ranked.units * param("assess.heavy_load_share"))
    years = m.mutate(year=whole_part(m.month, 12))
    years = years.group_by("year").agg(start=years.first_day.min(), last_day=years.last_day.max())
    r = ranked.inner_join(years, "year")
    return standing_rows(
        r,
        "unit",
        r.unit_id,
        text("U2"),
        detail=r.days.cast("string"),
        start=r.start,
        last=r.last_day,
        missing=text("red finding"),
    )


_SUBSIDY = ("subsidy.tier1.daily", "subsidy.tier2.daily")
STANDING = (
    Standing("at_the_front", _at_the_front),
    Standing("found", _found, ("merit.channels_min",)),
    Standing("behind", _behind),
    Standing("employed", _employed, ("mobilise.youth_age_max",)),
    Standing("institutions", _institutions, _SUBSIDY, over_all=True),
    Standing(
        "heavy_load",
        _heavy_load,
        (*_SUBSIDY, "assess.heavy_load_share"),
        over_all=True,
        compare=True,
    ),
)
