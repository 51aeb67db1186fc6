"""Whoever looks at pages of money is of finance."""

from __future__ import annotations

import pytest
from django.test import Client

from nuanxin.domains.access.roles import Role
from tests.signed_in import signed_in


@pytest.fixture
def client(db: None) -> Client:
    """A client of a finance officer."""
    del db
    return signed_in(Role.FINANCE)
