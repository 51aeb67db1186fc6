"""What goes wrong with keys and seals."""

from __future__ import annotations


class KeyTrouble(RuntimeError):
    """Keys or seals that cannot be read; the message says which, and what to do."""
