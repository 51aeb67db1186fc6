"""The inbox of a unit: duties, attendance to confirm, answers, requests for data."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nuanxin.domains import sheets
from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import Role
from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.actor import Actor, actor_of
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.family.selectors import families_of
from nuanxin.domains.family.services import invite
from nuanxin.domains.inbox import columns, desk, selectors, services
from nuanxin.domains.inbox.roles import CONFIRMING, INVITING, ROLES
from nuanxin.domains.ledger.deeds import DeedRefused
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.selectors import current_run
from nuanxin.domains.ledger.selectors import subjects as named
from nuanxin.domains.people.models import Person
from nuanxin.domains.wording import pick, say
from nuanxin.packs import load_pack
from nuanxin.policy.text import Text

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Run, Actor, list[str], P], HttpResponseBase]
CONTACT = {"yes": True, "no": False}


def of_unit(*roles: Role) -> Callable[[Page[P]], Callable[Concatenate[HttpRequest, P], Any]]:
    """A page of a unit: knows the run, the actor, and the units at and below theirs."""

    def of(page: Page[P]) -> Callable[Concatenate[HttpRequest, P], Any]:
        @opens(*roles)
        @never_cache
        @wraps(page)
        def found(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            run, actor = current_run(), actor_of(request)
            units = selectors.units_at(actor.unit_id)
            if run is None or not units:
                shown = {"here": "inbox", "no_unit": run is not None}
                return render(request, "inbox/nothing_yet.html", shown)
            return page(request, run, actor, units, *args, **kwargs)

        return found

    return of


@require_safe
@of_unit(*ROLES)
def inbox(request: HttpRequest, run: Run, actor: Actor, units: list[str]) -> HttpResponse:
    """What is due, the most urgent first; what waits for an answer; what else there is to do."""
    role = Role(actor.role)
    buckets = desk.buckets(run, load_pack(run.pack), units, role)
    disputes = selectors.disputes(run, units)
    people = desk.needs_of(run, units, actor)
    keys = [(row.subject_kind, row.subject_id) for _, row in disputes]
    keys += [("person", shown.need.person_id) for shown in people]
    shown = {
        "here": "inbox",
        "run": run,
        "buckets": buckets,
        "unit": selectors.unit(actor.unit_id),
        "disputes": disputes,
        "needs": people,
        "subjects": named(run, keys),
        "titles": {e.id: e.title for e in load_pack(run.pack).text.obligations},
        "confirming": role in CONFIRMING,
        "invites": role in INVITING,
        "community": role is Role.COMMUNITY,
        "due": sum(b.count for b in buckets if b.name in ("overdue", "today")),
    }
    if role in CONFIRMING:
        shown["unconfirmed"] = selectors.to_confirm(units, run.as_of).count()
        shown["unsettled"] = selectors.to_settle(units).count()
    if role is Role.COMMUNITY:
        shown["helping"] = selectors.helping(units, run.as_of)
        shown["asked"] = desk.asked(run, units)
    return render(request, "inbox/inbox.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@of_unit(*CONFIRMING)
def attendance(request: HttpRequest, run: Run, actor: Actor, units: list[str]) -> HttpResponseBase:
    """Confirm many shifts at once; those that cannot stand are said, the others stand."""
    done = failure = None
    if request.method == "POST":
        try:
            why = request.POST.get("why", "").replace("\0", "")
            done = services.confirm(_told(request.POST), units, actor, run, why)
        except Refusal as refusal:
            failure = pick(refusal.text)
    unconfirmed = selectors.to_confirm(units, run.as_of)
    unsettled = selectors.to_settle(units)
    if sheets.asked(request):
        return sheets.answer(request, columns.shifts(unconfirmed | unsettled))
    shown = {
        "here": "inbox",
        "run": run,
        "rows": unconfirmed[: selectors.MOST],
        "many": unconfirmed.count(),
        "unsettled": unsettled[: selectors.MOST],
        "open": unsettled.count(),
        "done": done,
        "failure": failure,
        "refused": [(number, pick(text)) for number, text in done.refused] if done else [],
    }
    return render(request, "inbox/attendance.html", shown, status=422 if failure else 200)


def _told(form: QueryDict) -> dict[str, bool | None]:
    """The ticked shifts, each with what was said of contact."""
    return {
        number: CONTACT.get(form.get(f"contact-{number}", ""))
        for number in form.getlist("shift")
        if "\0" not in number
    }


@require_POST
@of_unit(*ROLES)
def answer(
    request: HttpRequest, run: Run, actor: Actor, units: list[str], kind: str, number: int
) -> HttpResponse:
    """Answer a dispute or a need of one's own people."""
    words = request.POST.get("words", "").replace("\0", "")
    said = request.POST.get("said", "")
    try:
        if kind == "dispute":
            corrected = said == "corrected"
            services.answer_dispute(number, units, actor, run, corrected=corrected, words=words)
        else:
            services.answer_need(number, said, units, actor, run, words)
    except services.NotWaiting:
        raise Http404(say("没有等答复的这一件。", "No such request waits for you.")) from None
    except (Refusal, DeedRefused) as refusal:
        shown = {"reason": pick(refusal.text), "back": reverse("inbox:inbox"), "here": "inbox"}
        return render(request, "design/refused.html", shown, status=409)
    return redirect(reverse("inbox:inbox") + "#answers")


@require_safe
@of_unit(Role.COMMUNITY)
def data_requests(request: HttpRequest, run: Run, actor: Actor, units: list[str]) -> HttpResponse:
    """Requests for data: which may be handed back, and a check before filling a form."""
    del actor
    asked_for = request.GET.get("fields", "").replace("\0", "")[:500]
    asked = desk.asked(run, units)
    shown = {
        "here": "inbox",
        "run": run,
        "asked": asked,
        "fields": asked_for,
        "checked": selectors.checked(asked_for),
        "minutes": desk.minutes_by_day(asked),
    }
    return render(request, "inbox/requests.html", shown)


@require_POST
@of_unit(Role.COMMUNITY)
def hand_back(
    request: HttpRequest, run: Run, actor: Actor, units: list[str], number: str
) -> HttpResponse:
    """Hand a request for data back."""
    del run
    try:
        services.hand_back(number, units, actor, request.POST.get("why", "").replace("\0", ""))
    except Refusal as refusal:
        back = reverse("inbox:requests")
        shown = {"reason": pick(refusal.text), "back": back, "here": "inbox"}
        return render(request, "design/refused.html", shown, status=409)
    return redirect("inbox:requests")


@require_http_methods(["GET", "HEAD", "POST"])
@of_unit(*INVITING)
def family(request: HttpRequest, run: Run, actor: Actor, units: list[str]) -> HttpResponse:
    """Make a code for the family of one of the unit's people; it is shown once."""
    shown: dict[str, Any] = {"here": "inbox", "run": run}
    if request.method != "POST":
        return render(request, "inbox/family.html", shown)
    told = request.POST.get("person", "").strip().replace("\0", "")
    own = Q(unit__in=units) | Q(pk__in=families_of(run, actor.person_id))
    with everywhere():
        person = Person.objects.filter(own, pk=told).first()
    if person is None:
        failure = Text(
            "这个编号不是本单位的人，也不是你联系的家庭",
            "This is nobody of your unit, nor of a family you are the contact of",
        )
        shown |= {"failure": pick(failure), "told": told}
        return render(request, "inbox/family.html", shown, status=422)
    shown |= {"made": invite(person.pk, actor), "person": person}
    return render(request, "inbox/family.html", shown)
