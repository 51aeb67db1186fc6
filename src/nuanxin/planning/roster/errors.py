"""What a user can get wrong."""

from __future__ import annotations


class RosterError(ValueError):
    """A problem or roster that cannot be used; one line that says where, what, and what to do."""
