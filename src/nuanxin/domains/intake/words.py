"""What became of rows and cells, in words."""

from __future__ import annotations

from nuanxin.facts import reasons
from nuanxin.facts.dirty import notes
from nuanxin.facts.words import COLUMNS
from nuanxin.policy.text import Text

OUTCOMES: dict[str, tuple[str, Text]] = {
    "refused": ("breached", Text("放一边", "Refused")),
    "changed": ("planned", Text("改正", "Corrected")),
    "new": ("met", Text("新增", "New")),
    "same": ("none", Text("已有，不变", "There already")),
}
"""Outcome of a row: the mark that it shares with a state, and its word."""

STATES: dict[str, Text] = {
    "waiting": Text("等候", "Waiting"),
    "reading": Text("正在读", "Being read"),
    "read": Text("读完，还没有写入", "Read, nothing written yet"),
    "writing": Text("正在写入", "Being written"),
    "written": Text("已写入", "Written"),
    "stopped": Text("已停下，没有写入", "Stopped, nothing written"),
    "failed": Text("读不了，没有写入", "Could not be read, nothing written"),
    "broken": Text("中断了，没有写入", "Broken off, nothing written"),
}

TOLD = (notes.CLASH_ATTENDANCE, notes.CLASH_SPELLS, notes.OTHER_NAME)
"""Reasons whose value is not the cell's own but what it meets."""


def reason_words(column: str, value: str, reason: str) -> Text:
    """Why a row or cell cannot stand, with its column and value."""
    zh = reasons.CHINESE.get(reason) or notes.CHINESE.get(reason) or reason
    if reason in TOLD:
        return Text(f"{zh}（{value}）", f"{reason} ({value})")
    named = COLUMNS.get(column, Text(column, column))
    told = f"“{value}”" if value else ""
    return Text(f"{named.zh}{told}：{zh}", f"{' '.join(filter(None, (named.en, told)))}: {reason}")
