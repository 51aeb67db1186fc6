"""The pages of the ledger's own: doing something about an obligation, and the ledger as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import DOES_DUTIES, STAFF
from nuanxin.domains.actor import Actor, actor_of
from nuanxin.domains.ledger import history, selectors, services
from nuanxin.domains.ledger.deeds import Named
from nuanxin.domains.ledger.models import Deed
from nuanxin.domains.ledger.services import DeedRefused
from nuanxin.domains.states import RANK
from nuanxin.domains.wording import pick, say
from nuanxin.packs import load_pack

Act = Callable[[Named, QueryDict, Actor], Deed]


def _day(form: QueryDict) -> date:
    try:
        return date.fromisoformat(form.get("on", ""))
    except ValueError:
        raise DeedRefused("请写日期，如 2020-05-06。", "Give a date, as 2020-05-06.") from None


def _quantity(form: QueryDict) -> Decimal | None:
    told = form.get("quantity", "").strip()
    try:
        number = Decimal(told) if told else None
    except InvalidOperation:
        number = Decimal(-1)
    if number is not None and not (number.is_finite() and 0 <= number <= 10**9):
        raise DeedRefused("数量要写数字。", "The quantity has to be a number.")
    return number


def _plan(what: Named, form: QueryDict, by: Actor) -> Deed:
    return services.plan(what, _day(form), by, form.get("reason", ""), key=_key(form))


def _deliver(what: Named, form: QueryDict, by: Actor) -> Deed:
    return services.deliver(
        what,
        _day(form),
        by,
        evidence=form.get("reason", ""),
        quantity=_quantity(form),
        key=_key(form),
    )


def _waive(what: Named, form: QueryDict, by: Actor) -> Deed:
    return services.waive(what, _day(form), by, form.get("reason", ""), key=_key(form))


def _dispute(what: Named, form: QueryDict, by: Actor) -> Deed:
    return services.dispute(what, by, form.get("reason", ""), key=_key(form))


def _propose(what: Named, form: QueryDict, by: Actor) -> Deed:
    return services.propose(what, by, form.get("reason", ""), key=_key(form))


def _decide(what: Named, form: QueryDict, by: Actor) -> Deed:
    approved = form.get("approved") == "yes"
    return services.decide(
        what, approved=approved, by=by, reason=form.get("reason", ""), key=_key(form)
    )


def _answer(what: Named, form: QueryDict, by: Actor) -> Deed:
    del what  # the dispute knows its obligation
    number = form.get("dispute", "")
    asked = Deed.objects.filter(pk=number, kind="dispute") if number.isdecimal() else None
    if asked is None or not asked.exists():
        raise DeedRefused("没有这条异议。", "There is no such dispute.")
    corrected = form.get("corrected") == "yes"
    return services.answer(
        int(number), corrected=corrected, by=by, reason=form.get("reason", ""), key=_key(form)
    )


def _key(form: QueryDict) -> str | None:
    return form.get("key") or None


DEEDS: dict[str, Act] = {
    "plan": _plan,
    "deliver": _deliver,
    "waive": _waive,
    "dispute": _dispute,
    "propose": _propose,
    "decide": _decide,
    "answer": _answer,
}


@opens(DOES_DUTIES)
@require_POST
def do(request: HttpRequest, kind: str) -> HttpResponse:
    """Do something about an obligation; what is refused is said, with the way back."""
    run, act = selectors.current_run(), DEEDS.get(kind)
    obligation_id = request.POST.get("obligation", "").replace("\0", "")
    if run is None or act is None or not obligation_id:
        raise Http404(say("没有这一步。", "There is no such step."))
    page = redirect("board:obligation", obligation_id)
    try:
        act(Named(run.pack, obligation_id), request.POST, actor_of(request))
    except DeedRefused as error:
        told = {"reason": pick(error.text), "back": page.url, "here": "obligations"}
        return render(request, "design/refused.html", told, status=409)
    return page


@opens(STAFF)
@require_GET
def then(request: HttpRequest) -> HttpResponse:
    """The ledger as it was at the end of a day: how many obligations stood how."""
    run = selectors.current_run()
    if run is None:
        raise Http404(say("账本还是空的。", "The ledger is empty."))
    told = request.GET.get("on", "")
    try:
        day = date.fromisoformat(told) if told else None
    except ValueError:
        day = None
    loads = history.loads(run, actor_of(request))
    rows = history.counts_at(run, history.end_of(day)) if day else []
    text = load_pack(run.pack).text
    entries = {entry.id: entry for entry in text.obligations}
    counted = [
        (entries[provision], state, number)
        for provision, state, number in sorted(rows, key=lambda row: (row[0], RANK[row[1]]))
    ]
    shown = {"run": run, "here": "obligations", "day": day, "rows": counted, "loads": loads}
    return render(request, "ledger/then.html", shown | {"told": told})
