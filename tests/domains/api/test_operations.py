"""Every operation states its roles and opens to no other; what is refused is said the same way."""

from __future__ import annotations

import inspect
import json
import sys
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pydantic import BaseModel

from nuanxin.domains.access.roles import ADMINISTRATORS, FAMILIES, STAFF, Role
from nuanxin.domains.api.document import document, operations
from nuanxin.domains.api.gathered import api
from nuanxin.domains.api.operations import BearerToken
from tests.domains.api.asking import asking

pytestmark = pytest.mark.django_db
DOMAIN_MODULES = [
    module
    for name, module in sys.modules.items()
    if name.startswith("nuanxin.domains.") and name.endswith("api")
]


def stated() -> list[tuple[str, Any]]:
    """Address and operation of all that the API can do."""
    return [
        (address, operation)
        for router in api._get_bound_routers()
        for address, view in router.path_operations.items()
        for operation in view.operations
    ]


def test_every_operation_states_its_roles_and_none_opens_to_administrators() -> None:
    assert stated()
    for address, operation in stated():
        (guard,) = operation.auth_callbacks
        assert isinstance(guard, BearerToken), address
        assert guard.roles, address
        assert not guard.roles & (ADMINISTRATORS | FAMILIES), address


def test_an_operation_that_states_nothing_is_closed() -> None:
    assert BearerToken().roles == frozenset()
    assert isinstance(api.auth, list | tuple)
    assert [guard.roles for guard in api.auth] == [frozenset()]


def send(client: Client, method: str, address: str) -> Any:
    at = address.replace("{obligation_id}", "x")
    for name in ("number", "key", "person_id", "action", "table", "objection", "paper", "form"):
        at = at.replace(f"{{{name}}}", "1")
    if method == "post":
        return client.post(at, {}, "application/json")
    return client.get(at)


@pytest.mark.parametrize("role", sorted(STAFF))
def test_an_operation_opens_to_the_roles_it_states_alone(role: Role) -> None:
    client = asking(role)
    for method, address, told in operations(document()):
        answer = send(client, method, address)
        assert (answer.status_code == 403) == (role not in told["x-roles"]), address


def test_nobody_comes_in_without_a_token() -> None:
    for method, address, _ in operations(document()):
        assert send(Client(), method, address).status_code == 401, address


def test_an_unknown_parameter_is_named() -> None:
    answer = asking(Role.ORGANISATION).get("/api/v1/search?q=x&limt=3&q=y")
    assert answer.status_code == 422
    told = answer.json()
    assert {one["where"] for one in told["faults"]} == {"query.limt", "query.q"}
    assert "is no parameter of this operation" in told["detail"]


@pytest.mark.parametrize(("language", "words"), [("zh-CN", "缺了这一项"), ("en-GB", "is required")])
def test_a_refusal_is_in_the_language_that_was_asked_for(language: str, words: str) -> None:
    answer = asking(Role.ORGANISATION, language=language).get("/api/v1/search")
    assert words in answer.json()["detail"]
    assert answer["Content-Language"][:2] == language[:2]


def test_an_address_or_method_that_is_not_there_is_told_as_a_problem() -> None:
    client = asking(Role.ORGANISATION)
    for answer, status in ((client.get("/api/v1/no"), 404), (client.put("/api/v1/search"), 405)):
        assert (answer.status_code, answer.json()["status"]) == (status, status)
        assert answer["Content-Type"] == "application/problem+json"


def test_the_document_is_served_and_read_in_both_languages() -> None:
    served = json.loads(Client().get(reverse("api:openapi")).content)
    assert served == document()
    for address in ("/api/", "/en/api/"):
        page = Client().get(address).content.decode()
        for _, at, told in operations(served):
            assert at in page
            assert escape(told["x-title-zh" if address == "/api/" else "summary"]) in page


def test_every_shape_has_a_name_of_its_own() -> None:
    """Two of one name would be one in the document."""
    names = [
        name
        for module in DOMAIN_MODULES
        for name, found in vars(module).items()
        if inspect.isclass(found)
        and issubclass(found, BaseModel)
        and found.__module__ == module.__name__
    ]
    assert sorted(names) == sorted(set(names))
