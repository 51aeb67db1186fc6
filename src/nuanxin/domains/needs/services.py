"""All writes of needs; what follows from them for the obligations is written as facts.

A wish for a ride sets the person's ``needs_transport`` (M11-2), a need of the family is a
delivery of M12-4 with quantity 0 that the family's own word settles, and an offer of counselling
is a delivery of M11-3. The person is evaluated again each time.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from nuanxin.domains.access.scope import everywhere
from nuanxin.domains.actor import Actor
from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.changes.services import record
from nuanxin.domains.ledger import tasks
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.services import record_delivery
from nuanxin.domains.needs.models import Need, Step
from nuanxin.domains.needs.words import ENDED, KINDS, OPEN, STEPS, WITHOUT_WORDS
from nuanxin.domains.people.models import Person

MOST_OPEN = 20
"""A person has at most so many needs open at once."""
ARRANGED = {"transport": "M11-2", "counselling": "M11-3"}
"""The provision that an arrangement delivers."""
ANSWERS = ("arranged", "corrected", "upheld")


@dataclass(frozen=True)
class Asked:
    """What is asked for: whose, what, in which words, about which fact."""

    person_id: str
    kind: str
    words: str = ""
    about: str = ""
    by_family: bool = False


@transaction.atomic
def ask(wish: Asked, by: Actor, run: Run, *, key: str | None = None) -> Need:
    """Ask for something once for its ``key``; Refusal says what is missing."""
    with everywhere():  # one request of a person at a time
        person = Person.objects.select_for_update().filter(pk=wish.person_id).first()
    if person is None:
        raise Refusal("没有登记这个人", "this person is not on record")
    done = Need.objects.filter(key=key).first() if key else None
    if done is not None:
        return done
    _check(wish)
    need = Need.objects.create(
        person_id=person.pk,
        unit_id=person.unit_id,
        kind=wish.kind,
        words="" if wish.kind in WITHOUT_WORDS else wish.words.strip(),
        about=wish.about,
        by_family=wish.by_family,
        asked_on=run.as_of,
        key=key,
    )
    Step.objects.create(need=need, kind="asked", by=by.id, role=by.role)
    if wish.kind == "transport":
        fact = {"person_id": person.pk, "needs_transport": True}
        with everywhere():  # the one column of their record that a worker sets
            record("people", fact, who=by.id, why="本人提出需要用车")
    if wish.kind == "family":
        _deliver(need, run, by, "M12-4", Decimal(0), "asked")
    tasks.ask(run.pack, f"person:{person.pk}")
    return need


def answer(number: int, kind: str, by: Actor, run: Run, *, words: str) -> Need:
    """The unit arranges what was asked for, or says that a record was corrected or stands.

    The same answer again changes nothing; Refusal when it has ended or does not fit.
    """
    with transaction.atomic():
        need = Need.objects.select_for_update().get(pk=number)
        if need.state == kind:
            return need
        fits = (kind != "arranged") == (need.kind == "correction")
        if kind not in ANSWERS or not fits or need.state not in OPEN:
            raise Refusal("这一件已经答复过了", "this has been answered already")
        if not words.strip():
            raise Refusal("请写明怎么办", "say what is being done")
        _step(need, kind, by, words)
        if provision := ARRANGED.get(need.kind):
            _deliver(need, run, by, provision, None, "arranged")
        tasks.ask(run.pack, f"person:{need.person_id}")
        return need


def settle(number: int, by: Actor, run: Run, *, solved: bool, words: str = "") -> Need:
    """The one who asked says that it is solved, or not; only they can."""
    with transaction.atomic():
        need = Need.objects.select_for_update().get(pk=number)
        kind = "solved" if solved else "unsolved"
        if need.state == kind:
            return need
        if need.state in ENDED:
            raise Refusal("这一件已经办结", "this has ended")
        _step(need, kind, by, words)
        if solved and need.kind == "family":
            _deliver(need, run, by, "M12-4", Decimal(1), "solved")
        tasks.ask(run.pack, f"person:{need.person_id}")
        return need


def withdraw(number: int, by: Actor) -> Need:
    """The one who asked no longer asks; what was recorded as a fact stays in its history."""
    with transaction.atomic():
        need = Need.objects.select_for_update().get(pk=number)
        if need.state not in ENDED:
            _step(need, "withdrawn", by, "")
        return need


def _check(wish: Asked) -> None:
    if wish.kind not in KINDS:
        raise Refusal("没有这一种请求", "there is no such request")
    if wish.kind in ("family", "correction") and not wish.words.strip():
        raise Refusal("请写一句是什么事", "say in a sentence what it is")
    if len(wish.words) > 500:
        raise Refusal("请写在 500 字以内", "keep it within 500 characters")
    open_now = Need.objects.filter(person_id=wish.person_id).exclude(state__in=ENDED)
    if open_now.count() >= MOST_OPEN:
        raise Refusal(
            f"还有 {MOST_OPEN} 件没有办结，请先等答复", f"{MOST_OPEN} are still open; wait for them"
        )


def _step(need: Need, kind: str, by: Actor, words: str) -> None:
    Step.objects.create(need=need, kind=kind, by=by.id, role=by.role, words=words.strip()[:500])
    need.state = kind
    need.save(update_fields=["state"])


def _deliver(
    need: Need, run: Run, by: Actor, provision: str, quantity: Decimal | None, what: str
) -> None:
    """Write the fact; a settling word is about the day on which it was asked."""
    record_delivery(
        f"NEED-{need.pk}-{what}",
        by,
        f"{KINDS[need.kind].zh}：{STEPS[what].zh}",  # never the words themselves
        provision=provision,
        subject_id=need.person_id,
        on_date=run.as_of,
        quantity=quantity,
        period_start=need.asked_on if what == "solved" else None,
    )
