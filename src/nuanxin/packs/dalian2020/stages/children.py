"""Children of those who treat the infected or are in a team sent elsewhere (M13).

A child may have guardians in different slices and has one row all the same: its stage is built
over all. Children are few beside attendance.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.packs.dalian2020.stages.standing import begun_spells, treats
from nuanxin.policy.contract import MEDICAL_PROFESSIONS
from nuanxin.policy.stage import once_stage
from nuanxin.policy.terms import text


def guardianship() -> ir.Table:
    """Every child with each of its guardians: ``person_id``, ``child_id``.

    An unknown guardian matches nobody.
    """
    c = fact("children")
    return ibis.union(
        c.select("child_id", person_id="guardian_id"),
        c.select("child_id", person_id="other_guardian_id"),
        distinct=True,
    )


def speakers() -> ir.Table:
    """Guardians decline for their children."""
    return guardianship().select("person_id", subject_kind=text("child"), subject_id="child_id")


@once_stage
def treating_spell() -> ir.Table:
    """Spells of guardians whose days are F4 days (S2): what makes a child eligible."""
    p, g, s = fact("people"), guardianship(), begun_spells()
    medical = p.filter(p.profession.isin(MEDICAL_PROFESSIONS)).select("person_id")
    s = s.filter(treats(s)).semi_join(medical, "person_id")
    return g.inner_join(s, "person_id").select("child_id", "start", ref=reference(s, "spells"))


@once_stage
def eligible_child() -> ir.Table:
    """Children with an F4 day of any guardian; ``start`` is the first such day, for ever.

    The first F4 day is the first day of a spell, however early a release ends it.
    """
    c, s = fact("children"), treating_spell.table
    first = s.group_by("child_id").agg(start=s.start.min())
    c = c.select(
        "child_id", "stage", "household_district", "needs_home_study",
        ref=reference(c, "children"),
    )  # fmt: skip
    return c.inner_join(first, "child_id")
