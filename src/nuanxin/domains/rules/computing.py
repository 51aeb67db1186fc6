"""What is computed for a proposal: the preview of it, and the ledger again after its approval.

Progress is written beside the running transaction, so that the page sees it at once; the same
write brings back whether somebody asked to stop.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict

from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from nuanxin.domains import locks
from nuanxin.domains.access.models import Account
from nuanxin.domains.ledger.evaluator import NoSource, evaluator, read_facts_of, working
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.services import load_evaluation
from nuanxin.domains.rules import spread
from nuanxin.domains.rules.models import Proposal, Work
from nuanxin.domains.rules.standing import added, in_force
from nuanxin.packs import load_pack
from nuanxin.policy import compare
from nuanxin.policy import evaluate as policy
from nuanxin.policy.balance import balance, written
from nuanxin.policy.evaluate import Progress
from nuanxin.policy.reach import provisions_reading

log = logging.getLogger(__name__)


class Stopped(Exception):
    """Somebody asked to stop."""


def do(number: int) -> None:
    """Do a work that waits; what it came to, or why it failed, stands in its row.

    Whoever takes it first does it, and holds an advisory lock for as long as they live.
    """
    if not Work.objects.filter(pk=number, state="waiting").update(state="running"):
        return
    work = Work.objects.select_related("proposal").get(pk=number)
    try:
        with (
            closing(connections.create_connection("default")) as side,
            locks.held(locks.RULES_WORK, work.pk, side),
        ):
            side.inc_thread_sharing()
            tell = _teller(work, side)
            tell("", 0.0)
            found = _preview(work.proposal, tell) if work.kind == "preview" else _again(work, tell)
    except Stopped:
        _end(work, "stopped")
    except NoSource as error:
        _end(work, "failed", failure=str(error))
    except Exception as error:
        _end(work, "failed", failure=f"{type(error).__name__}")
        raise
    else:
        _end(work, "done", found=found)


def is_alive(work: Work) -> bool:
    """Whether somebody computes it: a killed process loses its lock."""
    return locks.is_held(locks.RULES_WORK, work.pk)


def begin(number: int) -> None:
    """Do a work in a thread of this process, when no worker of its own waits for jobs."""
    if not _has_worker():
        threading.Thread(target=_in_thread, args=(number,), daemon=True).start()


def _has_worker() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "select from procrastinate_workers"
            " where last_heartbeat > now() - interval '30 seconds' limit 1"
        )
        return bool(cursor.rowcount)


def _in_thread(number: int) -> None:
    try:
        do(number)
    except Exception:
        log.exception("work %s", number)
    finally:
        connections.close_all()


def _preview(proposal: Proposal, tell: Progress) -> dict[str, object]:
    """Both rules over the same facts: the balance, how it is spread, and who with an account
    would gain. Nothing is written."""
    run = Run.objects.get(pack=proposal.pack)
    with _compared(run, proposal, tell) as (before, after, engine):
        accounts = Account.objects.exclude(person_id="").values_list("person_id", flat=True)
        return {
            "as_of": run.as_of.isoformat(),
            "balance": balance(before, after, engine),
            **spread.spread(engine),
            "gainers": spread.gainers(engine, list(accounts)),
        }


@contextmanager
def _compared(
    run: Run, proposal: Proposal, tell: Progress
) -> Iterator[tuple[policy.Run, policy.Run, spread.Open]]:
    pack = load_pack(run.pack)
    standing = in_force(pack)
    tried = added(standing, proposal.values.order_by("pk"))
    with working() as (_, engine):
        tell("reading facts", 0.0)
        absent = frozenset(read_facts_of(run, engine, run.as_of).absent_tables) - {
            "deliveries",
            "waivers",
        }
        only = provisions_reading(pack, compare.changed_keys(standing, tried))
        before, after = (
            policy.Run(pack, run.as_of, rules, absent, with_criteria=False, provisions=only)
            for rules in (standing, tried)
        )
        compare.compare(before, after, engine, tell)
        yield before, after, engine


def _again(work: Work, tell: Progress) -> dict[str, object]:
    """Evaluate the provisions that the change can touch by the rules in force, and load them."""
    proposal = work.proposal
    run = Run.objects.get(pack=proposal.pack)
    pack = load_pack(run.pack)
    keys = [one.key for one in proposal.values.all()]
    only = provisions_reading(pack, keys)
    asked = evaluator(run, provisions=only, on_progress=tell)
    with asked.evaluated(run, None) as done, transaction.atomic():
        tell("writing", 0.95)
        loaded = load_evaluation(
            done.out,
            done.facts,
            pack=run.pack,
            by=proposal.decided_by or "",
            reason=f"#{proposal.pk} {proposal.reason}",
        )
        _pin(run.pk, proposal, keys)
    return asdict(loaded.changes["ledger_obligation"])


def _pin(number: int, proposal: Proposal, keys: list[str]) -> None:
    """Write the values that the ledger now stands on beside its other parameters."""
    run = Run.objects.select_for_update().get(pk=number)
    standing = in_force(load_pack(proposal.pack))
    run.parameters |= {key: written(standing.value(key, run.as_of)) for key in keys}
    run.save(update_fields=["parameters"])


def _teller(work: Work, side: BaseDatabaseWrapper) -> Progress:
    def tell(step: str, share: float) -> None:
        with side.cursor() as cursor:
            cursor.execute(
                "update rules_work set state = 'running', step = %s, share = %s where id = %s"
                " and state in ('waiting', 'running') returning stop_asked",
                [step[:200], int(share * 100), work.pk],
            )
            row = cursor.fetchone()
        if row is not None and row[0]:
            raise Stopped

    return tell


def _end(work: Work, state: str, **more: object) -> None:
    Work.objects.filter(pk=work.pk).update(
        state=state, ended_at=timezone.now(), share=100 if state == "done" else work.share, **more
    )
