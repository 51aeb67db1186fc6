"""Numbers of people as a public list may show them."""

from __future__ import annotations

SHOWN = 4


def masked(number: str) -> str:
    """The end of a number, the rest hidden: P00000032 is *****0032. Short ones keep half."""
    shown = min(SHOWN, len(number) // 2)
    return "*" * (len(number) - shown) + number[len(number) - shown :]
