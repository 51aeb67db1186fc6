"""Clients of the ward: the nurse, her head nurse, her unit's HR."""

from __future__ import annotations

import pytest
from django.test import Client

from nuanxin.domains.access.roles import Role
from nuanxin.domains.ledger.models import Run
from tests.domains.mine import ward
from tests.signed_in import signed_in


@pytest.fixture
def run(db: None) -> Run:
    """The ward in the database."""
    del db
    return ward.fill()


@pytest.fixture
def lin(run: Run) -> Client:
    """Nurse Lin at her page."""
    del run
    return signed_in(Role.WORKER, unit_id="U1", person_id=ward.LIN)


@pytest.fixture
def hr(run: Run) -> Client:
    """The unit's HR."""
    del run
    return signed_in(Role.UNIT_HR, unit_id="U1", person_id=ward.HEAD)
