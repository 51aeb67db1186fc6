"""“This is wrong”: about an obligation, about a record, and a shift that is missing."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.duty.services import declare_attendance
from nuanxin.domains.ledger import services as ledger
from nuanxin.domains.ledger.deeds import DeedRefused, Named
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.mine import selectors
from nuanxin.domains.mine.pages import own
from nuanxin.domains.mine.rights import title_of
from nuanxin.domains.needs import services as needs
from nuanxin.domains.wording import pick, say
from nuanxin.packs import load_pack
from nuanxin.policy.text import Text

RECORDS: dict[str, Text] = {
    "shift": Text("班次", "A shift"),
    "annual": Text("年休假", "Annual leave"),
    "work_start": Text("参加工作的日期", "The day you began to work"),
    "insurance": Text("保险", "Insurance"),
    "child": Text("孩子的登记", "The record of your child"),
    "contact": Text("家庭联系人", "Your family's contact"),
    "person": Text("个人登记", "Your record"),
}
"""Records that no obligation stands for, in words."""


@require_http_methods(["GET", "HEAD", "POST"])
@own
def obligation(request: HttpRequest, run: Run, actor: Actor, number: str) -> HttpResponse:
    """Dispute an obligation of mine; the unit answers in its inbox."""
    row = selectors.own_obligation(run, actor.person_id, number)
    if row is None:
        raise Http404(say("你名下没有这一项。", "There is no such item of yours."))
    title = title_of(row.provision, load_pack(run.pack))
    shown: dict[str, Any] = {"title": title, "row": row}
    told = request.POST.get("words", "").replace("\0", "")[:500]
    if request.method != "POST":
        return _form(request, shown)
    try:
        ledger.dispute(Named(run.pack, number), actor, told, key=request.POST.get("key") or None)
    except DeedRefused as refusal:
        return _form(request, shown | {"failure": pick(refusal.text), "told": told}, 422)
    return redirect(reverse("mine:me") + "#answers")


@require_http_methods(["GET", "HEAD", "POST"])
@own
def fact(request: HttpRequest, run: Run, actor: Actor) -> HttpResponse:
    """Say that a record is wrong which no obligation stands for."""
    about = request.POST.get("about") or request.GET.get("about", "")
    kind, _, key = about.replace("\0", "")[:120].partition(":")
    if kind not in RECORDS:
        raise Http404(say("没有这一种记录。", "There is no such record."))
    shown: dict[str, Any] = {"title": RECORDS[kind], "about": about, "which": key}
    if request.method != "POST":
        return _form(request, shown)
    told = request.POST.get("words", "").replace("\0", "")
    wish = needs.Asked(actor.person_id, "correction", told, about)
    try:
        needs.ask(wish, actor, run, key=request.POST.get("key") or None)
    except Refusal as refusal:
        return _form(request, shown | {"failure": pick(refusal.text), "told": told}, 422)
    return redirect(reverse("mine:me") + "#help")


@require_http_methods(["GET", "HEAD", "POST"])
@own
def shift(request: HttpRequest, run: Run, actor: Actor) -> HttpResponse:
    """Declare a shift that is missing; it counts when the unit has confirmed it."""
    posts = selectors.posts(actor.person_id, run.as_of)
    form = request.POST
    shown: dict[str, Any] = {
        "here": "mine",
        "posts": posts,
        "run": run,
        "told": form,
        "key": form.get("key") or uuid.uuid4().hex,
    }
    if request.method != "POST":
        return render(request, "mine/missing_shift.html", shown)
    try:
        start, end = _hours(form.get("on", ""), form.get("start", ""), form.get("end", ""))
        if form.get("post") not in {post.pk for post in posts}:
            raise Refusal("请选一个岗位", "choose a post")
        if start.date() > run.as_of:
            raise Refusal("只能补报已经上过的班", "only a shift that was worked can be declared")
        number = f"OWN-{uuid.UUID(shown['key']).hex}"
        declare_attendance(
            number, actor.person_id, form["post"], start, end, who=actor.id, why="本人补报"
        )
    except (Refusal, ValueError) as refusal:
        said = refusal.text if isinstance(refusal, Refusal) else _UNREADABLE
        return render(
            request, "mine/missing_shift.html", shown | {"failure": pick(said)}, status=422
        )
    return redirect(reverse("mine:me") + "#today")


_UNREADABLE = Text("请写日期和上下班时间，如 08:00", "Give the day and the times, as 08:00")


def _hours(day: str, start: str, end: str) -> tuple[datetime, datetime]:
    """Local times; an end at or before the start is on the next day. ValueError when unreadable."""
    on = date.fromisoformat(day)
    first, last = (datetime.fromisoformat(f"{on}T{time}") for time in (start, end))
    return first, last if last > first else last + timedelta(days=1)


def _form(request: HttpRequest, shown: dict[str, Any], status: int = 200) -> HttpResponse:
    told = {"here": "mine", "key": uuid.uuid4().hex} | shown
    return render(request, "mine/wrong.html", told, status=status)
