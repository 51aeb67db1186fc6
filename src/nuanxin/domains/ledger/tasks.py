"""Work in the background, as jobs in PostgreSQL: a subject at once, everybody at night."""

from __future__ import annotations

from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

QUEUE = "ledger"
_again = RetryStrategy(max_attempts=5, exponential_wait=2)


@app.task(name="ledger.reevaluate", queue=QUEUE, retry=_again)
def reevaluate(pack: str, subject: str) -> dict[str, int]:
    """Evaluate one subject again and write what differs; how many obligations changed."""
    from nuanxin.domains.ledger.evaluator import evaluator
    from nuanxin.domains.ledger.models import Run
    from nuanxin.domains.ledger.services import load_evaluation

    run = Run.objects.get(pack=pack)
    with evaluator(run).evaluated(run, subject) as done:
        loaded = load_evaluation(done.out, done.facts, pack=pack, reason="facts changed")
    return vars(loaded.changes["ledger_obligation"])


@app.periodic(cron="30 2 * * *", periodic_id="ledger.nightly")
@app.task(name="ledger.nightly", queue=QUEUE, queueing_lock="ledger.nightly", retry=_again)
def nightly(timestamp: int) -> dict[str, Any]:
    """Evaluate everybody; what it finds beyond the small loads of the day is written and told."""
    from nuanxin.domains.ledger.evaluator import evaluator
    from nuanxin.domains.ledger.models import Run
    from nuanxin.domains.ledger.services import load_evaluation

    del timestamp
    found = {}
    for run in Run.objects.all():
        with evaluator(run).evaluated(run, None) as done:
            loaded = load_evaluation(done.out, done.facts, pack=run.pack, reason="nightly run")
        found[run.pack] = vars(loaded.changes["ledger_obligation"])
    return found


def ask(pack: str, subject: str) -> None:
    """Put a subject in the queue, in the caller's transaction; once while it waits there."""
    from django.db import transaction

    try:
        with transaction.atomic():
            reevaluate.configure(queueing_lock=f"{pack} {subject}", lock=f"{pack} {subject}").defer(
                pack=pack, subject=subject
            )
    except AlreadyEnqueued:
        pass
