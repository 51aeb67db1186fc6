"""M11-5: fifteen days of rest beyond annual leave."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.rest import rest_taken, worked_deployment
from nuanxin.packs.dalian2020.stages.standing import deployment
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, param


def _fifteen_days() -> Ruling:
    d, w, t = deployment.table, worked_deployment.table, rest_taken.table
    d = d.filter(d.is_medical).inner_join(w, ["person_id", "deployment"])
    d = d.left_join(t, ["person_id", "deployment"]).drop("person_id_right", "deployment_right")
    d = d.mutate(days=d.days.fill_null(0), not_counted=(d.all_days - d.days).fill_null(0))

    owed = param("care.extra_rest_min")
    begin = d.release + param("care.rest_begin_within")
    finish = d.release + param("care.rest_done_within")
    worked = evidence.worked(
        lambda r, f: [r.person_id == f.person_id, f.day >= r.deployment, f.day <= r.last_day]
    )

    def absent(kind: str) -> Facts:
        return evidence.absences(
            kind, lambda r, f: [r.person_id == f.person_id, f.last_day > r.last_day]
        )

    done = Criterion("rested", d.days >= owed, d.days, absent("rest15"))
    begun = Criterion(
        "begun_in_time",
        d.first_start.notnull() | d.release.isnull() | (as_of() <= begin),
        date_of(d.first_start.fill_null(begin)),
    )
    finished = Criterion(
        "finished_in_time", d.release.isnull() | (as_of() <= finish), date_of(finish)
    )
    blocks = Criterion(
        "at_most_two_blocks",
        d.blocks.fill_null(0) <= param("care.rest_blocks_max"),
        d.blocks.fill_null(0),
    )
    return ruling(
        d,
        Identity("M11-5", "MUST", "person", d.person_id, d.deployment),
        end=d.release,
        amount=owed,
        unit="days",
        met=ibis.least(d.days, owed),
        due=ibis.ifelse(d.first_start.notnull(), finish, begin),
        owner=d.unit_id,
        state=must(done, begun, finished),
        criteria=[
            Criterion("is_medical", d.is_medical, d.is_medical, evidence.person()),
            Criterion("worked", d.duty_days > 0, d.duty_days, worked),
            Criterion(
                "released",
                d.release.notnull(),
                date_of(d.release),
                evidence.release_of_deployment(),
            ),
            begun,
            done,
            finished,
            blocks,
            Criterion(
                "only_rest_days_count", d.not_counted == 0, d.not_counted, absent("quarantine")
            ),
        ],
    )


RULES = (
    Rule(
        "M11-5",
        "fifteen_days",
        "person",
        (
            "care.extra_rest_min",
            "care.rest_begin_within",
            "care.rest_done_within",
            "care.rest_blocks_max",
        ),
        _fifteen_days,
    ),
)
