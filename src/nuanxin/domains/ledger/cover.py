"""The cover of one person's evidence as an official document, and the signed package around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import override

from nuanxin.domains.documents import pdf
from nuanxin.domains.documents.content import Attachment, Document, Table
from nuanxin.domains.ledger.evidence import evidence_of, files_of
from nuanxin.domains.ledger.models import Run
from nuanxin.domains.ledger.package import fingerprint_of, sign, signing_key
from nuanxin.domains.wording import quantity

COVER = "封面.pdf"
SHOWN = 300
"""Obligations that the catalogue lists; the package has all."""


def packed(run: Run, person_id: str, home: Path) -> bytes:
    """The signed package with its cover; NoEvidence where the ledger knows nobody of that number.

    A machine that cannot set a PDF makes it without a cover.
    """
    told, key = evidence_of(run, person_id), signing_key(home)
    files = files_of(told)
    with suppress(pdf.CannotSet):
        files[COVER] = pdf.made(cover(told, fingerprint_of(key)))
    return sign(files, key)


def cover(told: Mapping[str, Any], key: str) -> Document:
    """The cover of what ``evidence_of`` tells, signed by a key of that fingerprint."""
    person, rows = told["person"], told["obligations"]
    states = Counter(row["state_text"]["zh"] for row in rows)
    unit = (person["unit"] or {}).get("name", "")
    made = date.fromisoformat(told["made_at"][:10])
    about = [
        ("姓名", f"{person['name']}（{person['id']}）"),
        ("单位", unit or "没有登记"),
        ("截至", _day(date.fromisoformat(told["as_of"]))),
        ("规则包", f"{told['pack']} {told['rules_version']}"),
        ("义务", f"{len(rows)}项：" + "，".join(f"{s}{n}项" for s, n in states.most_common())),
        ("登记", f"兑现{len(told['given'])}条，本人放弃{len(told['waived'])}条"),
        ("签名公钥", key),
    ]
    return Document(
        title="个人兑现凭证",
        tables=(Table(("项目", "内容"), about, widths=(22, 78)),),
        notes=(
            "本凭证逐项载明应兑现什么、依据哪一条、兑现了多少、由谁何时登记，以及所据的事实和规则。"
            "全部内容与本封面装在一包，由上列公钥签名，改动一字即核验不过；核验不用联网。",
        ),
        attachment=Attachment("义务目录", _catalogue(rows)),
        signed_by=unit,
        signed_on=made,
        file_name=f"个人兑现凭证-{person['id']}",
    )


def _catalogue(rows: Sequence[Mapping[str, Any]]) -> Table:
    listed = [_line(n, row) for n, row in enumerate(rows[:SHOWN], 1)]
    if len(rows) > SHOWN:
        listed.append(("", f"另有{len(rows) - SHOWN}项，见包内", "", "", ""))
    return Table(
        ("序号", "义务", "期间", "应兑现 / 已兑现", "状态"),
        listed or [("–", "没有义务", "–", "–", "–")],
        frozenset({0}),
        (9, 32, 23, 23, 13),
    )


def _line(number: int, row: Mapping[str, Any]) -> tuple[str, ...]:
    first, last = row["period_start"], row["period_end"]
    period = f"{first or '–'}" if last in (None, first) else f"{first} 至{last}"
    title, state = row["title"]["zh"], row["state_text"]["zh"]
    return str(number), f"{row['provision']} {title}", period, _amount(row), state


def _amount(row: Mapping[str, Any]) -> str:
    unit, owed, met = row["quantity_unit"] or "", row["quantity"], row["quantity_met"]
    with override("zh-hans"):
        told = [quantity(Decimal(str(q)), unit) for q in (owed, met) if q is not None]
    return " / ".join(told) or "–"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
