"""The seven forces of a policy's words, as people see them."""

from __future__ import annotations

from nuanxin.domains.wording import Words

MODALITY: dict[str, Words] = {
    "MUST": Words("应", "must"),
    "MUST_NOT": Words("不得", "must not"),
    "NORMALLY": Words("一般", "normally"),
    "BEST_EFFORT": Words("尽量", "best effort"),
    "PREFER": Words("优先", "prefer"),
    "MAY": Words("可", "may"),
    "ORIENT": Words("注重", "consider"),
}

MEANING: dict[str, Words] = {
    "MUST": Words(
        "“应”是必须办到的义务，不需要本人申请",
        "“Must” is a duty; nobody has to apply for it",
    ),
    "MUST_NOT": Words(
        "“不得”是禁止；做了就是违反，补不回来",
        "“Must not” forbids; once done it is breached and cannot be undone",
    ),
    "NORMALLY": Words(
        "“一般”允许例外，例外要写明原因",
        "“Normally” allows exceptions, each with a reason",
    ),
    "BEST_EFFORT": Words(
        "“尽量”要努力做到，做不到要说明原因",
        "“Best effort” is to be tried; if it fails, say why",
    ),
    "PREFER": Words(
        "“优先”只在其他条件相同时起作用",
        "“Prefer” counts only between equals",
    ),
    "MAY": Words(
        "“可”是可以，不是应当；由有权的人批准",
        "“May” is a possibility, not a debt; somebody in charge approves it",
    ),
    "ORIENT": Words(
        "“注重”只作提示，不产生义务",
        "“Consider” is a hint and makes no debt",
    ),
}

CERTAINTY: dict[str, tuple[int, Words]] = {
    "text": (4, Words("原文", "Policy text")),
    "sourced": (3, Words("有据", "Sourced")),
    "peer": (2, Words("参照外地", "From elsewhere")),
    "unverified": (1, Words("待核实", "To be checked")),
    "default": (1, Words("本系统默认", "Our default")),
}
"""How sure a text or a number is: steps of four, and the word."""
