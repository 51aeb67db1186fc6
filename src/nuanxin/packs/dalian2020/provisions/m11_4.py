"""M11-4: a health check soon after the task."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.sources import fact_in_scope
from nuanxin.packs.dalian2020.stages.standing import deployment
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, day_number, param, whole


def with_delivery_after(deployments: ir.Table, provision: str) -> ir.Table:
    """Add ``checked``: the first delivery on or after the last spell day, once none is open."""
    d, v = deployments, fact_in_scope("deliveries", person="subject_id")
    v = v.filter(v.provision == provision).select(
        person_id="subject_id", day=day_number(v.on_date), named=day_number(v.period_start)
    )
    v = v.filter(v.day <= as_of())
    checks = d.inner_join(v, "person_id")
    checks = checks.filter(
        ~checks.is_open
        & (checks.day >= checks.last_day)
        & (checks.named.isnull() | (checks.named == checks.deployment))
    )
    keys = ["person_id", "deployment"]
    first = checks.group_by(keys).agg(checked=checks.day.min())
    return d.left_join(first, keys).drop(*(f"{key}_right" for key in keys))


def _check() -> Ruling:
    d = deployment.table
    d = d.filter(d.is_medical)
    d = with_delivery_after(d, "M11-4")
    due = d.release + param("care.check_within")
    done = Criterion(
        "checked",
        d.checked.notnull(),
        date_of(d.checked),
        evidence.deliveries(
            "M11-4", lambda r, f: [r.person_id == f.subject_id, f.day == r.checked]
        ),
    )
    in_time = Criterion("within_due_day", d.release.isnull() | (as_of() <= due), date_of(due))
    return ruling(
        d,
        Identity("M11-4", "MUST", "person", d.person_id, d.deployment),
        end=d.release,
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(done.holds, 1, 0),
        due=due,
        owner=d.unit_id,
        state=must(done, in_time),
        criteria=[
            Criterion("is_medical", d.is_medical, d.is_medical, evidence.person()),
            Criterion(
                "released",
                d.release.notnull(),
                date_of(d.release),
                evidence.release_of_deployment(),
            ),
            done,
            in_time,
        ],
    )


RULES = (Rule("M11-4", "check", "person", ("care.check_within",), _check),)
