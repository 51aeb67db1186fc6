"""M09-1: the temporary work subsidy, paid by the unit that arranged the work."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.days import calendar, month
from nuanxin.packs.dalian2020.stages.sources import fact_in_scope, reference
from nuanxin.packs.dalian2020.stages.subsidy import settlement, subsidy
from nuanxin.packs.dalian2020.stages.work import worked_row
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, day_number, param, text, unknown

RATES = (
    "subsidy.tier1.daily",
    "subsidy.tier2.daily",
    "subsidy.multiplier.hubei",
    "subsidy.day_rule.full",
)


def _with_due_day(rows: ir.Table) -> ir.Table:
    """Join the month's first and last day, and the 10th workday after it."""
    m, c = month.table, calendar.table
    c = c.filter(c.is_workday).select(due_count="workday_count", due="day")
    m = m.mutate(due_count=m.workday_count + param("subsidy.due_workdays"))
    m = m.left_join(c, "due_count").select("month", "first_day", "last_day", "due")
    return rows.inner_join(m, "month")


def payments() -> ir.Table:
    """Subsidy paid to the people in scope: person, payer, month named or unknown, fen."""
    d = fact_in_scope("deliveries", person="subject_id")
    d = d.filter(d.provision == "M09-1").select(
        person_id="subject_id",
        payer="counterpart_id",
        first_day=day_number(d.period_start),
        day=day_number(d.on_date),
        fen=d.quantity.fill_null(0),
    )
    return d.filter(d.day <= as_of())


def _with_payments(rows: ir.Table) -> ir.Table:
    """Money of a named month settles that month; the rest settles the oldest month first."""
    p = payments()
    named = (
        p.filter(p.first_day.notnull())
        .group_by("person_id", "payer", "first_day")
        .agg(named_fen=ibis._.fen.sum())
    )
    loose = (
        p.filter(p.first_day.isnull())
        .group_by("person_id", "payer")
        .agg(loose_fen=ibis._.fen.sum())
    )
    rows = rows.left_join(named, ["person_id", "payer", "first_day"]).drop(
        "person_id_right", "payer_right", "first_day_right"
    )
    rows = rows.left_join(loose, ["person_id", "payer"]).drop("person_id_right", "payer_right")
    rows = rows.mutate(named=ibis.least(rows.named_fen.fill_null(0), rows.fen))
    before = ibis.window(
        group_by=[rows.person_id, rows.payer], order_by=rows.month, preceding=(None, 1)
    )
    rows = rows.mutate(open=rows.fen - rows.named)
    left = rows.loose_fen.fill_null(0) - rows.open.sum().over(before).fill_null(0)
    rows = rows.mutate(paid=rows.named + ibis.least(ibis.greatest(left, 0), rows.open))
    return rows.drop("named_fen", "loose_fen", "named", "open")


def _worked_in_month() -> Facts:
    return evidence.worked(
        lambda r, f: [r.person_id == f.person_id, f.day >= r.first_day, f.day <= r.last_day]
    )


def _without_contact() -> Facts:
    a = worked_row.table
    return Facts(
        a.filter(a.contact_confirmed.isnull()),
        lambda r, f: [r.person_id == f.person_id, f.day >= r.first_day, f.day <= r.last_day],
    )


def _without_place() -> Facts:
    s = fact_in_scope("spells")
    s = s.filter(s.mission == "aid", s.aid_place.isnull())
    refs = s.select("person_id", start=day_number(s.start_date), ref=reference(s, "spells"))
    return Facts(refs, lambda r, f: [r.by_place, r.person_id == f.person_id, f.start <= r.last_day])


def _money() -> Ruling:
    s = _with_payments(_with_due_day(subsidy.table))
    transfers = evidence.deliveries(
        "M09-1", lambda r, f: [r.person_id == f.subject_id, r.payer == f.counterpart_id]
    )
    earned = Criterion("earned", s.fen > 0, s.fen, _worked_in_month())
    payer = Criterion("payer_known", s.payer.notnull(), s.payer)
    done = Criterion("paid_in_full", s.paid >= s.fen, s.paid, transfers)
    in_time = Criterion("within_due_day", as_of() <= s.due, date_of(s.due))
    return ruling(
        s,
        Identity("M09-1", "MUST", "person", s.person_id, s.first_day, [s.payer, text("fen")]),
        end=s.last_day,
        amount=s.fen,
        unit="fen",
        met=s.paid,
        due=s.due,
        owner=s.payer,
        state=ibis.ifelse(payer.holds, must(done, in_time), "unknown"),
        missing=ibis.ifelse(payer.holds, unknown("string"), text("spell")),
        criteria=[
            earned,
            *(
                Criterion(name, s[name] > 0, s[name])
                for name in ("tier1_days", "tier2_days", "half_days", "doubled_days")
            ),
            payer,
            done,
            in_time,
        ],
    )


def _to_settle() -> Ruling:
    s = settlement.table.inner_join(month.table.drop("workday_count"), "month")
    no_name = ibis.ifelse(s.by_place, text(""), unknown("string"))
    place = Criterion("aid_place_known", ~s.by_place, no_name, _without_place())
    contact = Criterion("contact_known", ~s.by_contact, s.days, _without_contact())
    missing = ibis.cases(
        (s.by_place & s.by_contact, "aid_place;contact_confirmed"),
        (s.by_place, "aid_place"),
        else_="contact_confirmed",
    )
    return ruling(
        s,
        Identity("M09-1", "MUST", "person", s.person_id, s.first_day, [s.payer, text("days")]),
        end=s.last_day,
        amount=s.days,
        unit="days",
        owner=s.payer,
        state=text("unknown"),
        missing=missing,
        criteria=[contact, place],
    )


RULES = (
    Rule("M09-1", "money", "person", (*RATES, "subsidy.due_workdays"), _money),
    Rule("M09-1", "to_settle", "person", RATES, _to_settle),
)
