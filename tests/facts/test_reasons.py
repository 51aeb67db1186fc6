"""Every reason has its Chinese."""

from __future__ import annotations

from nuanxin.facts import reasons


def test_every_reason_has_a_chinese_text() -> None:
    named = {
        value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)
    }
    assert named | set(reasons.UNREADABLE.values()) == set(reasons.CHINESE)
    assert all(text and not text.isascii() for text in reasons.CHINESE.values())
