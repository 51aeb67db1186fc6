"""How long one stays signed in, and how often one may try."""

from __future__ import annotations

from datetime import timedelta

IDLE = 30 * 60
"""Seconds without a request after which one is signed out."""
LONGEST = 12 * 60 * 60
"""Seconds after which one is signed out in any case."""
NOTED = 60
"""The time of the last request is written at most this often, in seconds."""
CODE_ASKED = 10 * 60
"""Seconds that a password which fits may wait for its code."""
WINDOW = timedelta(minutes=15)
PER_NAME, PER_ADDRESS = 5, 30
"""How many failed attempts a name, and an address, has in a window."""
