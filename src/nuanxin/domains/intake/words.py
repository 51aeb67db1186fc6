"""What became of rows and cells, in words."""

from __future__ import annotations

from nuanxin.facts import reasons
from nuanxin.facts.dirty import notes
from nuanxin.facts.errors import FactsError
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
        zh_met, en_met = (f"（{value}）", f" ({value})") if value else ("", "")
        return Text(zh + zh_met, reason + en_met)
    named = COLUMNS.get(column, Text(column, column))
    told = f"“{value}”" if value else ""
    return Text(f"{named.zh}{told}：{zh}", f"{' '.join(filter(None, (named.en, told)))}: {reason}")


_TROUBLES = (
    ("is not a sound workbook", "不是完好的工作簿；请另存一份再交"),
    ("unpacks to", "解开后太大；请清掉空的部分，或存成文本表再交"),
    ("reaches over", "空的格子太多；请清掉空的部分，或存成文本表再交"),
    ("is locked by a password", "设了密码；请去掉密码再存"),
    ("is no kind of file", "不是我们能读的文件"),
    ("unknown encoding", "文字编码认不出；请存成国标或万国码再交"),
    ("is no text", "不是文本表"),
    ("is larger than", "文件太大；请分成几份"),
    ("is named after no table", "文件名不是任何一张表的名字"),
)


def file_trouble(error: FactsError) -> Text:
    """Why a file cannot be read, in both languages, without its name."""
    en = str(error).partition(": ")[2] or str(error)
    zh = next((zh for part, zh in _TROUBLES if part in en), "读不了；请另存一份再交")
    return Text(zh, en)
