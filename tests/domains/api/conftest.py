"""The units of the small city as live ones."""

from __future__ import annotations

import pytest

from nuanxin.domains.changes.services import changing
from nuanxin.domains.people.models import Person, Unit
from tests.domains.small_city import PEOPLE, UNITS


@pytest.fixture
def unit_tree(db: None) -> None:
    """The units and people of the small city in the live city."""
    del db
    with changing("test", "test") as change:
        for number, name, _, kind, district in UNITS:
            Unit.objects.create(
                unit_id=number, name=name, kind=kind, district=district, change=change
            )
        for number, name, unit, profession in PEOPLE:
            Person.objects.create(
                person_id=number,
                name=name,
                unit_id=unit,
                employment="contract",
                profession=profession,
                is_leader=False,
                change=change,
            )
