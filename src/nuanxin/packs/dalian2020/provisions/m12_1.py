"""M12-1: the family's situation is known, by a card of needs to tick."""

from __future__ import annotations

import ibis

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.provisions.m12_2 import end_of, spells_of_period
from nuanxin.packs.dalian2020.stages.families import family_delivery, family_period
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import as_of, date_of, param, quantity, text, unknown


def _card() -> Ruling:
    f, d = family_period.table, family_delivery("M12-1")
    d = d.filter(d.named.isnull() | (d.named == d.start))
    d = d.group_by("person_id", "start").agg(
        items=d.amount.max(), without_items=d.amount.isnull().sum().cast("int64")
    )
    f = f.left_join(d, ["person_id", "start"]).drop("person_id_right", "start_right")
    f = f.mutate(items=quantity(f["items"].fill_null(0)))
    needs = param("families.need_items")
    due = f.start + param("families.card_within")
    cards = evidence.deliveries(
        "M12-1",
        lambda r, f: [
            r.person_id == f.subject_id,
            f.day >= r.start,
            ibis.or_(r.next_start.isnull(), f.day < r.next_start),
        ],
    )
    done = Criterion("card_complete", f["items"] >= needs, f["items"], cards)
    in_time = Criterion("within_due_day", as_of() <= due, date_of(due))
    length = f.last_day - f.start + 1
    unclear = ~done.holds & (f.without_items.fill_null(0) > 0)
    return ruling(
        f,
        Identity("M12-1", "MUST", "person", f.person_id, f.start),
        end=end_of(f),
        amount=needs,
        unit="count",
        met=ibis.least(f["items"], needs),
        due=due,
        owner=f.unit_id,
        state=ibis.ifelse(unclear, "unknown", must(done, in_time)),
        missing=ibis.ifelse(unclear, text("quantity"), unknown("string")),
        criteria=[Criterion("at_the_front", length > 0, length, spells_of_period()), done, in_time],
    )


RULES = (
    Rule(
        "M12-1",
        "card",
        "person",
        ("families.need_items", "families.card_within", "families.join_gap"),
        _card,
    ),
)
