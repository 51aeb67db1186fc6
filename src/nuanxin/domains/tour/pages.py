"""The tour's pages; both exist only in a demo, and only for a reader on its machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from nuanxin.domains.access import demo
from nuanxin.domains.access.opening import opens_to_all
from nuanxin.domains.access.roles import Role
from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.services import load_live
from nuanxin.domains.tour.scenes import SCENES, Scene, Step
from nuanxin.domains.wording import day as day_words
from nuanxin.domains.wording import say

PACK = "dalian2020"
DAYS = (date(2020, 4, 20), date(2020, 4, 26), date(2020, 5, 2), date(2020, 8, 28))
"""The days that the demo can be moved to: the first, after a notice, after another, the end."""


@dataclass(frozen=True)
class Told:
    """A step for its page: the step, its address (empty: not built), and who to sign in as."""

    step: Step
    address: str
    role: Role | None
    sign_in: str


@opens_to_all
@never_cache
@require_safe
def tour(request: HttpRequest) -> HttpResponse:
    """The ten scenes as far as they exist."""
    _only_in_the_demo(request)
    run = selectors.run_of(PACK)
    links = {name: (role, path) for name, role, path in demo.links()}
    shown = {
        "scenes": [
            (scene, _told(scene, links), _built(scene), any(map(address_of, scene.steps)))
            for scene in SCENES
        ],
        "run": run,
        "days": [(day, day_words(day, year=True)) for day in DAYS],
        "links": [(name, role.text, path) for name, (role, path) in links.items()],
        "here": "tour",
    }
    return render(request, "tour/tour.html", shown)


@opens_to_all
@require_POST
def day(request: HttpRequest) -> HttpResponse:
    """Let it be another day in the demo: everything is evaluated again as of that day."""
    _only_in_the_demo(request)
    told = {day.isoformat(): day for day in DAYS}.get(request.POST.get("day", ""))
    run = selectors.run_of(PACK)
    if told is None or run is None:
        raise Http404(say("演示里没有这一天。", "The demo has no such day."))
    if told != run.as_of:
        load_live(PACK, told, by="demo", reason="演示的另一天 another day of the demo")
    return redirect("tour:tour")


def _only_in_the_demo(request: HttpRequest) -> None:
    if not (settings.DEMO and demo.is_near(request)):
        raise Http404(say("只有演示里有导览。", "There is a tour only in a demo."))


def address_of(step: Step) -> str:
    """The address of a step's page; empty while there is no such page."""
    try:
        return reverse(step.page, kwargs=step.arguments) + step.query
    except NoReverseMatch:
        return ""


def _built(scene: Scene) -> bool:
    return bool(scene.steps) and all(map(address_of, scene.steps))


def _told(scene: Scene, links: dict[str, tuple[Role, str]]) -> list[Told]:
    return [
        Told(step, address_of(step), *links.get(step.account, (None, ""))) for step in scene.steps
    ]
