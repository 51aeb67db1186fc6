"""All writes of rule changes: drafting, deciding, and asking for previews and recomputations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from django.db import transaction
from django.utils import timezone

from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.ledger.selectors import run_of
from nuanxin.domains.rules.models import NewValue, Proposal, Step, Work
from nuanxin.domains.rules.reading import read_value
from nuanxin.domains.rules.standing import added, in_force
from nuanxin.packs import load_pack


@transaction.atomic
def draft(pack: str, reason: str, by: Actor) -> Proposal:
    """Begin a change."""
    made = Proposal.objects.create(pack=pack, reason=_said(reason), made_by=by.id)
    _step(made, "draft", by, reason)
    return made


def propose(pack: str, form: Mapping[str, str], by: Actor, number: int | None = None) -> int:
    """Put a value into a draft of one's own (``number``) or a fresh one, and have it previewed."""
    with transaction.atomic():
        if number is None:
            number = draft(pack, form.get("reason", ""), by).pk
        set_value(number, form, by)
    preview(number, by)
    return number


def set_value(number: int, form: Mapping[str, str], by: Actor) -> NewValue:
    """Put a parameter's new value into a draft, in place of one that begins on the same day.

    Refusal says which field cannot stand, or that the value would count on no day.
    """
    with _changing(number, ("draft",), by, own=True) as proposal:
        pack = load_pack(proposal.pack)
        standing = in_force(pack)
        new = read_value(standing, form)
        run = run_of(proposal.pack)
        if run is not None and new.known > run.as_of:
            raise Refusal(
                f"公布日期不能晚于账本的日期 {run.as_of}；公布以后再提出",
                f"the ledger stands at {run.as_of}: propose it when it has been published",
            )
        proposal.values.filter(key=new.key, start=new.start).delete()
        new.proposal = proposal
        _takes_effect(
            added(standing, [*proposal.values.all(), new])[new.key].version(new.start), new
        )
        new.save()
        proposal.works.all().delete()
        return new


def drop_value(number: int, value: str, by: Actor) -> None:
    """Take a value out of a draft."""
    with _changing(number, ("draft",), by, own=True) as proposal:
        proposal.values.filter(pk=int(value) if value.isdecimal() else 0).delete()
        proposal.works.all().delete()


def send(number: int, by: Actor) -> Proposal:
    """Hand a draft over for approval; it has to have been previewed as it stands."""
    with _changing(number, ("draft",), by, own=True) as proposal:
        _previewed(proposal)
        return _to(proposal, "proposed", by, "")


def withdraw(number: int, by: Actor, reason: str) -> Proposal:
    """Take back what is not decided yet."""
    with _changing(number, ("draft", "proposed"), by, own=True) as proposal:
        proposal.works.filter(state__in=("waiting", "running")).update(stop_asked=True)
        return _to(proposal, "withdrawn", by, _said(reason))


def decline(number: int, by: Actor, reason: str) -> Proposal:
    """Say no; somebody else than the proposer does, with a reason."""
    with _changing(number, ("proposed",), by, own=False) as proposal:
        return _to(proposal, "declined", by, _said(reason))


def approve(number: int, by: Actor, reason: str = "") -> Proposal:
    """Put a change in force and ask for the recomputation.

    Never by the proposer, nor by somebody whom it gives more.
    """
    with _changing(number, ("proposed",), by, own=False) as proposal:
        found = _previewed(proposal).found
        if by.person_id and by.person_id in found.get("gainers", ()):
            raise Refusal(
                "批准人会因此多领，须由别人批准",
                "it would give the approver more; somebody else must",
            )
        approved = _to(proposal, "approved", by, reason)
        ask(approved, "recompute", by)
        return approved


def ask(proposal: Proposal, kind: str, by: Actor) -> Work:
    """Put a preview or a recomputation into the queue; the one that is open, if there is one."""
    from nuanxin.domains.rules.computing import begin
    from nuanxin.domains.rules.tasks import do

    with transaction.atomic():
        Proposal.objects.select_for_update().get(pk=proposal.pk)
        standing = proposal.works.filter(kind=kind, state__in=("waiting", "running")).first()
        if standing is not None:
            return standing
        work = Work.objects.create(proposal=proposal, kind=kind, asked_by=by.id)
        do.configure(lock=f"rules {proposal.pack}").defer(work=work.pk)
        transaction.on_commit(lambda: begin(work.pk))
        return work


def preview(number: int, by: Actor) -> Work:
    """Ask what a change would come to; anybody who sees the page may."""
    proposal = _of(number)
    if proposal.state not in ("draft", "proposed") or not proposal.values.exists():
        raise Refusal("先写上要改的参数", "first write what is to change")
    return ask(proposal, "preview", by)


def recompute(number: int, by: Actor) -> Work:
    """Compute the ledger again after an approval whose recomputation was stopped or failed."""
    proposal = _of(number)
    if proposal.state != "approved":
        raise Refusal("还没有批准", "it has not been approved")
    _step(proposal, "recompute", by, "")
    return ask(proposal, "recompute", by)


def stop(number: int, by: Actor) -> None:
    """Stop whatever is computed for a proposal; the ledger stays as it is."""
    from nuanxin.domains.rules.computing import is_alive

    proposal = _of(number)
    works = list(proposal.works.filter(state__in=("waiting", "running")))
    for work in works:
        Work.objects.filter(pk=work.pk).update(stop_asked=True)
        if work.state == "waiting" or not is_alive(work):
            Work.objects.filter(pk=work.pk).update(state="stopped", ended_at=timezone.now())
    if works:
        _step(proposal, "stop", by, "")


def _of(number: int) -> Proposal:
    found = Proposal.objects.filter(pk=number).first()
    if found is None:
        raise Refusal("没有这个提议", "there is no such proposal")
    return found


@contextmanager
def _changing(number: int, states: tuple[str, ...], by: Actor, *, own: bool) -> Iterator[Proposal]:
    with transaction.atomic():
        found = Proposal.objects.select_for_update().filter(pk=number).first()
        if found is None:
            raise Refusal("没有这个提议", "there is no such proposal")
        if found.state not in states:
            raise Refusal(
                "这个提议已经到了别的一步，请重新打开页面", "it has moved on; open the page again"
            )
        if own != (found.made_by == by.id):
            raise (
                Refusal("只有提议人可以", "only the proposer may")
                if own
                else Refusal(
                    "提议人不能批准自己的提议，请换一位",
                    "the proposer cannot decide their own proposal",
                )
            )
        yield found


def _to(proposal: Proposal, state: str, by: Actor, reason: str) -> Proposal:
    proposal.state = state
    if state not in ("draft", "proposed"):
        proposal.decided_by, proposal.decided_at = by.id, timezone.now()
    proposal.save(update_fields=["state", "decided_by", "decided_at"])
    _step(proposal, state, by, reason)
    return proposal


def _previewed(proposal: Proposal) -> Work:
    done = proposal.works.filter(kind="preview", state="done").order_by("-pk").first()
    if done is None:
        raise Refusal("先预览，看清谁多谁少", "preview it first: see who gains and who loses")
    return done


def _takes_effect(version: object, new: NewValue) -> None:
    known: date | None = getattr(version, "known", None)
    if known is not None and (known, getattr(version, "start", None)) != (new.known, new.start):
        raise Refusal(
            f"这样改不起作用：{known} 公布的版本也管 {new.start} 这一天，而且公布得更晚",
            f"no effect: a version published on {known} covers {new.start} and is newer",
        )


def _said(reason: str) -> str:
    told = reason.strip()[:500]
    if not told:
        raise Refusal("请写明为什么", "say why")
    return told


def _step(proposal: Proposal, kind: str, by: Actor, reason: str) -> None:
    Step.objects.create(
        proposal=proposal, kind=kind, by=by.id, role=by.role, reason=reason.strip()[:500]
    )
