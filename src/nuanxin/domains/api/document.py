"""The OpenAPI document of the API."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from nuanxin.domains.api.gathered import DOMAINS, api
from nuanxin.domains.api.problems import MEDIA

PREFIX = "api/v1/"


@cache
def document() -> dict[str, Any]:
    """The document as plain JSON values; refusals bear their own media type."""
    told: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=PREFIX)))
    for _, _, operation in operations(told):
        for status, answer in operation["responses"].items():
            if status != "200":
                answer["content"] = {MEDIA: answer["content"]["application/json"]}
    told["tags"] = [{"name": one.heading.en, "x-name-zh": one.heading.zh} for one in DOMAINS]
    return told


def operations(told: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """Method, address and description of every operation."""
    return [
        (method, address, operation)
        for address, methods in told["paths"].items()
        for method, operation in methods.items()
    ]
