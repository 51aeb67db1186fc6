"""What makes the facts as a whole unusable."""

from __future__ import annotations


class FactsError(Exception):
    """The facts cannot be read at all; the text is one line: where, what, and what to do."""

    def __init__(self, where: str, what: str, mend: str) -> None:
        super().__init__(" ".join(f"{where}: {what}; {mend}".split()))
