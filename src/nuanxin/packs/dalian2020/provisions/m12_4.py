"""M12-4: what the family asked for is solved."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.deliveries import delivered_in_scope
from nuanxin.packs.dalian2020.stages.standing import person, stint
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, param

_DAY = ["person_id", "day"]


def _needs() -> ir.Table:
    """The needs of each day, of medical people who had been sent to the front by then."""
    d, p, s = delivered_in_scope("M12-4"), person.table, stint.table
    p = p.filter(p.is_medical).select("person_id", "unit_id")
    first = s.group_by("person_id").agg(first_spell=s.start.min())
    n = d.filter(d.amount == 0).mutate(person_id=d.subject_id)
    n = n.group_by(_DAY).agg(needs=ibis._.count())
    n = n.inner_join(p, "person_id").inner_join(first, "person_id")
    return n.filter(n.first_spell <= n.day)


def _settled() -> ir.Table:
    """Needs of each day with how many are solved: by name, then the oldest open ones first."""
    n, d = _needs(), delivered_in_scope("M12-4")
    d = d.filter(d.amount.isnull() | (d.amount > 0)).select("named", person_id="subject_id")
    named = d.rename(day="named")
    named = named.group_by(_DAY).agg(by_name=ibis._.count())
    loose = d.filter(d.named.isnull()).group_by("person_id").agg(loose=ibis._.count())
    n = n.left_join(named, _DAY).drop("person_id_right", "day_right")
    n = n.left_join(loose, "person_id").drop("person_id_right")
    n = n.mutate(by_name=ibis.least(n.by_name.fill_null(0), n.needs))
    n = n.mutate(open=n.needs - n.by_name)
    before = ibis.window(group_by=n.person_id, order_by=n.day, preceding=(None, 1))
    left = n.loose.fill_null(0) - n.open.sum().over(before).fill_null(0)
    return n.mutate(solved=n.by_name + ibis.least(ibis.greatest(left, 0), n.open))


def _need() -> Ruling:
    n = _settled()
    due = n.day + param("families.need_within")
    asked = evidence.deliveries("M12-4", lambda r, f: [r.person_id == f.subject_id, f.day == r.day])
    solved = evidence.deliveries("M12-4", lambda r, f: [r.person_id == f.subject_id])
    done = Criterion("needs_solved", n.solved >= n.needs, n.solved, solved)
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    return ruling(
        n,
        Identity("M12-4", "MUST", "person", n.person_id, n.day),
        end=n.day,
        amount=n.needs,
        unit="count",
        met=n.solved,
        due=due,
        owner=n.unit_id,
        state=must(done, in_time),
        criteria=[Criterion("needs_stated", n.needs > 0, n.needs, asked), done, in_time],
    )


RULES = (Rule("M12-4", "need", "person", ("families.need_within",), _need),)
