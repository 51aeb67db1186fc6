"""How a domain states an operation: address, both titles, the roles it opens to, its answer."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest
from ninja import Router
from ninja.security import HttpBearer
from pydantic import BaseModel

from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.session import SignedIn
from nuanxin.domains.api.once import HEADER, LONGEST, once
from nuanxin.domains.api.problems import SAYS, Invalid, NotJson, NotOpen, Problem, SignedOut
from nuanxin.policy.text import Text

Act = TypeVar("Act", bound=Callable[..., Any])
Answer = type[BaseModel] | tuple[str, ...]
REFUSALS = frozenset({400, 401, 403, 404, 409, 415, 422, 429})
KEY = {
    "in": "header",
    "name": HEADER,
    "required": False,
    "description": "The same key with the same request is done once, within a day.",
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": "^[!-~]+$"},
}


class BearerToken(HttpBearer):
    """Opens an operation to the tokens of some roles; of none when it states none."""

    def __init__(self, roles: Iterable[Role] = ()) -> None:
        super().__init__()
        self.roles = frozenset(roles)

    def __call__(self, request: HttpRequest) -> SignedIn:
        """Whose token it is; the middleware has looked it up."""
        if refused := getattr(request, "token_refused", None):
            raise refused
        here = getattr(request, "signed_in", None)
        if not isinstance(here, SignedIn):
            raise SignedOut
        if here.role not in self.roles:
            raise NotOpen
        return here

    def authenticate(self, request: HttpRequest, token: str) -> None:
        """The middleware does."""


class Operations:
    """The operations of one domain, under one heading."""

    def __init__(self, heading: Text) -> None:
        self.heading = heading
        self.router = Router(tags=[heading.en])

    def get(
        self, path: str, title: Text, roles: Iterable[Role], answer: Answer
    ) -> Callable[[Act], Act]:
        """An operation that reads. ``answer`` is its shape, or the media types of a file."""
        return self._stated("GET", path, title, roles, answer)

    def post(
        self, path: str, title: Text, roles: Iterable[Role], answer: type[BaseModel]
    ) -> Callable[[Act], Act]:
        """An operation that writes: in one transaction, and once for its key."""
        return self._stated("POST", path, title, roles, answer)

    def _stated(
        self,
        method: str,
        path: str,
        title: Text,
        roles: Iterable[Role],
        answer: Answer,
    ) -> Callable[[Act], Act]:
        told: type[BaseModel] | None
        opens = frozenset(roles)
        more: dict[str, Any] = {
            "x-title-zh": title.zh,
            "x-roles": sorted(opens),
            "parameters": [KEY] if method == "POST" else [],
        }
        if isinstance(answer, tuple):
            content = {
                media: {"schema": {"type": "string", "format": "binary"}} for media in answer
            }
            more["responses"], told = {200: {"content": content}}, None
        else:
            told = answer

        def state(act: Act) -> Act:
            self.router.api_operation(
                [method],
                path,
                response={200: told, REFUSALS: Problem},
                auth=BearerToken(opens),
                summary=title.en,
                operation_id=act.__name__,
                openapi_extra=more,
            )(_guarded(act, None if method == "GET" else told))
            return act

        return state


def _guarded(act: Callable[..., Any], written: type[BaseModel] | None) -> Callable[..., Any]:
    """An operation that refuses what it does not know, and writes once."""

    @wraps(act)
    def guarded(request: HttpRequest, **values: Any) -> Any:
        known = _known(guarded)
        if "body" in known and request.content_type != "application/json":
            raise NotJson
        _refuse_unknown(request, known)
        if written is None:
            return act(request, **values)
        is_form = "file" in known
        return once(request, written, lambda: act(request, **values), is_form=is_form)

    # Ninja reads the types of what it is given, which are names in another module.
    guarded.__signature__ = inspect.signature(act, eval_str=True)  # type: ignore[attr-defined]
    return guarded


def _known(act: Any) -> dict[str, set[str]]:
    """The parameters of an operation by where they stand."""
    return {
        model.__ninja_param_source__: set(model.model_fields) | set(_flat(model))
        for model in act._ninja_operation.models
    }


def _refuse_unknown(request: HttpRequest, known: dict[str, set[str]]) -> None:
    """Invalid names the parameters that an operation does not have, or has twice."""
    sent: dict[str, Any] = {"query": request.GET}
    if "file" in known:
        sent |= {"form": request.POST, "file": request.FILES}
    wrong = [
        (f"{place}.{name}", SAYS["repeated" if name in known.get(place, ()) else "extra_forbidden"])
        for place, given in sent.items()
        for name in given
        if name not in known.get(place, ()) or len(given.getlist(name)) > 1
    ]
    if wrong:
        raise Invalid(wrong)


def _flat(model: Any) -> Iterable[str]:
    return getattr(model, "__ninja_flatten_map__", {})
