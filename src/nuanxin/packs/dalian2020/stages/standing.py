"""Who is what, on which day: people, spells, stints, deployments and releases (S1–S7)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import calendar, month
from nuanxin.packs.dalian2020.stages.sources import fact, scope
from nuanxin.policy.contract import MEDICAL_PROFESSIONS
from nuanxin.policy.stage import once_stage, stage
from nuanxin.policy.terms import as_of, day_number, in_scope, whole

HUBEI_PLACES = (
    *("湖北", "hubei", "wuhan", "武汉", "黄石", "十堰", "宜昌", "襄阳", "鄂州", "荆门", "孝感"),
    *("荆州", "黄冈", "咸宁", "随州", "恩施", "仙桃", "潜江", "天门", "神农架"),
)


@stage
def couple() -> ir.Table:
    """Spouses of the people in scope, each couple in both directions however it was written."""
    r = fact("relations")
    spouses = r.filter(r.kind == "spouse", r.person_id != r.relative_id)
    written = spouses.select(person_id="person_id", spouse_id="relative_id")
    mirrored = spouses.select(person_id="relative_id", spouse_id="person_id")
    return ibis.union(
        written.filter(in_scope(written.person_id)),
        mirrored.filter(in_scope(mirrored.person_id)),
        distinct=True,
    )


@stage
def kin() -> ir.Table:
    """The people whose spells a run must see: those in scope, closed over spouses (M11-1)."""
    c = couple.table
    return ibis.union(scope, c.select(person_id="spouse_id"), distinct=True)


@stage
def person() -> ir.Table:
    """People with the two facts that decide their standing."""
    p = fact("people")
    p = p.semi_join(kin.table, p.person_id == kin.table.person_id)
    return p.select(
        "person_id",
        "unit_id",
        "is_leader",
        "profession",
        is_medical=p.profession.isin(MEDICAL_PROFESSIONS),
    )


def releases_of(people: ir.Table) -> ir.Table:
    """Release events of these people by the as-of day (S3)."""
    d = fact("declarations")
    events = d.filter(d.kind == "release").select("person_id", day=day_number(d.date))
    events = events.semi_join(people, "person_id")
    return events.filter(events.day <= as_of()).distinct()


@stage
def release() -> ir.Table:
    """Release events of the people looked at."""
    return releases_of(kin.table)


def _declared(kind: str) -> ir.Table:
    d = fact("declarations")
    days = d.filter(d.kind == kind).select(day=day_number(d.date))
    return days.filter(days.day <= as_of()).distinct()


@once_stage
def reopening() -> ir.Table:
    """Effective reopenings: those declared while a task end was in force (S5b, S6).

    ``force`` is the task end that the reopening ends: the earliest of its wave. A task end of
    the very date of a reopening comes before it.
    """
    ends, reopened = _declared("task_end"), _declared("task_reopened")
    reopened = reopened.mutate(
        previous=reopened.day.lag().over(ibis.window(order_by=reopened.day)).fill_null(-1)
    )
    waves = reopened.inner_join(
        ends, (ends.day > reopened.previous) & (ends.day <= reopened.day)
    ).select(day=reopened.day, end_day=ends.day)
    return waves.group_by("day").agg(force=waves.end_day.min())


@once_stage
def task_end_in_force() -> ir.Table:
    """One row: the earliest task end since the last reopening, unknown when none is in force."""
    ends, reopened = _declared("task_end"), _declared("task_reopened")
    last = reopened.agg(day=reopened.day.max().fill_null(-1))
    after = ends.inner_join(last, ends.day > last.day).select(day=ends.day)
    return after.agg(day=after.day.min())


def _is_hubei(spells: ir.Table) -> ir.BooleanValue:
    place = spells.aid_place.lower()
    in_hubei = place.contains(HUBEI_PLACES[0])
    for name in HUBEI_PLACES[1:]:
        in_hubei = in_hubei | place.contains(name)
    return (spells.mission == "aid") & in_hubei


@stage
def spell() -> ir.Table:
    """Spells begun by the as-of day, with their effective end (S3; unknown end = still open).

    ``in_hubei`` is false for local spells and unknown for aid spells without a known place.
    """
    s = begun_spells().inner_join(person.table, "person_id")
    s = with_end(s, release.table)
    return s.mutate(
        last_day=s.end.fill_null(as_of()),
        is_open=s.end.isnull(),
        in_hubei=_is_hubei(s),
        is_treating=s.is_medical & treats(s),
    ).drop("end_date", "released")


def begun_spells() -> ir.Table:
    """The spells begun by the as-of day, of everybody, with day numbers."""
    s = fact("spells")
    s = s.select(
        "spell_id", "person_id", "post_id", "arranged_by", "mission", "aid_place",
        "treats_confirmed", start=day_number(s.start_date), end_date=day_number(s.end_date),
    )  # fmt: skip
    return s.filter(s.start <= as_of())


def treats(spells: ir.Table) -> ir.BooleanValue:
    """Spells whose days are F4 days of a medical person (S2)."""
    return spells.treats_confirmed | (spells.mission == "aid")


def _rounds(s: ir.Table, r: ir.Table) -> ir.Table:
    """Spells with ``round``, the releases before: those of one lie between two releases (S5a)."""
    events = s.inner_join(r.select("person_id", release_day="day"), "person_id")
    events = events.filter(events.release_day < events.start)
    return events.group_by("spell_id").agg(round=events.count())


def with_end(s: ir.Table, r: ir.Table) -> ir.Table:
    """Add the effective ``end`` (unknown while open), by the end that is written or a release."""
    events = s.inner_join(r.select("person_id", release_day="day"), "person_id")
    events = events.filter(events.release_day >= events.start)
    s = _left(s, events.group_by("spell_id").agg(released=events.release_day.min()), ["spell_id"])
    planned = ibis.ifelse(s.end_date <= as_of(), s.end_date, ibis.null())
    return s.mutate(end=ibis.least(planned.fill_null(s.released), s.released.fill_null(planned)))


def runs(periods: ir.Table, *keys: str, gap: ir.IntegerValue | None = None) -> ir.Table:
    """Maximal runs of consecutive days of ``periods`` (start, last_day) for each key (T6, S4).

    Where periods have ``is_open``, a run is open when one of its periods is. Up to ``gap`` days
    between two periods, none if not given, do not part them.
    """
    order = [periods.start, periods.last_day]
    before = ibis.window(group_by=list(keys), order_by=order, preceding=(None, 1))
    joins_by = periods.last_day.max().over(before) + 1
    if gap is not None:
        joins_by = joins_by + gap
    periods = periods.mutate(begins=periods.start > joins_by)
    # A range, not rows: two periods of the same days must not part, in whichever order they come.
    so_far = ibis.range_window(
        group_by=list(keys), order_by=["start", "last_day"], preceding=None, following=0
    )
    # The first period begins after none: the first run has the number 0.
    number = periods.begins.cast("int64").sum().over(so_far).fill_null(0)
    periods = periods.mutate(run=number)
    of_run = {"start": periods.start.min(), "last_day": periods.last_day.max()}
    if "is_open" in periods.columns:
        of_run["is_open"] = periods.is_open.max()
    return periods.group_by([*keys, "run"]).agg(**of_run).drop("run")


@stage
def stint() -> ir.Table:
    """Maximal runs of consecutive spell days of a person (S4)."""
    s = spell.table
    return runs(s.select("person_id", "start", "last_day", "is_open"), "person_id")


@stage
def boundary() -> ir.Table:
    """Reopenings that divide a person's spells: none that began before runs on that day (S5b)."""
    s, t = spell.table, reopening.table
    running = (s.start < t.day) & (s.is_open | (s.last_day >= t.day))
    pairs = s.cross_join(t).select(person_id=s.person_id, day=t.day, force=t.force, running=running)
    pairs = pairs.group_by("person_id", "day", "force").agg(running=pairs.running.max())
    return pairs.filter(~pairs.running).drop("running")


@stage
def spell_of_deployment() -> ir.Table:
    """Each spell of the people in scope with the start of its deployment (S5, S7)."""
    s, b = spell.table, boundary.table
    s = s.semi_join(scope, s.person_id == scope.person_id).select(
        "spell_id", "person_id", "unit_id", "is_medical", "start", "last_day", "is_open"
    )
    passed = s.inner_join(b, (s.person_id == b.person_id) & (b.day <= s.start)).select("spell_id")
    wave = passed.group_by("spell_id").agg(wave=ibis._.count())
    s = _left(_left(s, _rounds(s, release.table), ["spell_id"]), wave, ["spell_id"])
    s = s.mutate(round=s["round"].fill_null(0), wave=s.wave.fill_null(0))
    together = ["person_id", "round", "wave"]
    first = s.group_by(together).agg(deployment=s.start.min())
    s = s.inner_join(first, together)
    return s.drop(*(name for name in s.columns if name.endswith("_right")))


def _left(table: ir.Table, other: ir.Table, keys: list[str]) -> ir.Table:
    return table.left_join(other, keys).drop(*(f"{key}_right" for key in keys))


@stage
def deployment() -> ir.Table:
    """Deployments with their release (S5, S6): one row per person and start.

    ``last_day`` is the last spell day so far; ``release`` is unknown while none is known.
    """
    s, b, r = spell_of_deployment.table, boundary.table, release.table
    keys = ["person_id", "deployment"]
    d = s.group_by(keys).agg(
        unit_id=s.unit_id.max(),
        is_medical=s.is_medical.max(),
        last_start=s.start.max(),
        last_day=s.last_day.max(),
        is_open=s.is_open.max(),
    )
    after = d.inner_join(
        b.select("person_id", boundary_day="day", boundary_force="force"), "person_id"
    )
    after = after.filter(after.boundary_day > after.last_start)
    following = after.group_by(keys).agg(
        boundary=after.boundary_day.min(),
        boundary_force=after.boundary_force.argmin(after.boundary_day),
    )
    d = _left(d, following, keys)
    events = d.inner_join(r.select("person_id", event_day="day"), "person_id")
    events = events.filter(
        (events.event_day >= events.last_start)
        & (events.boundary.isnull() | (events.event_day < events.boundary))
    )
    d = _left(d, events.group_by(keys).agg(event=events.event_day.min()), keys)
    current = task_end_in_force.table
    d = d.cross_join(current.select(current_force=current.day))
    force = ibis.ifelse(d.boundary.notnull(), d.boundary_force, d.current_force)
    ended = ibis.ifelse(d.is_open, ibis.null(), ibis.greatest(d.last_day, force.fill_null(0)))
    in_order = ibis.window(group_by=d.person_id, order_by=d.deployment)
    return d.select(
        "person_id",
        "unit_id",
        "is_medical",
        "deployment",
        "last_day",
        "is_open",
        release=d.event.fill_null(ended),
        next_deployment=d.deployment.lead().over(in_order),
    )


def days_by_month(periods: ir.Table) -> ir.Table:
    """Cut periods (start, last_day) into months: ``month`` and ``days``, the mask of its days."""
    c, m = calendar.table, month.table
    starts = c.select(start=c.day, start_month=c.month)
    lasts = c.select(last_day=c.day, last_month=c.month)
    cut = periods.inner_join(starts, "start").inner_join(lasts, "last_day")
    cut = cut.mutate(month=ibis.range(cut.start_month, cut.last_month + 1).unnest())
    cut = cut.inner_join(m.select("month", "first_day", month_end=m.last_day), "month")
    low = ibis.greatest(cut.start, cut.first_day)
    high = ibis.least(cut.last_day, cut.month_end)
    days = ((whole(1) << (high - low + 1)) - 1) << (low - cut.first_day + 1)
    return cut.select(*periods.columns, "month", days=days)


@stage
def deployment_month() -> ir.Table:
    """The spell days of each deployment as a mask per month."""
    s = spell_of_deployment.table.select("person_id", "deployment", "start", "last_day")
    cut = days_by_month(s)
    return cut.group_by("person_id", "deployment", "month").agg(spell_days=cut.days.bit_or())
