"""What the force of a policy's word means, and how sure a text or number is."""

from __future__ import annotations

from nuanxin.policy.text import Text

MEANING: dict[str, Text] = {
    "MUST": Text(
        "“应”是必须办到的义务，不需要本人申请",
        "“Must” is a duty; nobody has to apply for it",
    ),
    "MUST_NOT": Text(
        "“不得”是禁止；做了就是违反，补不回来",
        "“Must not” forbids; once done it is breached and cannot be undone",
    ),
    "NORMALLY": Text(
        "“一般”允许例外，例外要写明原因",
        "“Normally” allows exceptions, each with a reason",
    ),
    "BEST_EFFORT": Text(
        "“尽量”要努力做到，做不到要说明原因",
        "“Best effort” is to be tried; if it fails, say why",
    ),
    "PREFER": Text(
        "“优先”只在其他条件相同时起作用",
        "“Prefer” counts only between equals",
    ),
    "MAY": Text(
        "“可”是可以，不是应当；由有权的人批准",
        "“May” is a possibility, not a debt; somebody in charge approves it",
    ),
    "ORIENT": Text(
        "“注重”只作提示，不产生义务",
        "“Consider” is a hint and makes no debt",
    ),
}

CERTAINTY: dict[str, tuple[int, Text]] = {
    "text": (4, Text("原文", "Policy text")),
    "sourced": (3, Text("有据", "Sourced")),
    "peer": (2, Text("参照外地", "From elsewhere")),
    "unverified": (1, Text("待核实", "To be checked")),
    "default": (1, Text("本系统默认", "Our default")),
}
"""How sure a text or a number is: steps of four, and the word."""
