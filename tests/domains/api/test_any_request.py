"""Requests made up from the OpenAPI document: no fault, and every answer as described.

NUANXIN_FUZZ says how many for each operation, NUANXIN_FUZZ_AT a pattern of addresses;
``make fuzz`` runs many.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.test import override_settings
from hypothesis import HealthCheck, Phase
from hypothesis import settings as hypothesis
from schemathesis.checks import not_a_server_error
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.erasure.models import Request
from nuanxin.domains.intake.models import Upload
from nuanxin.domains.ledger.deeds import Named, dispute
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.services import load_evaluation
from nuanxin.domains.needs.services import Asked, ask
from nuanxin.domains.pay.services import draft
from nuanxin.domains.rules.services import draft as draft_rule
from nuanxin.site.wsgi import application
from tests.domains import small_city
from tests.domains.api.asking import key_of, settle_units

MANY = int(os.environ.get("NUANXIN_FUZZ", "2"))
AT = os.environ.get("NUANXIN_FUZZ_AT", "")
ROLES = (
    *(Role.UNIT_HR, Role.FINANCE, Role.ORGANISATION),
    *(Role.DRAFTER, Role.COMMUNITY, Role.PUBLICITY),
)
UNIT = {Role.UNIT_HR: "U1", Role.COMMUNITY: "U1"}
KNOWN = {
    "obligation_id": "rest|P1",
    "person_id": "P1",
    "key": "subsidy.tier1.daily",
    "table": "people",
}
SOMEBODY = Actor("X", "finance")
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
schema = schema.include(path_regex=AT) if AT else schema


@dataclass(frozen=True)
class Town:
    """A city to ask about: a token of each role, and what can be named there."""

    keys: dict[Role, str]
    numbers: dict[str, int]

    def aim(self, case: schemathesis.Case) -> None:
        """Name something that is there, where nothing was broken on purpose."""
        if not _broken(case, ParameterLocation.PATH):
            at = next((n for part, n in self.numbers.items() if part in case.path), None)
            told = KNOWN | ({"number": at} if at else {})
            if "/facts/" in case.path:
                told["key"] = "P1"
            for name in set(case.path_parameters or {}) & set(told):
                case.path_parameters[name] = told[name]
        body = case.body
        if isinstance(body, dict) and not _broken(case, ParameterLocation.BODY):
            named = {"obligation": "rest|P1", "payer": "U1", "person_id": "P1", "drop": "P2"}
            body.update({name: told for name, told in named.items() if name in body})


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Town]:
    """Such a city, in a transaction that is never committed; each test takes back its own."""
    del django_db_setup
    home = tmp_path_factory.mktemp("fuzz")
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    with django_db_blocker.unblock(), override_settings(HOME=home), transaction.atomic():
        load_evaluation(small_city.evaluate(home / "out"), small_city.city())
        settle_units()
        yield _town()
        transaction.set_rollback(True)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _town() -> Town:
    run = Run.objects.get()
    numbers = {
        "/needs/": ask(Asked("P1", "family", "买药", by_family=True), SOMEBODY, run).pk,
        "/erasures/": Request.objects.create(person_id="P2", reason="x", asked_by="x").pk,
        "/imports/": Upload.objects.create(name="a.csv", who="x", why="y", state="read").pk,
        "/disputes/": dispute(Named("dalian2020", "rest|P1"), SOMEBODY, "少了").pk,
        "/pay/runs/": draft("U1", date(2020, 3, 1), SOMEBODY).pk,
        "/rules/proposals/": draft_rule("dalian2020", "试一试", SOMEBODY).pk,
    }
    return Town({role: key_of(role, unit_id=UNIT.get(role, "")) for role in ROLES}, numbers)


def _broken(case: schemathesis.Case, where: ParameterLocation) -> bool:
    """Whether that part of a request was made not to fit the document."""
    part = case.meta.components.get(where) if case.meta else None
    return part is not None and part.mode.is_negative


def wrong_bodies_are_refused(ctx: Any, response: Any, case: schemathesis.Case) -> bool | None:
    """Of bodies only: what is wrong with an address or header may vanish on its way."""
    if not _broken(case, ParameterLocation.BODY):
        return None
    return negative_data_rejection(ctx, response, case)


CHECKS: list[Callable[..., Any]] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    wrong_bodies_are_refused,
]


@pytest.mark.django_db
@schema.parametrize()
@hypothesis(
    max_examples=MANY,
    deadline=None,
    derandomize=MANY < 100,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_request_breaks_it(case: schemathesis.Case, town: Town) -> None:
    town.aim(case)
    opens = case.operation.definition.raw["x-roles"]
    key = next(town.keys[role] for role in ROLES if role in opens)
    case.call_and_validate(headers={"Authorization": f"Bearer {key}"}, checks=CHECKS)
