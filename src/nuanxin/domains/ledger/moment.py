"""One writer of a ledger at a time, and one moment for all that it writes."""

from __future__ import annotations

from django.db import connection


def begin(pack: str) -> None:
    """Wait for the ledger of a pack, then fix the moment of this transaction's writes."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [f"ledger {pack}"])
        cursor.execute("select set_config('nuanxin.ledger_at', clock_timestamp()::text, true)")


def alone(pack: str) -> None:
    """Wait until nobody else evaluates for the pack, until the end of the transaction.

    Deeds do not wait for it, only loads do.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [f"evaluate {pack}"])
