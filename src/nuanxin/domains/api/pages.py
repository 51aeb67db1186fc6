"""The document of the API, and the page that people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nuanxin.domains.access.opening import opens_to_all
from nuanxin.domains.access.roles import Role
from nuanxin.domains.api.document import document, operations
from nuanxin.domains.api.models import PER_MINUTE
from nuanxin.policy.text import Text


@opens_to_all
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document; it names nobody."""
    del request
    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False})


@dataclass(frozen=True)
class Line:
    """An operation as the page lists it."""

    method: str
    address: str
    title: Text
    roles: list[Text]
    parameters: list[dict[str, Any]]
    body: list[str]


@opens_to_all
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Every operation: address, what it does, to whom it opens, what it takes."""
    told = document()
    groups: dict[str, list[Line]] = {tag["name"]: [] for tag in told["tags"]}
    for method, address, operation in operations(told):
        groups[operation["tags"][0]].append(_line(told, method, address, operation))
    shown = [(Text(tag["x-name-zh"], tag["name"]), groups[tag["name"]]) for tag in told["tags"]]
    return render(
        request, "api/reference.html", {"here": "api", "groups": shown, "per_minute": PER_MINUTE}
    )


def _line(told: dict[str, Any], method: str, address: str, operation: dict[str, Any]) -> Line:
    return Line(
        method.upper(),
        address,
        Text(operation["x-title-zh"], operation["summary"]),
        [Role(role).text for role in operation["x-roles"]],
        [one for one in operation["parameters"] if one["in"] in ("path", "query")],
        _body(told, operation),
    )


def _body(told: dict[str, Any], operation: dict[str, Any]) -> list[str]:
    """The names of what a body holds; those that may be left out in brackets."""
    for content in operation.get("requestBody", {}).get("content", {}).values():
        schema = content["schema"]
        if "$ref" in schema:
            schema = told["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        required = set(schema.get("required", ()))
        return [name if name in required else f"[{name}]" for name in schema["properties"]]
    return []
