"""M07-4: hours on days off and beyond eight on workdays are given back after the task."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.rest import accrual, compensatory_paid
from nuanxin.packs.dalian2020.stages.standing import deployment
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, hours, param


def _compensatory() -> Ruling:
    a = accrual.table.rename(accrued="seconds")
    p = compensatory_paid.table.rename(total_paid="seconds")
    d = deployment.table.inner_join(a, ["person_id", "deployment"]).left_join(p, "person_id")
    before = ibis.window(group_by=d.person_id, order_by=d.deployment, preceding=(None, 1))
    left = d.total_paid.fill_null(0) - d.accrued.sum().over(before).fill_null(0)
    d = d.mutate(paid=ibis.least(ibis.greatest(left, 0), d.accrued).cast("int64"))
    d = d.drop("person_id_right")

    begin, finish = d.release + param("comp.begin_within"), d.release + param("comp.done_within")
    rest_days = evidence.absences("compensatory", lambda r, f: [r.person_id == f.person_id])
    released = Criterion(
        "released", d.release.notnull(), date_of(d.release), evidence.release_of_deployment()
    )
    worked = evidence.worked(
        lambda r, f: [r.person_id == f.person_id, f.day >= r.deployment, f.day <= r.last_day]
    )
    accrued = Criterion("accrued", d.accrued > 0, hours(d.accrued), worked)
    done = Criterion("given_back", d.paid >= d.accrued, hours(d.paid), rest_days)
    begun = Criterion(
        "begun_in_time",
        (d.paid > 0) | d.release.isnull() | (as_of() <= begin),
        date_of(begin),
    )
    finished = Criterion(
        "finished_in_time", d.release.isnull() | (as_of() <= finish), date_of(finish)
    )
    return ruling(
        d,
        Identity("M07-4", "MUST", "person", d.person_id, d.deployment),
        end=d.release,
        amount=hours(d.accrued),
        unit="hours",
        met=hours(d.paid),
        due=ibis.ifelse(d.paid > 0, finish, begin),
        owner=d.unit_id,
        state=must(done, begun, finished),
        criteria=[accrued, released, begun, done, finished],
    )


RULES = (
    Rule(
        "M07-4",
        "compensatory",
        "person",
        (
            "comp.workday_hours",
            "comp.absence_day_hours",
            "comp.begin_within",
            "comp.done_within",
        ),
        _compensatory,
    ),
)
