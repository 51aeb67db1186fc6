"""What else one has a right to, each line with its state, date and owner, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html_join

from nuanxin.domains.duty.models import Insurance
from nuanxin.domains.ledger.models import Obligation, Unit
from nuanxin.domains.people.models import Child
from nuanxin.domains.states import OPEN
from nuanxin.domains.wording import day, name, say
from nuanxin.policy.pack import Pack
from nuanxin.policy.text import Text

PLAIN: dict[str, Text] = {
    "M08-2": Text("吃饭、御寒、值夜、用车", "Meals, warmth, night duty, rides"),
    "M10-1": Text("遇险有人管", "Safety at work"),
    "M10-2": Text("伤病按工伤认定", "Illness or injury recognised"),
    "M10-3": Text("工伤快办", "The fast lane for injuries"),
    "M10-4": Text("保险缺了几天", "Days without insurance"),
    "M11-1": Text("你和爱人尽量不同时上一线", "You and your spouse not both at the front"),
    "M11-2": Text("上下班用车", "A ride to work"),
    "M11-3": Text("有人可以聊聊", "Someone to talk to"),
    "M11-4": Text("任务后体检", "Health check after the task"),
    "M11-6": Text("疗养优先", "Convalescence, first in line"),
    "M12-1": Text("了解家里的情况", "Your family's situation is known"),
    "M12-2": Text("家里的事有专人管", "Somebody looks after your family"),
    "M12-3": Text("上门看望家里", "Visits to your family"),
    "M12-4": Text("家里提的难处", "What your family asked for"),
    "M12-5": Text("家里有固定联系人", "A named contact for your family"),
    "M13-1": Text("孩子学习有人指导", "A tutor for your child"),
    "M13-2": Text("孩子入园可优先", "Kindergarten: priority possible"),
    "M13-3": Text("孩子上小学可统筹", "Primary school: a place may be arranged"),
    "M13-4": Text("孩子中考可加分", "Entrance exam: points possible"),
    "M13-5": Text("孩子上中职", "Vocational school for your child"),
}
"""Provisions in the words of the one whom they are about."""

ELSEWHERE = ("M07-2", "M07-3", "M07-4", "M09-1", "M11-5")
"""Shown in accounts of their own."""
MAIN = ("M08", "M10", "M11", "M12", "M13")


@dataclass(frozen=True)
class Right:
    """One line: what, how it stands, and what is known beside."""

    title: Text
    state: str
    said: str
    row: Obligation
    child: Child | None = None
    others: int = 0


@dataclass(frozen=True)
class Cover:
    """A kind of insurance and its policy in force today, or None."""

    kind: Text
    row: Insurance | None


def rights(
    rows: Iterable[Obligation],
    pack: Pack,
    units: Mapping[str, Unit],
    children: Sequence[Child],
    contact: str,
) -> tuple[list[Right], list[Right]]:
    """The lines of care, family and school; and those of all other measures.

    Of several rows of one provision and subject the most urgent stands for all.
    """
    heaps: dict[tuple[str, str], list[Obligation]] = {}
    for row in rows:
        if row.provision not in ELSEWHERE:
            heaps.setdefault((row.provision, row.subject_id), []).append(row)
    by_id = {child.pk: child for child in children}
    lines = []
    for heap in heaps.values():
        heap.sort(key=lambda r: (r.rank, -(r.period_start or r.as_of).toordinal()))
        lines.append(_right(heap, pack, units, by_id, contact))
    lines.sort(key=lambda line: (line.row.rank, line.row.provision))
    main = [line for line in lines if line.row.provision.startswith(MAIN)]
    return main, [line for line in lines if line not in main]


def title_of(provision: str, pack: Pack) -> Text:
    """A provision in the words of the one whom it is about, else by its title."""
    return PLAIN.get(provision) or pack.text.obligation(provision).title


def covers(rows: Iterable[Insurance], on: date) -> list[Cover]:
    """The two insurances, each with the policy that covers a day."""
    found = {row.kind: row for row in rows if row.start_date <= on <= row.end_date}
    words = {
        "accident": Text("意外伤害险", "Accident insurance"),
        "critical_illness": Text("重大疾病险", "Critical illness insurance"),
    }
    return [Cover(text, found.get(kind)) for kind, text in words.items()]


def _right(
    heap: Sequence[Obligation],
    pack: Pack,
    units: Mapping[str, Unit],
    children: Mapping[str, Child],
    contact: str,
) -> Right:
    row = heap[0]
    child = children.get(row.subject_id) if row.subject_kind == "child" else None
    return Right(
        title=title_of(row.provision, pack),
        state=row.state,
        said=_said(row, units, child, contact, pack.text.obligation(row.provision).duty_holder),
        row=row,
        child=child,
        others=len(heap) - 1,
    )


def _said(
    row: Obligation, units: Mapping[str, Unit], child: Child | None, contact: str, holder: Text
) -> str:
    parts: list[str] = []
    if child is not None and child.name:
        parts.append(say("{n}。", "{n}. ", n=name(child.name)))
    if row.provision == "M12-5" and contact:
        parts.append(say("{n}。", "{n}. ", n=name(contact)))
    if row.provision == "M10-4" and row.period_start:
        parts.append(
            say("{d} 起 {n} 天。", "{n} days from {d}. ", d=day(row.period_start),
                n=int(row.quantity or 0))
        )  # fmt: skip
    if row.modality == "MAY":
        parts.append(
            say(
                "这是“可以”，由{w}决定。",
                "This is a “may”; it is decided by {w}. ",
                w=say(holder.zh, holder.en),
            )
        )
    elif row.due_on is not None and row.state in OPEN:
        parts.append(_until(row))
    owner = units.get(row.owner_unit_id or "")
    if owner is not None and row.state in (*OPEN, "breached"):
        parts.append(say("由{n}负责。", "Owed by {n}.", n=name(owner.name)))
    return format_html_join("", "{}", ((part,) for part in parts))


def _until(row: Obligation) -> str:
    assert row.due_on is not None
    left = (row.due_on - row.as_of).days
    if left < 0:
        return say("应在 {d} 前办到，已过 {n} 天。", "It was due on {d}, {n} days ago. ",
                   d=day(row.due_on), n=-left)  # fmt: skip
    return say("{d} 前（还有 {n} 天）。", "By {d} ({n} days). ", d=day(row.due_on), n=left)
