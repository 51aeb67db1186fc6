"""The steps that the page of a run offers: what each reads from its form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.http import QueryDict

from nuanxin.domains.actor import Actor
from nuanxin.domains.ledger import selectors as ledger
from nuanxin.domains.pay import services
from nuanxin.domains.pay.models import PayRun
from nuanxin.domains.pay.refused import Refused

Action = Callable[[PayRun, QueryDict, Actor], object]


def today(run: PayRun) -> date:
    """The day it is for the ledger: that of its last evaluation."""
    standing = ledger.run_of(run.pack)
    return standing.as_of if standing else run.as_of


def _key(form: QueryDict) -> str | None:
    return form.get("key") or None


def _hold(run: PayRun, form: QueryDict, by: Actor) -> object:
    """Leave out everybody whom a check that stops has found."""
    failed = run.checks.filter(passed=False, stops=True)
    people = {one["person_id"] for check in failed for one in check.found}
    return services.hold(run.pk, people, by, form.get("reason", ""), key=_key(form))


def _notice(run: PayRun, form: QueryDict, by: Actor) -> object:
    return services.notice(run.pk, by, today(run), key=_key(form))


def _object(run: PayRun, form: QueryDict, by: Actor) -> object:
    return services.object_to(run.pk, form.get("person", "").strip(), by, form.get("reason", ""))


def _answer(run: PayRun, form: QueryDict, by: Actor) -> object:
    number = form.get("objection", "")
    if not number.isdecimal() or not run.objections.filter(pk=number).exists():
        raise Refused("没有这条异议。", "There is no such objection.")
    upheld = form.get("upheld") == "yes"
    return services.answer(int(number), by, upheld=upheld, reason=form.get("reason", ""))


def _approve(run: PayRun, form: QueryDict, by: Actor) -> object:
    return services.approve(run.pk, by, today(run), key=_key(form))


def _settle(run: PayRun, form: QueryDict, by: Actor) -> object:
    reference = form.get("reference", "")
    return services.settle(run.pk, by, today(run), bank_reference=reference, key=_key(form))


ACTIONS: dict[str, Action] = {
    "hold": _hold,
    "notice": _notice,
    "object": _object,
    "answer": _answer,
    "approve": _approve,
    "settle": _settle,
}
