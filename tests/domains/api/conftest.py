"""The units of the small city as live ones."""

from __future__ import annotations

import pytest

from tests.domains.api.asking import settle_units


@pytest.fixture
def unit_tree(db: None) -> None:
    """The units and people of the small city in the live city."""
    del db
    settle_units()
