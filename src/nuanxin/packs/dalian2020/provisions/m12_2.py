"""M12-2: a ledger for the family, soon after the task began."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.families import family_delivery, family_period
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, param, whole


def spells_of_period() -> Facts:
    """The spells of the family period."""
    return evidence.spells(
        lambda r, f: [r.person_id == f.person_id, f.start >= r.start, f.start <= r.last_day]
    )


def end_of(period: ir.Table) -> ir.IntegerValue:
    """The period's last day, unknown while it is open."""
    return ibis.ifelse(period.is_open, ibis.null(), period.last_day)


def _ledger() -> Ruling:
    f, d = family_period.table, family_delivery("M12-2")
    d = d.filter(d.named.isnull() | (d.named == d.start))
    d = d.group_by("person_id", "start").agg(opened=d.day.min())
    f = f.left_join(d, ["person_id", "start"]).drop("person_id_right", "start_right")
    due = f.start + param("families.ledger_within")
    length = f.last_day - f.start + 1
    done = Criterion(
        "ledger_opened",
        f.opened.notnull(),
        date_of(f.opened),
        evidence.deliveries("M12-2", lambda r, f: [r.person_id == f.subject_id, f.day == r.opened]),
    )
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    return ruling(
        f,
        Identity("M12-2", "MUST", "person", f.person_id, f.start),
        end=end_of(f),
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(done.holds, 1, 0),
        due=due,
        owner=f.unit_id,
        state=must(done, in_time),
        criteria=[Criterion("at_the_front", length > 0, length, spells_of_period()), done, in_time],
    )


RULES = (
    Rule("M12-2", "ledger", "person", ("families.ledger_within", "families.join_gap"), _ledger),
)
