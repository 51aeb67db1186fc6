"""Search is brought up every minute, as a job."""

from __future__ import annotations

from procrastinate.contrib.django import app

from nuanxin.domains.ledger.tasks import QUEUE


@app.periodic(cron="* * * * *", periodic_id="search.refresh")
@app.task(name="search.refresh", queue=QUEUE, queueing_lock="search.refresh")
def refresh(timestamp: int) -> int:
    """Bring up what changed; how many rows were written."""
    from nuanxin.domains.search.filling import refresh as fill

    del timestamp
    return fill()
