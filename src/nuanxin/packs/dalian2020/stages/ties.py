"""Ties: who is equal to whom on every hard condition known from the facts (G8).

A PREFER acts only between equals. Equals are counted, and the first by id are named, in each
group of like place, employment, profession and duty in which somebody may be preferred.
"""

from __future__ import annotations

from collections.abc import Callable

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.calls import called_person
from nuanxin.packs.dalian2020.stages.merit import (
    INSTITUTION_STAFF,
    aged_at_most,
    dossiers,
    is_professional,
    listed_person,
    of_scope,
    today,
    without_listing,
)
from nuanxin.packs.dalian2020.stages.standing import begun_spells, spell
from nuanxin.policy.stage import Stage, stage
from nuanxin.policy.terms import completed, param

NAMED = 20
"""How many equals are named; all are counted."""

UNIT = ("unit_id", "employment", "profession", "is_leader")
TITLE = (*UNIT, "title_level")
DISTRICT = ("unit_district", *UNIT[1:])
TRANSFER = (*TITLE, "education")
CALL = (*UNIT, "call")

Table = Callable[[], ir.Table]


def tie(name: str, keys: tuple[str, ...], preferred: Table, others: Table) -> Stage:
    """The stage that counts and names, for each group of ``preferred``, their equals among
    ``others``: ``peers`` and ``peer_refs`` by the keys.

    Equals share the keys, so a condition that asks nothing but these is not asked of others.
    """

    def define() -> ir.Table:
        groups = preferred().select(*keys).distinct()
        o = others().semi_join(groups, list(keys))
        in_order = ibis.window(group_by=[o[key] for key in keys], order_by=o.person_id)
        o = o.mutate(place=ibis.row_number().over(in_order))
        return o.group_by(*keys).agg(
            peers=o.count(),
            peer_refs=o.ref.group_concat(";", where=o.place < NAMED, order_by=o.ref),
        )

    return Stage(f"tie_{name}", define)


def with_tie(rows: ir.Table, found: Stage, keys: tuple[str, ...]) -> ir.Table:
    """Add ``peers`` (0 when there are none) and ``peer_refs``."""
    rows = rows.left_join(found.table, list(keys)).drop(*(f"{key}_right" for key in keys))
    return rows.mutate(peers=rows.peers.fill_null(0))


def _listed() -> ir.Table:
    return listed_person.table


def _unlisted() -> ir.Table:
    return without_listing(dossiers())


# -- the conditions, as the provisions and the ties both state them ------------------------------


def is_institution(p: ir.Table) -> ir.BooleanValue:
    """Institution staff (G4)."""
    return p.employment.isin(INSTITUTION_STAFF)


def educated(p: ir.Table) -> ir.BooleanValue:
    """College or more, the education that a transfer asks for by law (M03-2)."""
    return p.education.isin(["college", "bachelor", "master", "doctor"])


def young_enough(p: ir.Table, relaxation: ir.IntegerValue | int) -> ir.BooleanValue:
    """Within the age limit of a transfer, relaxed by some years (M03-2)."""
    return aged_at_most(p, param("transfer.age_max") + relaxation)


def titled_enough(p: ir.Table, relaxation: ir.IntegerValue | int) -> ir.BooleanValue:
    """The title that a transfer asks for: none, full, or some years as associate (M03-2)."""
    years = param("transfer.title_years_min") - relaxation
    return ibis.cases(
        (p.title_level.isnull(), ibis.null().cast("boolean")),
        (p.title_level.isin(["none", "full"]), True),
        (p.title_level == "associate", completed(years, p.title_since, today())),
        else_=False,
    )


def heads_grassroots(p: ir.Table) -> ir.BooleanValue:
    """Grassroots staff, graduate village officials and secretaries (M03-4)."""
    return ibis.cases(
        (p.employment.isin(["grassroots_institution_staff", "graduate_village_official"]), True),
        (p.employment.isin(["community_cadre", "village_cadre"]), p.is_secretary),
        else_=False,
    )


def is_village_cadre(p: ir.Table) -> ir.BooleanValue:
    """Community and village cadres and graduate village officials (M03-5)."""
    return p.employment.isin(["community_cadre", "village_cadre", "graduate_village_official"])


def may_be_talent(p: ir.Table) -> ir.BooleanValue:
    """Village cadres, and those outside the establishment who may be young talent (M03-5)."""
    return is_village_cadre(p) | p.employment.isin(["enterprise_staff", "contract", "volunteer"])


def is_young_talent(p: ir.Table) -> ir.BooleanValue:
    """Young enough for talent; asked of no village cadre (M03-5)."""
    return is_village_cadre(p) | aged_at_most(p, param("merit.young_talent_age_max"))


def is_graduate(p: ir.Table) -> ir.BooleanValue:
    """A degree; asked of no village cadre (M03-5)."""
    return is_village_cadre(p) | p.education.isin(["bachelor", "master", "doctor"])


def served_in_rank(p: ir.Table) -> ir.BooleanValue:
    """The years in rank that a rank promotion asks for (M04-3)."""
    return completed(param("rank.years_min"), p.rank_since, today())


def has_next_title(p: ir.Table) -> ir.BooleanValue:
    """A title with one above it; unknown only for medical people without one on record (M05-1)."""
    return p.title_level.isin(["junior", "intermediate", "associate"])


def served_in_title(p: ir.Table) -> ir.BooleanValue:
    """The years in title after which the next may be applied for (M05-1)."""
    return today().year() - p.title_since.year() >= param("title.years_min")


# -- the ties --------------------------------------------------------------------------------------

tie_post = tie("post", TITLE, _listed, _unlisted)
tie_transfer = tie(
    "transfer",
    TRANSFER,
    _listed,
    lambda: _unlisted().filter(lambda p: young_enough(p, 0), lambda p: titled_enough(p, 0)),
)
tie_township = tie("township", DISTRICT, _listed, lambda: _unlisted().filter(heads_grassroots))
tie_election = tie(
    "election", DISTRICT, _listed, lambda: _unlisted().filter(is_young_talent, is_graduate)
)
tie_promotion = tie("promotion", UNIT, _listed, _unlisted)
tie_rank = tie("rank", UNIT, _listed, lambda: _unlisted().filter(served_in_rank))
tie_project = tie("project", TITLE, _listed, _unlisted)


@stage
def front_person() -> ir.Table:
    """Professionals in scope who have been at the front, since ``start`` (M05-1)."""
    s = of_scope(spell.table)
    first = s.group_by("person_id").agg(start=s.start.min())
    return first.inner_join(dossiers().filter(is_professional), "person_id").drop("unit_district")


def _never_at_the_front() -> ir.Table:
    return dossiers().filter(served_in_title).anti_join(begun_spells(), "person_id")


tie_title = tie("title", TITLE, lambda: front_person.table, _never_at_the_front)


def _older() -> ir.Table:
    """The people of called units who are fit and not young (M01-4)."""
    p = called_person.table
    return p.filter(p.is_fit, ~p.is_young)


tie_call = tie("call", CALL, lambda: called_person.table, _older)
