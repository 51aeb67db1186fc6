"""M04-1 (Hubei): on the front line on end for at most a month, in principle."""

from __future__ import annotations

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.sources import scope
from nuanxin.packs.dalian2020.stages.standing import person, stint
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, normally, ruling
from nuanxin.policy.terms import param

KEY = "deploy.days_max"


def _month() -> Ruling:
    p = person.table.filter(person.table.is_medical).select("person_id", "unit_id")
    s = stint.table.inner_join(p, "person_id").semi_join(scope, "person_id")
    s = s.mutate(days=s.last_day - s.start + 1)
    s = s.filter(s.days > param(KEY))
    spells = evidence.spells(
        lambda r, f: [r.person_id == f.person_id, f.start <= r.last_day, f.last_day >= r.start]
    )
    within = Criterion("within_month", s.days <= param(KEY), s.days, spells)
    return ruling(
        s,
        Identity("M04-1", "NORMALLY", "person", s.person_id, s.start),
        end=s.last_day,
        amount=s.days,
        unit="days",
        owner=s.unit_id,
        state=normally(within),
        criteria=[within],
    )


RULES = (Rule("M04-1", "month", "person", (KEY,), _month),)
