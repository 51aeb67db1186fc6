"""Units are a tree, and the database knows each one's place in it."""

from __future__ import annotations

import pytest

from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.people.models import UnitPath
from tests.domains.live_city import put, unit

pytestmark = pytest.mark.django_db


def paths() -> dict[str, str]:
    return dict(UnitPath.objects.values_list("unit_id", "path"))


def test_a_path_runs_from_the_root() -> None:
    unit("A")
    unit("B", parent_id="A")
    unit("C", parent_id="B")
    assert paths() == {"A": "/A/", "B": "/A/B/", "C": "/A/B/C/"}


def test_a_unit_that_moves_takes_those_below_along() -> None:
    unit("A")
    unit("B", parent_id="A")
    unit("C", parent_id="B")
    unit("D")
    put("units", unit_id="B", parent_id="D")
    assert paths() == {"A": "/A/", "D": "/D/", "B": "/D/B/", "C": "/D/B/C/"}


@pytest.mark.parametrize("above", ["A", "C"])
def test_no_unit_stands_above_itself(above: str) -> None:
    unit("A")
    unit("B", parent_id="A")
    unit("C", parent_id="B")
    with pytest.raises(Refusal, match="above itself"):
        put("units", unit_id="A", parent_id=above)
    assert paths()["C"] == "/A/B/C/"
