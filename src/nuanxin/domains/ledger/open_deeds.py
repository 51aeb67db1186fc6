"""What a page offers to do about an obligation, and what was done, in words."""

from __future__ import annotations

import uuid
from typing import Any

from nuanxin.domains.ledger import history
from nuanxin.domains.ledger.deeds import WAIVABLE
from nuanxin.domains.ledger.models import Obligation, Run
from nuanxin.policy.pack import Pack
from nuanxin.policy.text import Text

WORDS: dict[str, Text] = {
    "plan": Text("安排", "Plan"),
    "deliver": Text("登记兑现", "Record a delivery"),
    "waive": Text("本人放弃", "Waive"),
    "propose": Text("提出", "Propose"),
    "approve": Text("批准", "Approved"),
    "decline": Text("不批准", "Declined"),
    "decide": Text("审批", "Decide"),
    "dispute": Text("这不对", "This is not right"),
    "correct": Text("已更正", "Corrected"),
    "uphold": Text("事实无误", "It stands"),
}
REASON, EVIDENCE = Text("原因", "Reason"), Text("凭据", "Evidence")
PLANNED, DONE, FROM = (
    Text("安排在哪天", "On which day"),
    Text("哪天", "When"),
    Text("自哪天", "From"),
)
DELIVERABLE = ("owed", "planned", "overdue", "available", "proposed", "approved", "unknown")

Offered = tuple[str, Text, Text, Text | None]
"""Kind, title, label of the reason, and label of the day when it needs one."""


def offered(row: Obligation, pack: Pack) -> list[Offered]:
    """What can be done about an obligation as it stands."""
    found: list[Offered] = []
    if row.state in ("owed", "planned"):
        found.append(("plan", WORDS["plan"], REASON, PLANNED))
    if row.state in DELIVERABLE and row.provision != "M09-1":
        found.append(("deliver", WORDS["deliver"], EVIDENCE, DONE))
    if row.state in ("available", "declined"):
        found.append(("propose", WORDS["propose"], REASON, None))
    if row.state == "proposed":
        found.append(("decide", WORDS["decide"], REASON, None))
    is_own = row.subject_kind == "person" and row.provision not in pack.unwaivable
    if row.state in WAIVABLE and is_own:
        found.append(("waive", WORDS["waive"], REASON, FROM))
    found.append(("dispute", WORDS["dispute"], Text("哪里不对", "What is not right"), None))
    return found


def shown(run: Run, row: Obligation, pack: Pack) -> dict[str, Any]:
    """What the card on the obligation's page needs."""
    deeds = history.deeds(run, row.pk)
    answered = {deed.answers_id for deed in deeds}
    return {
        "deeds_open": offered(row, pack),
        "deeds": [
            (deed, WORDS[deed.kind], deed.kind == "dispute" and deed.pk not in answered)
            for deed in deeds
        ],
        "versions": history.versions_of(row),
        "deed_key": uuid.uuid4().hex,
    }
