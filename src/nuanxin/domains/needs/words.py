"""What can be asked for, and what happens to it, in words."""

from __future__ import annotations

from nuanxin.policy.text import Text

KINDS: dict[str, Text] = {
    "transport": Text("用车", "A ride"),
    "counselling": Text("找人聊聊", "Someone to talk to"),
    "rest": Text("休息", "Rest"),
    "family": Text("家里有难处", "Help at home"),
    "correction": Text("更正一条记录", "A record to be corrected"),
}
"""What can be asked for."""

OF_WORKERS = ("transport", "counselling", "rest", "family")
"""What a worker asks for; a correction begins at the fact that is wrong."""
WITHOUT_WORDS = ("counselling",)
"""Of counselling only the offer is recorded, never what it is about (M11-3)."""

STEPS: dict[str, Text] = {
    "asked": Text("已提出", "Asked"),
    "arranged": Text("已安排", "Arranged"),
    "corrected": Text("已更正", "Corrected"),
    "upheld": Text("记录无误", "The record stands"),
    "solved": Text("已解决", "Solved"),
    "unsolved": Text("还没解决", "Not solved yet"),
    "withdrawn": Text("已撤回", "Withdrawn"),
}
"""What happens to a need; its state is the last step."""

OPEN = ("asked", "unsolved")
"""The states in which the unit has something to do."""
ENDED = ("solved", "corrected", "upheld", "withdrawn")

FAMILY = {
    "asked": "owed",
    "unsolved": "overdue",
    "arranged": "planned",
    "corrected": "met",
    "upheld": "excepted",
    "solved": "met",
    "withdrawn": "excepted",
}
"""The mark and colour of each state."""
