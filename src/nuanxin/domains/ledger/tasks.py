"""Work in the background, as jobs in PostgreSQL: a subject at once, everybody at night."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import JobDeferrer

if TYPE_CHECKING:
    from nuanxin.domains.ledger.models import Run

QUEUE = "ledger"
ROUND = 60
"""Seconds after a change in which further changes wait for one round of everybody."""
_again = RetryStrategy(max_attempts=5, exponential_wait=2)


@app.task(name="ledger.reevaluate", queue=QUEUE, retry=_again)
def reevaluate(pack: str, subject: str) -> dict[str, int]:
    """Evaluate one subject again and write what differs; how many obligations changed."""
    from nuanxin.domains.ledger.evaluator import evaluator
    from nuanxin.domains.ledger.live_facts import LIVE
    from nuanxin.domains.ledger.models import Run
    from nuanxin.domains.ledger.services import load_evaluation

    run = Run.objects.get(pack=pack)
    if run.source == LIVE and not subject.startswith("person:"):
        return _whole(run, "facts changed")  # a unit is compared with all others
    with evaluator(run).evaluated(run, subject) as done:
        loaded = load_evaluation(done.out, done.facts, pack=pack, reason="facts changed")
    return vars(loaded.changes["ledger_obligation"])


@app.periodic(cron="30 2 * * *", periodic_id="ledger.nightly")
@app.task(name="ledger.nightly", queue=QUEUE, queueing_lock="ledger.nightly", retry=_again)
def nightly(timestamp: int) -> dict[str, Any]:
    """Evaluate everybody; what it finds beyond the small loads of the day is written and told."""
    from nuanxin.domains.ledger.models import Run

    del timestamp
    return {run.pack: _whole(run, "nightly run") for run in Run.objects.all()}


@app.task(name="ledger.everybody", queue=QUEUE, retry=_again)
def everybody(pack: str) -> dict[str, int]:
    """Evaluate everybody after facts changed: units, ties and lists follow from many people."""
    from nuanxin.domains.ledger.models import Run

    return _whole(Run.objects.get(pack=pack), "facts changed")


def _whole(run: Run, reason: str) -> dict[str, int]:
    """Evaluate everybody and write what differs; how many obligations changed."""
    from nuanxin.domains.ledger.evaluator import evaluator
    from nuanxin.domains.ledger.services import load_evaluation

    with evaluator(run).evaluated(run, None) as done:
        loaded = load_evaluation(done.out, done.facts, pack=run.pack, reason=reason)
    return vars(loaded.changes["ledger_obligation"])


def ask(pack: str, subject: str) -> None:
    """Put a subject in the queue, in the caller's transaction; once while it waits there."""
    name = f"{pack} {subject}"
    _once(
        reevaluate.configure(queueing_lock=name, lock=name, priority=1), subject=subject, pack=pack
    )


def ask_everybody(pack: str) -> None:
    """Ask for a round of everybody soon, in the caller's transaction; once while one waits."""
    lock = f"{pack} everybody"
    _once(everybody.configure(queueing_lock=lock, schedule_in={"seconds": ROUND}), pack=pack)


def _once(job: JobDeferrer, **told: str) -> None:
    from django.db import transaction

    try:
        with transaction.atomic():
            job.defer(**told)
    except AlreadyEnqueued:
        pass
