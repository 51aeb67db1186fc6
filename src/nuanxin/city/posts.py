"""Posts of every kind, with the contact and the risk that measures 8 and 9 ask for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.figures import FLAVOURS, figure, read
from nuanxin.city.geography import Geography
from nuanxin.city.streams import Bools, Ints
from nuanxin.city.units import AWAY, EAST_NAME, LEISHENSHAN_NAME, Units
from nuanxin.policy.contract import POST_KINDS

CONTACTS = ("confirmed", "suspected", "none")
RISKS = ("high", "higher", "medium", "low")
CONFIRMED, NO_CONTACT = 0, 2
HIGHER = 1
ICU, ISOLATION = POST_KINDS.index("icu"), POST_KINDS.index("isolation_ward")
LIN_WARD = "雷神山C7病区"


def _kind_codes(column: str, vocabulary: tuple[str, ...]) -> Ints:
    rows = {row["kind"]: row[column] for row in read("post_kinds")}
    return np.array([vocabulary.index(rows[kind]) for kind in POST_KINDS], dtype=np.int64)


@dataclass(frozen=True)
class Posts:
    """All posts in order of unit. ``first`` and ``count`` [unit, kind] find a unit's posts."""

    unit: Ints
    kind: Ints
    names: tuple[str, ...]
    contact: Ints
    risk: Ints
    treats: Bools
    first: Ints
    count: Ints
    twin: Ints

    def __len__(self) -> int:
        return len(self.unit)

    def named(self, name: str) -> int:
        """The index of the first post of that name."""
        return self.names.index(name)

    def pick(self, unit: Ints, kind: Ints, drawn: Ints) -> Ints:
        """For each unit a post of the kind, else of any kind it has; ``drawn`` spreads them.

        Every unit asked must have a post.
        """
        lacking = self.count[unit, kind] == 0
        kind = np.where(lacking, np.argmax(self.count[unit] > 0, axis=1), kind)
        return self.first[unit, kind] + drawn % np.maximum(self.count[unit, kind], 1)


def make_posts(units: Units) -> Posts:
    """The posts of every unit by post_templates.csv, and the wards of the two aid teams."""
    rows: list[tuple[int, int, str]] = []
    templates = read("post_templates")
    for unit, flavour in enumerate(units.flavour.tolist()):
        for row in templates:
            if row["flavour"] == FLAVOURS[flavour]:
                rows += _posts_of(units, unit, row)
        rows += _aid_wards(units.names[unit], unit)
    rows.sort(key=lambda row: row[:2])
    return _freeze(units, rows)


def _posts_of(units: Units, unit: int, row: dict[str, str]) -> list[tuple[int, int, str]]:
    if row["kind"] == "designated_ward" and not units.designated[unit]:
        return []
    wanted = round(int(units.staff[unit]) / int(row["staff_per_post"]))
    count = max(1, min(int(row["most"]), wanted))
    kind = POST_KINDS.index(row["kind"])
    return [(unit, kind, row["name"] + (f"{n + 1}" if count > 1 else "")) for n in range(count)]


def _aid_wards(name: str, unit: int) -> list[tuple[int, int, str]]:
    if name == EAST_NAME:
        return [(unit, ISOLATION, "东院20病区"), (unit, ICU, "东院重症监护室")]
    if name == LEISHENSHAN_NAME:
        wards = int(figure("aid.leishenshan.wards"))
        plain = [(unit, ISOLATION, f"雷神山C{n + 1}病区") for n in range(wards - 1)]
        return [*plain, (unit, ICU, f"雷神山C{wards}重症病区")]
    return []


def _freeze(units: Units, rows: list[tuple[int, int, str]]) -> Posts:
    unit, kind = (np.array([row[i] for row in rows], dtype=np.int64) for i in (0, 1))
    count = np.zeros((len(units), len(POST_KINDS)), dtype=np.int64)
    first = np.zeros_like(count)
    np.add.at(count, (unit, kind), 1)
    np.maximum.at(first, (unit, kind), len(rows) - np.arange(len(rows)))
    contact = _kind_codes("contact", CONTACTS)[kind]
    away = units.district[unit] < 0
    treats = (contact == CONFIRMED) & (units.designated[unit] | away)
    # Only designated hospitals hold confirmed cases; elsewhere the wards observe suspected ones.
    contact = np.where((contact == CONFIRMED) & ~treats, 1, contact)
    return Posts(
        unit,
        kind,
        tuple(row[2] for row in rows),
        contact,
        _kind_codes("risk", RISKS)[kind],
        np.asarray(treats),
        np.where(count > 0, len(rows) - first, 0),
        count,
        _twins(units, unit, kind),
    )


def _twins(units: Units, unit: Ints, kind: Ints) -> Ints:
    """For each post the next of the same kind, mostly in another unit: who reports twice."""
    twin = np.arange(len(unit))
    local = units.district[unit] >= 0
    for code in range(len(POST_KINDS)):
        same = np.flatnonzero((kind == code) & local)
        twin[same] = np.roll(same, -8) if len(same) > 8 else np.roll(same, -1)
    return twin


def posts_table(units: Units, posts: Posts, land: Geography) -> pa.Table:
    """The fact table ``posts``."""
    district = units.district[posts.unit]
    return columns.table(
        "posts",
        {
            "post_id": columns.POST(np.arange(len(posts))),
            "unit_id": columns.UNIT(posts.unit),
            "name": list(posts.names),
            "kind": columns.words(POST_KINDS, posts.kind),
            "contact": columns.words(CONTACTS, posts.contact),
            "risk": columns.words(RISKS, posts.risk),
            "district": columns.words(
                (*land.districts, AWAY), np.where(district < 0, len(land.districts), district)
            ),
            "street": columns.words(land.streets, units.street[posts.unit]),
        },
    )
