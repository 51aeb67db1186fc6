"""Whatever order loads and deeds come in: the ledger is what was last evaluated, with plans laid
over it, a second load writes nothing, and every moment can be seen again."""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger import history, services
from nuanxin.domains.ledger.counting import count_all
from nuanxin.domains.ledger.deeds import Named
from nuanxin.domains.ledger.models import Obligation, Run, Subject
from tests.domains import small_city

PEOPLE = ("P1", "P2", "P3")
people = st.sampled_from(PEOPLE)
World = dict[tuple[str, int], int]
"""By person and first day of a check: the last day of its period."""
worlds = st.dictionaries(st.tuples(people, st.integers(1, 9)), st.integers(0, 3), max_size=6)


def rows(world: World) -> list[tuple[Any, ...]]:
    return [
        (
            f"M11-4|person|{who}|2020-03-{first:02d}",
            ("M11-4", 11, "MUST", "person"), who, f"2020-03-{first:02d}",
            f"2020-03-{first + more:02d}", 1, "count", 0, "2020-05-01", "U1", "owed", None,
        )
        for (who, first), more in world.items()
    ]  # fmt: skip


class Loads(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.place = tempfile.TemporaryDirectory()
        self.count = 0
        self.world: World = {}
        self.seen: list[tuple[datetime, list[tuple[str, str]]]] = []
        self.load({})

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.outer.__exit__(None, None, None)
        self.place.cleanup()

    def load(
        self, world: World, subject: str | None = None, provisions: list[str] | None = None
    ) -> services.Loaded:
        self.count += 1
        folder = Path(self.place.name) / str(self.count)
        small_city.evaluate(folder, rows(world), [], subject=subject, provisions=provisions)
        return services.load_evaluation(folder, small_city.city())

    @rule(world=worlds)
    def load_everybody(self, world: World) -> None:
        self.load(world)
        self.world = world

    @rule(world=worlds, who=people)
    def load_one(self, world: World, who: str) -> None:
        mine = {key: more for key, more in world.items() if key[0] == who}
        self.load(mine, f"person:{who}")
        self.world = {key: more for key, more in self.world.items() if key[0] != who} | mine

    @rule(world=worlds)
    def load_by_the_provision(self, world: World) -> None:
        self.load(world, provisions=["M11-4"])
        self.world = world

    @rule()
    def load_by_another_provision(self) -> None:
        assert self.load({}, provisions=["M11-1"]).nothing

    @rule()
    def load_the_same_again(self) -> None:
        assert self.load(self.world).nothing

    @rule(data=st.data())
    def plan(self, data: st.DataObject) -> None:
        if self.world:
            chosen = data.draw(st.sampled_from([row[0] for row in rows(self.world)]))
            services.plan(Named("dalian2020", chosen), date(2020, 5, 6), Actor("HR"))

    @invariant()
    def the_ledger_is_what_was_evaluated(self) -> None:
        stands = set(Obligation.objects.values_list("obligation_id", flat=True))
        assert stands == {row[0] for row in rows(self.world)}
        assert all(change.nothing for change in count_all(Run.objects.get()).values())

    @invariant()
    def every_moment_can_be_seen_again(self) -> None:
        run, now = Run.objects.get(), timezone.now()
        self.seen.append((now, self.at(run, now)))
        for moment, stood in self.seen:
            assert self.at(run, moment) == stood

    @staticmethod
    def at(run: Run, moment: datetime) -> list[tuple[str, str]]:
        return [(row.obligation_id, row.state) for row in history.obligations_at(run, moment)]


@pytest.mark.django_db
@pytest.mark.parametrize("part", [{"subject": "person:P1"}, {"provisions": ["M11-4"]}])
def test_a_part_that_leaves_nothing_of_somebody_takes_the_name_away(part: dict[str, Any]) -> None:
    loads = Loads()
    loads.load({("P1", 1): 0, ("P2", 1): 0})
    left: World = {} if "provisions" in part else {("P2", 1): 0}
    loads.load({}, **part)
    assert set(Subject.objects.values_list("subject_id", flat=True)) == {who for who, _ in left}
    assert loads.load(left).nothing
    loads.teardown()


@pytest.mark.django_db
def test_any_order_of_loads_and_plans() -> None:
    run_state_machine_as_test(
        Loads,
        settings=settings(
            max_examples=5,
            stateful_step_count=8,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
