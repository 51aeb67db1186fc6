"""What money services refuse, in both languages."""

from __future__ import annotations

from nuanxin.policy.text import Text


class Refused(ValueError):
    """What was asked cannot be done; ``text`` says why and what to do. Nothing was written."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh, en)
