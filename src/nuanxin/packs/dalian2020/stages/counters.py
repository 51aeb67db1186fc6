"""What is merely clear or within its limit has no row; it is counted here (I1), as is money
beyond what is owed (I4)."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.insurance import owed_cover, treating_run, uncovered
from nuanxin.packs.dalian2020.stages.requests import judged_request, requests
from nuanxin.packs.dalian2020.stages.services import confirmed_month, service_month
from nuanxin.packs.dalian2020.stages.standing import couple, person, stint
from nuanxin.packs.dalian2020.stages.stories import told_story
from nuanxin.packs.dalian2020.stages.subsidy import subsidy
from nuanxin.packs.dalian2020.stages.supplies import judged_issue
from nuanxin.packs.dalian2020.stages.tiles import counted_shifts, month_of_person
from nuanxin.policy.stage import Stage, kept_stage
from nuanxin.policy.terms import param, text


def _counted(name: str, provision: str, table: ir.Table, count: ir.IntegerValue) -> ir.Table:
    return table.agg(count=count.fill_null(0).cast("int64")).select(
        provision=text(provision), what=text(name), count="count"
    )


def _couples_apart() -> ir.Table:
    """Medical couples, each person once, without a day on which both have a spell."""
    p, c, t = person.table.filter(person.table.is_medical), couple.table, stint.table
    c = c.inner_join(p.select("person_id"), "person_id")
    c = c.inner_join(p.select(spouse_id="person_id"), "spouse_id")
    own = t.select("person_id", own_start="start", own_last="last_day")
    other = t.select(spouse_id="person_id", other_start="start", other_last="last_day")
    away = c.inner_join(own, "person_id").inner_join(other, "spouse_id")
    away = away.filter(
        (away.own_start <= away.other_last) & (away.other_start <= away.own_last)
    ).select("person_id", "spouse_id")
    return c.anti_join(away, ["person_id", "spouse_id"])


def _unserved() -> ir.Table:
    """Person-months of silent units, and those in which a service is not confirmed."""
    m, c = service_month.table, confirmed_month.table
    confirmed = c.inner_join(m.select("person_id", "month", "owed"), ["person_id", "month"])
    whole = confirmed.filter(confirmed.confirmed >= confirmed.owed)
    lacking = m.anti_join(whole, ["person_id", "month"])
    return ibis.union(
        lacking.select("person_id", "month"), m.filter(m.is_silent).select("person_id", "month")
    )


@kept_stage
def within_limits() -> ir.Table:
    """Counts of what is clear, to be summed over slices."""
    s = counted_shifts.table
    u, apart = uncovered.table, _couples_apart()
    t = treating_run.table.cross_join(owed_cover.table)
    m, paid = month_of_person.table.filter(month_of_person.table.duty != 0), subsidy.table
    unpaid = m.anti_join(paid, ["person_id", "month"])
    served = service_month.table.anti_join(_unserved(), ["person_id", "month"])
    return ibis.union(
        _counted("shifts within the limit", "M07-2", s, (s.shifts - s.long_shifts).sum()),
        _counted(
            "days of treating, counted once for each kind of cover",
            "M10-4",
            t,
            (t.last_day - t.start + 1).sum(),
        ),
        _counted("of these without cover", "M10-4", u, (u.last_day - u.start + 1).sum()),
        _counted("spouses not away together", "M11-1", apart, apart.count()),
        _counted("person-months of work without subsidy", "M09-1", unpaid, unpaid.count()),
        _counted("person-months with every service confirmed", "M08-2", served, served.count()),
    )


def _permitted() -> ir.Table:
    """Counts of what belongs to no slice."""
    i, r, j = judged_issue.table, requests(), judged_request.table
    s = told_story.table
    told = s.filter(s.declined.isnull() & (s.amount >= param("stories.approvals_min")))
    r = r.anti_join(j.filter(j.blocking > 0), "request_id")
    return ibis.union(
        _counted("scarce issues to people at risk", "M08-4", i, i.is_allowed.sum()),
        _counted("requests that ask for nothing twice", "M15-2", r, r.count()),
        _counted("stories approved and not declined", "M16-3", told, told.count()),
    )


permitted = Stage("permitted", _permitted, once=True, into="within_limits")
