"""The pages of money: the list of months, one run, its public list, its files, the funds."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from nuanxin.domains import sheets
from nuanxin.domains.access.opening import opens
from nuanxin.domains.access.roles import SEES_MONEY, STAFF, Role
from nuanxin.domains.actor import actor_of
from nuanxin.domains.documents.handing import KINDS, answer
from nuanxin.domains.ledger import selectors as ledger
from nuanxin.domains.ledger.models import Unit
from nuanxin.domains.masking import masked
from nuanxin.domains.pay import actions, columns, exports, funds, papers, selectors, services
from nuanxin.domains.pay.clock import Clock
from nuanxin.domains.pay.differences import differences
from nuanxin.domains.pay.models import PayRun
from nuanxin.domains.pay.refused import Refused
from nuanxin.domains.pay.scatter import scatter
from nuanxin.domains.pay.words import CHECKS, FOUND, FUNDS
from nuanxin.domains.rules.standing import in_force
from nuanxin.domains.wording import name, pick, say, yuan
from nuanxin.packs import load_pack

PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@opens(SEES_MONEY)
@require_GET
def runs(request: HttpRequest, error: Refused | None = None) -> HttpResponseBase:
    """Every payer's month: what is owed and how far its run is."""
    standing = ledger.current_run()
    months = selectors.months(standing, actor_of(request)) if standing else []
    units = ledger.units(standing, {month.payer for month in months}) if standing else {}
    sought = request.GET.get("q", "").strip()[:60]
    months = [month for month in months if sought in _called(month.payer, units)]
    if sheets.asked(request):
        return sheets.answer(request, columns.months(months, units))
    page = Paginator(months, PAGE).get_page(request.GET.get("page"))
    told = [(month, units.get(month.payer)) for month in page]
    shown = {"run": standing, "page": page, "months": told, "q": sought, "error": error}
    return render(request, "pay/runs.html", _common() | shown, status=409 if error else 200)


def _called(payer: str, units: Mapping[str, Unit]) -> str:
    """Number and name of a payer: what is sought in."""
    return f"{payer} {units[payer].name}" if payer in units else payer


@opens(Role.FINANCE)
@require_POST
def draft(request: HttpRequest) -> HttpResponseBase:
    """Reckon a payer's month."""
    asked = request.POST
    try:
        month = date.fromisoformat(asked.get("month", ""))
    except ValueError:
        raise Http404(say("没有这个月。", "There is no such month.")) from None
    try:
        made = services.draft(
            asked.get("payer", ""),
            month,
            actor_of(request),
            approver=asked.get("approver", "").strip(),
            key=asked.get("key") or None,
        )
    except Refused as error:
        request.method = "GET"
        return runs(request, error)
    return redirect("pay:run", made.pk)


@opens(SEES_MONEY)
@require_GET
def run(request: HttpRequest, pk: int, error: Refused | None = None) -> HttpResponseBase:
    """One run: may it go on, what differs, who is left out and why."""
    of = _run(pk)
    standing = ledger.run_of(of.pack)
    units = ledger.units(standing, [of.payer]) if standing else {}
    if sheets.asked(request):
        return sheets.answer(request, columns.lines(of, selectors.lines(of)))
    page = Paginator(selectors.lines(of), PAGE).get_page(request.GET.get("page"))
    parts = differences(of, list(page))
    told, by = selectors.reported(of), actor_of(request)
    shown = {
        "of": of,
        "run": standing,
        "unit": units.get(of.payer),
        "sums": selectors.sums(of),
        "checks": _checks(of),
        "failed": of.checks.filter(passed=False, stops=True).count(),
        "page": page,
        "lines": [(line, parts.get(line.pk, ())) for line in page],
        "scatters": [
            ("hide-s", scatter(told, 560, 300)),
            ("hide-l", scatter(told, 300, 260)),
        ],
        "clock": Clock.of(of, actions.today(of)),
        "history": selectors.history(of),
        "may_act": by.role == Role.FINANCE,
        "made_it": by.id == of.made_by,
        "objections": of.objections.order_by("pk"),
        "steps": of.steps.order_by("pk"),
        "batch": exports.batch(of),
        "error": error,
    }
    return render(request, "pay/run.html", _common() | shown, status=409 if error else 200)


@opens(Role.FINANCE)
@require_POST
def act(request: HttpRequest, pk: int, action: str) -> HttpResponseBase:
    """Take a run one step on; what is refused is said on its page."""
    of = _run(pk)
    try:
        actions.ACTIONS[action](of, request.POST, actor_of(request))
    except KeyError:
        raise Http404(say("没有这一步。", "There is no such step.")) from None
    except Refused as error:
        request.method = "GET"
        return run(request, pk, error)
    return redirect("pay:run", pk)


@opens(STAFF, Role.WORKER)
@require_GET
def public(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The public list of a run, numbers masked."""
    of = _run(pk)
    if of.noticed_on is None:
        raise Http404(say("这次核算还没有公示。", "This run has not been made public."))
    every = selectors.public_lines(of)
    if sheets.asked(request):
        masked_lines = ((line, masked(line.person_id)) for line in every.iterator(PAGE))
        return sheets.answer(request, columns.public(of, masked_lines, every.count()))
    standing = ledger.run_of(of.pack)
    units = ledger.units(standing, [of.payer]) if standing else {}
    page = Paginator(every, 200).get_page(request.GET.get("page"))
    shown = {
        "of": of,
        "unit": units.get(of.payer),
        "page": page,
        "lines": [(line, masked(line.person_id)) for line in page],
        "sums": selectors.sums(of),
    }
    return render(request, "pay/public.html", _common() | shown)


@opens(Role.FINANCE)
@require_GET
def bank(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The bank's file."""
    return _file(request, pk, "csv", "text/csv; charset=utf-8")


@opens(SEES_MONEY)
@require_GET
def settlement(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The settlement workbook."""
    return _file(request, pk, "xlsx", XLSX)


@opens(SEES_MONEY)
@require_GET
def paper(request: HttpRequest, pk: int, paper: str, kind: str) -> HttpResponseBase:
    """An official document of a run: its public notice, or its settlement sheet."""
    document = papers.paper_of(_run(pk), paper)
    if document is None or kind not in KINDS:
        raise Http404(say("没有这份文件。", "There is no such document."))
    return answer(request, kind, document, back=reverse("pay:run", args=[pk]), here="pay")


@opens(SEES_MONEY, Role.SUPPLIES)
@require_GET
def funds_page(request: HttpRequest) -> HttpResponseBase:
    """Restricted funds: received, spent, and the share of the front line against its floor."""
    standing = ledger.current_run()
    parameters = in_force(load_pack(standing.pack if standing else services.PACK))
    told = [(FUNDS[fund.fund], fund) for fund in funds.standings(parameters)]
    floor = parameters["fund.party_dues_min_frontline"]
    shown = {"run": standing, "funds": told, "floor": floor, "version": floor.values[-1]}
    return render(request, "pay/funds.html", _common() | shown)


def _common() -> dict[str, Any]:
    return {"here": "pay", "key": uuid.uuid4().hex}


def _run(pk: int) -> PayRun:
    found = selectors.run(pk)
    if found is None:
        raise Http404(say("没有这次核算。", "There is no such run."))
    return found


def _file(request: HttpRequest, pk: int, kind: str, content: str) -> HttpResponseBase:
    of = _run(pk)
    try:
        made = exports.bank_file(of) if kind == "csv" else exports.settlement(of)
    except Refused as error:
        return run(request, pk, error)
    answer = HttpResponse(made, content_type=content)
    answer["Content-Disposition"] = f'attachment; filename="{exports.batch(of)}.{kind}"'
    return answer


def _checks(of: PayRun) -> list[tuple[Any, Any, Any, list[str]]]:
    """Each check in the order of CHECKS: itself, title, meaning, and whom it found in words."""
    found = {check.code: check for check in of.checks.all()}
    people = {one["person_id"] for check in found.values() for one in check.found}
    names = selectors.names(of, sorted(people))
    return [
        (found[code], title, meaning, [_told(code, one, names) for one in found[code].found[:10]])
        for code, (title, meaning) in CHECKS.items()
        if code in found
    ]


def _told(code: str, one: dict[str, Any], names: dict[str, str]) -> str:
    money = ("fen", "of_days", "limit")
    values = {field: yuan(value) if field in money else value for field, value in one.items()}
    who = names.get(one["person_id"]) or one["person_id"]
    before, after = pick(FOUND[code]).format(**values, who="\0").split("\0")
    return say("{b}{w}{a}", "{b}{w}{a}", b=before, a=after, w=name(who))
