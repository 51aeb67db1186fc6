"""What is refused, as problem details (RFC 9457), in the language that was asked for."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from pydantic import BaseModel

from nuanxin.domains.access.scope import give_up
from nuanxin.domains.api.tokens import TooMany
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.ledger.deeds import DeedRefused
from nuanxin.domains.pay.refused import Refused
from nuanxin.domains.wording import pick
from nuanxin.policy.text import Text

MEDIA = "application/problem+json"
TITLES = {
    400: ("unreadable", Text("请求读不懂", "The request cannot be read")),
    401: ("signed-out", Text("没有有效的令牌", "No valid token")),
    403: ("not-open", Text("不对这个角色开放", "Not open to this role")),
    404: ("not-found", Text("没有找到", "Not found")),
    405: ("no-such-method", Text("这个地址不这样用", "Not a method of this address")),
    409: ("refused", Text("不能这样办", "This cannot be done")),
    415: ("media", Text("正文要写成 JSON", "The body has to be JSON")),
    422: ("invalid", Text("请求写得不对", "The request is not right")),
    429: ("too-many", Text("问得太快", "Too many requests")),
    500: ("broken", Text("程序出了错，什么也没有写入", "Something broke; nothing was written")),
}
"""Of each status: the end of its type, and its title."""
SAYS = {
    "missing": Text("缺了这一项", "is required"),
    "extra_forbidden": Text("没有这个参数", "is no parameter of this operation"),
    "repeated": Text("这个参数只能写一次", "may be given once"),
}
SIGN_IN = Text(
    "请在 Authorization 里写 Bearer 和令牌；令牌由安全管理员发给本单位的系统",
    "send Authorization: Bearer and the token that the security administrator gave your system",
)
OTHER_ROLE = Text(
    "这个令牌的角色办不了这件事；请用有权角色的令牌",
    "the role of this token may not do this; use a token of a role that may",
)


NOT_YOURS = Text(
    "这一条不在这个令牌的范围内，没有写入",
    "this is not within the scope of the token, and nothing was written",
)
UNREADABLE = (MultiPartParserError, BadRequest, SuspiciousOperation, UnreadablePostError)
"""What Django makes of a body that is no body."""


class Fault(BaseModel):
    """One thing wrong with a request: where it stands, and what is wrong."""

    where: str
    what: str


class Problem(BaseModel):
    """Why a request was refused: what is wrong, where, and what to do."""

    type: str
    title: str
    status: int
    detail: str
    faults: list[Fault] = []


class Invalid(Exception):
    """A request that is not right; each fault names its place."""

    def __init__(self, faults: Sequence[tuple[str, Text]]) -> None:
        super().__init__(faults)
        self.faults = faults


class NotJson(Exception):
    """A body of another media type."""


class SignedOut(Exception):
    """No token, or none that holds."""


class NotOpen(Exception):
    """The operation does not open to the role of the token."""


def problem(status: int, detail: str, faults: Sequence[Fault] = ()) -> HttpResponse:
    """The answer for a refusal."""
    kind, title = TITLES[status]
    told = Problem(
        type=f"urn:nuanxin:problem:{kind}",
        title=pick(title),
        status=status,
        detail=detail,
        faults=list(faults),
    )
    answer = JsonResponse(
        told.model_dump(), status=status, content_type=MEDIA, json_dumps_params=UNESCAPED
    )
    if status == 401:
        answer["WWW-Authenticate"] = "Bearer"
    if status == 429:
        answer["Retry-After"] = "60"
    return answer


UNESCAPED = {"ensure_ascii": False}


def say_problems(api: NinjaAPI) -> None:
    """Let an API say what its operations refuse."""
    for kind in (Refusal, DeedRefused, Refused):
        api.add_exception_handler(kind, _refused)
    api.add_exception_handler(TooMany, _too_many)
    api.add_exception_handler(SignedOut, lambda _, __: problem(401, pick(SIGN_IN)))
    api.add_exception_handler(NotOpen, lambda _, __: problem(403, pick(OTHER_ROLE)))
    api.add_exception_handler(PermissionDenied, lambda _, __: problem(403, pick(OTHER_ROLE)))
    api.add_exception_handler(NotJson, lambda _, __: problem(415, "Content-Type: application/json"))
    for unreadable in UNREADABLE:
        api.add_exception_handler(unreadable, _unreadable)
    api.add_exception_handler(Invalid, _invalid)
    api.add_exception_handler(ValidationError, _not_valid)
    api.add_exception_handler(Http404, _missing)
    api.add_exception_handler(HttpError, lambda _, error: problem(400, str(error)))
    api.add_exception_handler(Exception, _broken)


def _refused(_: HttpRequest, error: Any) -> HttpResponse:
    return problem(409, pick(error.text))


def _too_many(_: HttpRequest, error: Any) -> HttpResponse:
    return problem(429, pick(error.text))


def _unreadable(_: HttpRequest, error: Any) -> HttpResponse:
    return problem(400, str(error))


def _missing(_: HttpRequest, error: Any) -> HttpResponse:
    told = error.args[0] if error.args else None
    return problem(404, str(told) if told else pick(TITLES[404][1]))


def _invalid(_: HttpRequest, error: Any) -> HttpResponse:
    return _faults([Fault(where=where, what=pick(text)) for where, text in error.faults])


def _not_valid(_: HttpRequest, error: Any) -> HttpResponse:
    return _faults([_fault(one) for one in error.errors])


def _fault(one: dict[str, Any]) -> Fault:
    """A fault as pydantic tells it: its place without our own names for bodies."""
    place = [str(part) for part in one["loc"]]
    known = SAYS.get(one["type"]) or Text(f"写得不对（{one['type']}）", str(one["msg"]))
    return Fault(where=".".join(dict.fromkeys(place)), what=pick(known))


def _faults(faults: list[Fault]) -> HttpResponse:
    first = "；".join(f"{one.where}：{one.what}" for one in faults[:3])
    plain = "; ".join(f"{one.where}: {one.what}" for one in faults[:3])
    return problem(422, pick(Text(first, plain)), faults)


def _broken(request: HttpRequest, error: Any) -> HttpResponse:
    if give_up(request, error):
        return problem(403, pick(NOT_YOURS))
    logging.getLogger(__name__).error("%s %s", request.method, request.path, exc_info=error)
    return problem(500, pick(TITLES[500][1]))
