"""Couples, parents and children."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.figures import figure
from nuanxin.city.geography import Geography
from nuanxin.city.names import person_names
from nuanxin.city.people import YEAR, People
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.streams import Bools, Ints, chance, stream
from nuanxin.policy.contract import STAGES

STRANGERS = 90_000_000
SCHOOL_DAY = day("2020-09-01")
STAGE_OF_AGE = (
    *("preschool",) * 3,
    *("kindergarten_entry", "kindergarten", "kindergarten"),
    *("primary_entry", *("primary",) * 5),
    *("junior_entry", "junior", "junior"),
    *("senior_entry", "senior", "senior"),
)
FIRST_FORMER_BORN = day("2014-05-06")


@dataclass(frozen=True)
class Families:
    """``spouse`` of each person (-1 none); children with guardians, birth and stage."""

    spouse: Ints
    guardian: Ints
    other: Ints
    born: Ints
    stage: Ints

    def stages(self, *names: str) -> Bools:
        """Which children are in one of the stages."""
        return np.isin(self.stage, [STAGES.index(name) for name in names])


def make_families(plan: CityPlan, people: People, lin: int) -> Families:
    """Couples by age, some both medical, and their children; ``lin`` has a first-former."""
    rng = stream(plan, "families")
    spouse = _couples(rng, people)
    guardian, other, born = _children(rng, people, spouse)
    if lin >= 0:
        kept = (guardian != lin) & (other != lin)
        guardian, other = np.r_[guardian[kept], lin], np.r_[other[kept], spouse[lin]]
        born = np.r_[born[kept], FIRST_FORMER_BORN]
    order = np.lexsort((born, guardian))
    guardian, other, born = guardian[order], other[order], born[order]
    age = (SCHOOL_DAY - born) // YEAR
    stage = np.array([STAGES.index(name) for name in STAGE_OF_AGE])[age]
    to_trade = (stage == STAGES.index("senior_entry")) & chance(rng, 0.2, len(stage))
    stage = np.where(to_trade, STAGES.index("vocational_entry"), stage)
    return Families(spouse, guardian, other, born, stage)


def _couples(rng: np.random.Generator, people: People) -> Ints:
    spouse = np.full(len(people), -1, dtype=np.int64)
    man = people.male == 1
    for both, share in ((people.medical, "couple.medical"), (~people.medical, "couple.share")):
        free = both & (spouse < 0)
        husbands, wives = _pairs(rng, people, free & man, free & ~man, figure(share))
        spouse[husbands], spouse[wives] = wives, husbands
    free = spouse < 0
    mixed = _pairs(rng, people, free & man & ~people.medical, free & ~man & people.medical, 0.3)
    spouse[mixed[0]], spouse[mixed[1]] = mixed[1], mixed[0]
    return spouse


def _pairs(
    rng: np.random.Generator, people: People, men: Bools, women: Bools, share: float
) -> tuple[Ints, Ints]:
    """Men and women of the masks paired by age, for ``share`` of the fewer."""
    one, two = np.flatnonzero(men), np.flatnonzero(women)
    count = int(np.ceil(share * min(len(one), len(two))))
    one, two = rng.permutation(one)[:count], rng.permutation(two)[:count]
    near = 2 * YEAR
    return (
        one[np.argsort(people.born[one] + rng.integers(0, near, count), kind="stable")],
        two[np.argsort(people.born[two] + rng.integers(0, near, count), kind="stable")],
    )


def _children(rng: np.random.Generator, people: People, spouse: Ints) -> tuple[Ints, Ints, Ints]:
    """Guardian, other guardian (-1: not known) and birth of the children under 18."""
    every = np.arange(len(people))
    couples = every[(spouse >= 0) & (people.male == 0) & chance(rng, 0.82, len(people))]
    single = every[(spouse < 0) & chance(rng, 0.22, len(people))]
    parent = np.sort(np.r_[couples, single, rng.permutation(couples)[: len(couples) // 4]])
    born = people.born[parent] + rng.integers(22 * YEAR, 37 * YEAR, len(parent))
    age = (SCHOOL_DAY - born) // YEAR
    young = (age >= 0) & (age < len(STAGE_OF_AGE)) & (born < plan_cutoff())
    parent, born = parent[young], born[young]
    partner = spouse[parent]
    swap = (partner >= 0) & chance(rng, 0.4, len(parent))
    guardian, other = np.where(swap, partner, parent), np.where(swap, parent, partner)
    return guardian, np.where(chance(rng, 0.15, len(parent)), -1, other), born


def plan_cutoff() -> int:
    """The day before which every child of the city is born: its first day."""
    return day("2020-01-23")


def relations_table(plan: CityPlan, people: People, families: Families) -> pa.Table:
    """The fact table ``relations``: spouses, some written once, some twice, and parents."""
    rng = stream(plan, "relations")
    married = np.flatnonzero(families.spouse >= 0)
    partner = families.spouse[married]
    both = chance(rng, 0.6, len(people))[np.minimum(married, partner)]
    written = both | (married < partner)
    away = np.flatnonzero((families.spouse < 0) & chance(rng, 0.01, len(people)))
    child, parent = _parents(rng, people)
    person = np.r_[married[written], away, child]
    relative = np.r_[partner[written], STRANGERS + away, parent]
    kind = np.r_[np.zeros(len(person) - len(child), dtype=np.int64), np.ones_like(child)]
    order = np.lexsort((kind, relative, person))
    return columns.table(
        "relations",
        {
            "person_id": columns.PERSON(person[order]),
            "relative_id": columns.PERSON(relative[order]),
            "kind": columns.words(("spouse", "parent"), kind[order]),
        },
    )


def _parents(rng: np.random.Generator, people: People) -> tuple[Ints, Ints]:
    """Some young people with a parent who works in the city too."""
    young = np.flatnonzero(people.born > day("1990-01-01"))
    old = np.flatnonzero(people.born < day("1968-01-01"))
    count = min(len(young), len(old), len(people) // 30)
    return rng.permutation(young)[:count], rng.permutation(old)[:count]


def children_table(plan: CityPlan, people: People, families: Families, land: Geography) -> pa.Table:
    """The fact table ``children``."""
    rng = stream(plan, "children table")
    size = len(families.born)
    home = np.where(chance(rng, 0.07, size), -1, people.district[families.guardian])
    boys = rng.integers(0, 2, size)
    pupils = families.stages(
        "primary", "junior_entry", "junior", "senior_entry", "senior", "vocational_entry"
    )
    drawn = rng.random(size)
    share = figure("child.home_study")
    need = np.where(drawn < share, 1, np.where(drawn < share + 0.15, -1, 0))
    entry = families.stages(*(stage for stage in STAGES if stage.endswith("entry")))
    year = np.where(entry, 2020, np.where(chance(rng, 0.5, size), -1, 2019))
    return columns.table(
        "children",
        {
            "child_id": columns.CHILD(np.arange(size)),
            "name": person_names(rng, boys, people.surname[families.guardian]),
            "guardian_id": columns.PERSON(families.guardian),
            "other_guardian_id": columns.PERSON(families.other),
            "birth_date": columns.dates(families.born),
            "household_district": columns.words(land.districts, home),
            "stage": columns.words(STAGES, families.stage),
            "enrol_year": columns.numbers(year),
            "needs_home_study": columns.flags(np.where(pupils, need, 0)),
        },
    )
