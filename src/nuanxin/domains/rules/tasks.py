"""Previews and recomputations as jobs in PostgreSQL."""

from __future__ import annotations

from procrastinate.contrib.django import app

from nuanxin.domains.ledger.tasks import QUEUE


@app.task(name="rules.do", queue=QUEUE)
def do(work: int) -> None:
    """Do what waits for a proposal."""
    from nuanxin.domains.rules.computing import do as compute

    compute(work)
