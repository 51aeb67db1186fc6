"""Requests made up from the OpenAPI document: no fault, and every answer as described.

NUANXIN_FUZZ says how many for each operation; ``make fuzz`` runs many.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from nuanxin.domains.access.roles import Role
from nuanxin.site.wsgi import application
from tests.domains.api.asking import key_of

MANY = int(os.environ.get("NUANXIN_FUZZ", "5"))
CHECKS: list[Callable[..., Any]] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


STAFFED = (Role.ORGANISATION, Role.FINANCE, Role.UNIT_HR, Role.DRAFTER)


@pytest.fixture
def keys(loaded: None, unit_tree: None) -> Iterator[dict[Role, str]]:
    """A token of each role, in a city; requests stay in the transaction of the test."""
    del loaded, unit_tree
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield {role: key_of(role) for role in STAFFED}
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@schema.parametrize()
@settings(
    max_examples=MANY,
    deadline=None,
    derandomize=MANY < 100,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_request_breaks_it(case: schemathesis.Case, keys: dict[Role, str]) -> None:
    opens = case.operation.definition.raw["x-roles"]
    role = next(role for role in STAFFED if role in opens)
    case.call_and_validate(headers={"Authorization": f"Bearer {keys[role]}"}, checks=CHECKS)
