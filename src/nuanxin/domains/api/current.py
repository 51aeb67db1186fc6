"""The evaluation that stands, and one obligation of it.

Which rows a token sees the database knows (``access/policies``), here as for a page.
"""

from __future__ import annotations

from django.http import Http404

from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.models import Obligation, Run
from nuanxin.domains.wording import say


def standing() -> Run:
    """The evaluation that stands; Http404 while there is none."""
    run = selectors.current_run()
    if run is None:
        raise Http404(say("账本还是空的，请先计算", "The ledger is empty; evaluate first."))
    return run


def obligation(run: Run, obligation_id: str) -> Obligation:
    """One obligation; Http404 when there is none of that number."""
    row = selectors.obligation(run, obligation_id)
    if row is None:
        raise Http404(say("没有义务 {n}", "There is no obligation {n}.", n=obligation_id))
    return row
