"""M05-1: the national subsidy by day, payable once its list was public (Ankang)."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.days import month
from nuanxin.packs.dalian2020.stages.sources import fact_in_scope
from nuanxin.packs.dalian2020.stages.subsidy import subsidy
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, day_number, param, text, unknown

PUBLIC = "subsidy.public_days"
RATES = (
    *("subsidy.tier1.daily", "subsidy.tier2.daily"),
    *("subsidy.multiplier.hubei", "subsidy.day_rule.full"),
)


def _money() -> Ruling:
    s = subsidy.table.inner_join(month.table.drop("workday_count"), "month")
    d = fact_in_scope("deliveries", person="subject_id")
    d = d.filter((d.provision == "M05-1") & (day_number(d.on_date) <= as_of()))
    d = d.select(
        person_id="subject_id",
        payer="counterpart_id",
        first_day=day_number(d.period_start),
        fen=d.quantity.fill_null(0),
    )
    d = d.group_by("person_id", "payer", "first_day").agg(paid_fen=d.fen.sum())
    s = s.left_join(d, ["person_id", "payer", "first_day"])
    s = s.drop("person_id_right", "payer_right", "first_day_right")
    s = s.mutate(paid=ibis.least(s.paid_fen.fill_null(0), s.fen), due=s.last_day + param(PUBLIC))
    done = Criterion(
        "paid_in_full",
        s.paid >= s.fen,
        s.paid,
        evidence.deliveries(
            "M05-1", lambda r, f: [r.person_id == f.subject_id, r.payer == f.counterpart_id]
        ),
    )
    in_time = Criterion("within_due_day", as_of() <= s.due, date_of(s.due))
    known = s.payer.notnull()
    return ruling(
        s,
        Identity("M05-1", "MUST", "person", s.person_id, s.first_day, [s.payer, text("fen")]),
        end=s.last_day,
        amount=s.fen,
        unit="fen",
        met=s.paid,
        due=s.due,
        owner=s.payer,
        state=ibis.ifelse(known, must(done, in_time), "unknown"),
        missing=ibis.ifelse(known, unknown("string"), text("spell")),
        criteria=[done, in_time],
    )


RULES = (Rule("M05-1", "money", "person", (*RATES, PUBLIC), _money),)
