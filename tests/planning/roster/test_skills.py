"""Skills for rosters that name none: cover is met as well as any naming could."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from nuanxin.planning.roster.check import check
from nuanxin.planning.roster.model import Assignment, Contract, Cover, Person, Problem, Roster
from nuanxin.planning.roster.skills import with_skills

from .small import EARLY

SKILLS = ("head", "nurse", "aid")


def one_day(people: list[frozenset[str]], cover: tuple[Cover, ...]) -> tuple[Problem, Roster]:
    staff = tuple(Person(f"P{n}", Contract(), skills) for n, skills in enumerate(people))
    roster = Roster(tuple(Assignment(person.id, 0, "E") for person in staff))
    return Problem("day", 1, (EARLY,), staff, cover, SKILLS), roster


def test_the_only_head_nurse_is_the_head_though_the_nurses_are_met_first() -> None:
    cover = (Cover(0, "E", 1, 30, minimum=1, skill="head"), Cover(0, "E", 1, 30, skill="nurse"))
    day, roster = one_day([frozenset({"head", "nurse"}), frozenset({"nurse"})], cover)
    named = with_skills(day, roster)
    assert [a.skill for a in named.assignments] == ["head", "nurse"]
    assert check(day, named).findings == ()


def test_skills_that_are_named_stay_and_count() -> None:
    cover = (Cover(0, "E", 1, 30, skill="head"), Cover(0, "E", 1, 30, skill="nurse"))
    day, _ = one_day([frozenset({"head", "nurse"})] * 2, cover)
    roster = Roster((Assignment("P0", 0, "E", "nurse"), Assignment("P1", 0, "E")))
    assert [a.skill for a in with_skills(day, roster).assignments] == ["nurse", "head"]


def test_who_has_no_skill_is_left_for_the_check_to_name() -> None:
    day, roster = one_day([frozenset()], ())
    [finding] = check(day, with_skills(day, roster)).violations
    assert (finding.rule, finding.detail) == ("skill", "E as nobody")


COVERS = st.tuples(
    *(
        st.builds(
            lambda wanted, under, over, least, skill=skill: Cover(
                0, "E", wanted, under, over, min(least, wanted), skill
            ),
            st.integers(0, 3),
            st.integers(0, 9),
            st.integers(0, 9),
            st.integers(0, 2),
        )
        for skill in SKILLS
    )
)


@given(st.lists(st.frozensets(st.sampled_from(SKILLS), min_size=1), max_size=5), COVERS)
def test_no_other_naming_is_better(
    people: list[frozenset[str]], cover: tuple[Cover, Cover, Cover]
) -> None:
    day, roster = one_day(people, cover)

    def cost(skills: tuple[str, ...]) -> tuple[int, int]:
        named = [Assignment(f"P{n}", 0, "E", skill) for n, skill in enumerate(skills)]
        report = check(day, Roster(tuple(named)))
        missing = sum(max(0, c.minimum - skills.count(str(c.skill))) for c in cover)
        return missing, report.objective

    found = with_skills(day, roster)
    assert cost(tuple(str(a.skill) for a in found.assignments)) == min(
        cost(named) for named in itertools.product(*people)
    )
