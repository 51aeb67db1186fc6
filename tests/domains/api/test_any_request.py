"""Requests made up from the OpenAPI document: no fault, and every answer as described.

NUANXIN_FUZZ says how many for each operation, NUANXIN_FUZZ_AT a pattern of addresses;
``make fuzz`` runs many.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase
from hypothesis import settings as hypothesis
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
AT = os.environ.get("NUANXIN_FUZZ_AT", "")
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
schema = schema.include(path_regex=AT) if AT else schema


STAFFED = (Role.UNIT_HR, Role.FINANCE, Role.ORGANISATION, Role.DRAFTER)
UNIT = {Role.UNIT_HR: "U1"}


@pytest.fixture
def keys(loaded: None, unit_tree: None, tmp_path: Path, settings: Any) -> Iterator[dict[Role, str]]:
    """A token of each role, in a city; requests stay in the transaction of the test."""
    del loaded, unit_tree
    settings.HOME = tmp_path / "home"
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield {role: key_of(role, unit_id=UNIT.get(role, "")) for role in STAFFED}
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@schema.parametrize()
@hypothesis(
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
