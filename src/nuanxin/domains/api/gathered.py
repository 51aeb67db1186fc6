"""All operations in one place: the API, its addresses, and the document that describes it."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, re_path
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from nuanxin.domains.access.opening import Opening
from nuanxin.domains.api.operations import BearerToken, Operations
from nuanxin.domains.api.problems import TITLES, problem, say_problems
from nuanxin.domains.board.api import api as board
from nuanxin.domains.board.evidence_api import api as evidence
from nuanxin.domains.board.obligations_api import api as obligations
from nuanxin.domains.consent.api import api as consent
from nuanxin.domains.couples.api import api as couples
from nuanxin.domains.erasure.api import api as erasure
from nuanxin.domains.inbox.answers_api import api as answers
from nuanxin.domains.inbox.api import api as inbox
from nuanxin.domains.intake.api import api as intake
from nuanxin.domains.ledger.api import api as ledger
from nuanxin.domains.life.api import api as life
from nuanxin.domains.pay.api import api as pay
from nuanxin.domains.pay.papers_api import api as papers
from nuanxin.domains.people.api import api as people
from nuanxin.domains.rules.api import api as rules
from nuanxin.domains.rules.text_api import api as text
from nuanxin.domains.search.api import api as search
from nuanxin.domains.wording import pick

VERSION = "1"
DOMAINS: tuple[Operations, ...] = (
    *(board, obligations, evidence, ledger, search, people),
    *(couples, consent, erasure, life, inbox, answers),
    *(intake, pay, papers, rules, text),
)


class Plain(JSONRenderer):
    """JSON that a Chinese reader can read."""

    json_dumps_params = MappingProxyType({"ensure_ascii": False})


def _gathered() -> NinjaAPI:
    api = NinjaAPI(
        title="暖心 Nuanxin",
        version=VERSION,
        description="What the pages do, for other systems: same services, scopes and refusals.",
        openapi_url=None,
        docs_url=None,
        urls_namespace="api",
        auth=BearerToken(),
        renderer=Plain(),
    )
    for domain in DOMAINS:
        api.add_router("", domain.router)
    say_problems(api)
    return api


api = _gathered()


def addresses() -> list[URLPattern]:
    """The addresses of all operations, each in the language that was asked for."""
    found = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
    return [
        *(
            URLPattern(one.pattern, _spoken(one.callback), one.default_args, one.name)
            for one in found
        ),
        re_path("", _spoken(_nowhere), name="nowhere"),
    ]


def _spoken(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view in the language of the request's header, asked with a token and no cookie."""

    @csrf_exempt
    def spoken(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        language = translation.get_language_from_request(request)
        with translation.override(language):
            answer = view(request, *args, **kwargs)
            if answer.status_code == 405:
                allowed = answer["Allow"]
                answer = problem(405, f"{pick(TITLES[405][1])}: {allowed}")
                answer["Allow"] = allowed
        answer["Content-Language"] = language
        answer["Cache-Control"] = "no-store"
        patch_vary_headers(answer, ["Accept-Language", "Authorization"])
        return answer

    spoken.opening = Opening(by_token=True)  # type: ignore[attr-defined]
    return spoken


def _nowhere(request: HttpRequest) -> HttpResponseBase:
    del request
    return problem(404, pick(TITLES[404][1]))
