"""The cover of an evidence package: what an obligation rests on, each fact with a digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import override

from nuanxin.domains.board import fact_words
from nuanxin.domains.board.reasons import Ref
from nuanxin.domains.board.why import Why
from nuanxin.domains.documents.content import Attachment, Document, Table
from nuanxin.domains.ledger import selectors
from nuanxin.domains.ledger.models import Fact, Run
from nuanxin.domains.wording import quantity
from nuanxin.policy.modality import State

SHOWN = 16
"""Characters of a digest on the cover: enough to see that a fact is another one."""


def cover(run: Run, why: Why) -> Document:
    """The cover: the obligation, the rule, and a catalogue of its facts in order."""
    row, entry = why.row, why.entry
    with override("zh-hans"):
        owed = quantity(row.quantity, row.quantity_unit or "") if row.quantity is not None else "–"
        done = quantity(row.quantity_met or 0, row.quantity_unit or "")
        facts = [link for reason in why.reasons for link in (*reason.facts, *reason.more)]
        refs = list(dict.fromkeys((link.table, link.key) for link in facts))
        known = selectors.facts(run, refs)
        rows = [_catalogued(n, ref, known.get(ref)) for n, ref in enumerate(refs, 1)]
        period = f"{row.period_start or '–'} 至 {row.period_end or '未结束'}"
        about = [
            ("义务", f"{entry.reference} {entry.title.zh}"),
            ("依据", entry.citation.zh),
            ("对象", f"{why.who}（{row.subject_id}）" if why.who != row.subject_id else why.who),
            ("负责单位", why.owner.name if why.owner else "还不知道"),
            ("期间", period),
            ("状态", f"{State(row.state).text.zh}（截至{run.as_of}）"),
            ("应兑现 / 已兑现", f"{owed} / {done}" if row.quantity_met is not None else owed),
            ("规则包", f"{run.pack} {run.version}"),
            ("账本编号", row.obligation_id),
        ]
    return Document(
        title="证据卷宗",
        tables=(Table(("项目", "内容"), about, widths=(24, 76)),),
        notes=(
            f"本卷收入事实{len(rows)}条，目录见附件。校验值按每条事实的内容算出（SHA-256 前"
            f"{SHOWN}位）；事实改动一字，校验值即不同。",
        ),
        attachment=Attachment("卷内目录", _catalogue(rows)),
        signatures=("立卷", "审核"),
        signed_on=run.as_of,
        file_name=f"证据卷宗-{entry.reference}-{row.subject_id}",
    )


def digest(row: Mapping[str, Any]) -> str:
    """The digest of a fact: SHA-256 of its cells as JSON, names in order."""
    told = json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def _catalogue(rows: Sequence[tuple[str, ...]]) -> Table:
    if not rows:
        rows = [("–", "没有留下事实", "–", "–")]
    return Table(("序号", "材料", "编号", "校验值"), rows, frozenset({0}), (9, 20, 41, 30))


def _catalogued(number: int, ref: Ref, fact: Fact | None) -> tuple[str, ...]:
    seal = digest(fact.row)[:SHOWN] if fact else "本次数据中没有"
    return (str(number), fact_words.table(ref[0]).zh, ref[1], seal)
