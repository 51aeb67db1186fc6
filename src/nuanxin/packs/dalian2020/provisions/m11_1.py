"""M11-1: two medical spouses should not be at the front on the same day."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.standing import couple, person, stint
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import text


def _away_together() -> Ruling:
    p, t = person.table, stint.table
    medical = p.filter(p.is_medical)
    pairs = couple.table.inner_join(medical.select("person_id", "unit_id"), "person_id")
    pairs = pairs.semi_join(medical, pairs.spouse_id == medical.person_id)
    own = t.select("person_id", own_start="start", own_last="last_day")
    other = t.select(spouse_id="person_id", other_start="start", other_last="last_day")
    both = pairs.inner_join(own, "person_id").inner_join(other, "spouse_id")
    both = both.mutate(
        start=ibis.greatest(both.own_start, both.other_start),
        last_day=ibis.least(both.own_last, both.other_last),
    )
    both = both.filter(both.start <= both.last_day)
    days = both.last_day - both.start + 1
    # Only the subject's own spells are shown: her unit learns yes or no about the spouse.
    spells = evidence.spells(
        lambda r, f: [r.person_id == f.person_id, f.start <= r.last_day, f.last_day >= r.start]
    )
    apart = Criterion("not_away_together", days <= 0, days, spells)
    return ruling(
        both,
        Identity("M11-1", "BEST_EFFORT", "person", both.person_id, both.start, [both.spouse_id]),
        end=both.last_day,
        amount=days,
        unit="days",
        owner=both.unit_id,
        state=text("not_kept"),
        criteria=[apart],
    )


RULES = (Rule("M11-1", "away_together", "person", (), _away_together),)
