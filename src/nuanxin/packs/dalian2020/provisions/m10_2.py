"""M10-2: illness and injury on duty is recognised; nobody says how for volunteers."""

from __future__ import annotations

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.harms import harm
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import text, unknown, whole


def _volunteer() -> Ruling:
    h = harm.table
    h = h.filter(h.is_volunteer & h.arises_from_duty.fill_null(True))
    return ruling(
        h,
        Identity("M10-2", "MUST", "person", h.person_id, h.day, [h.harm_id]),
        end=h.day,
        amount=whole(1),
        unit="count",
        owner=h.unit_id,
        state=text("unknown"),
        missing=text("employment link"),
        criteria=[
            Criterion("arises_from_duty", h.arises_from_duty, h.arises_from_duty, h.ref),
            Criterion("employment_link", unknown("boolean"), h.is_volunteer, evidence.person()),
        ],
    )


RULES = (Rule("M10-2", "volunteer", "person", (), _volunteer),)
