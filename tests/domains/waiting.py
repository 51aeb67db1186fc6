"""Seeing that somebody waits for a lock."""

from __future__ import annotations

import time

from django.db import connection


def waits_for(kind: int, patience: float = 5) -> bool:
    """Whether within some seconds somebody waits for an advisory lock of a kind."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute("select 1 from pg_locks where classid = %s and not granted", [kind])
            if cursor.rowcount:
                return True
        time.sleep(0.02)
    return False
