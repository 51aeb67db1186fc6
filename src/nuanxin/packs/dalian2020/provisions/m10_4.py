"""M10-4: accident and critical-illness cover on every day of treating the infected."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.insurance import uncovered
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import absent, text, unknown


def _uncovered() -> Ruling:
    u = uncovered.table
    days = u.last_day - u.start + 1
    treating = evidence.spells(
        lambda r, f: [
            r.person_id == f.person_id,
            f.start <= r.last_day,
            f.last_day >= r.start,
        ]
    )
    is_known = Criterion("policies_known", ~absent("insurance"), ~absent("insurance"))
    covered = Criterion("covered", ibis.ifelse(is_known.holds, False, ibis.null()), u.kind)
    return ruling(
        u,
        Identity("M10-4", "MUST", "person", u.person_id, u.start, [u.kind]),
        end=u.last_day,
        amount=days,
        unit="days",
        due=u.start,
        owner=u.unit_id,
        state=ibis.ifelse(is_known.holds, "breached", "unknown"),
        missing=ibis.ifelse(is_known.holds, unknown("string"), text("insurance")),
        criteria=[
            Criterion("treats_infected", days > 0, days, treating),
            is_known,
            covered,
        ],
    )


RULES = (Rule("M10-4", "uncovered", "person", ("insurance.kinds",), _uncovered),)
