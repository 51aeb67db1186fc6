"""M08-3: masks, coveralls, thermometers and disinfectant last for some days."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.deliveries import delivered
from nuanxin.packs.dalian2020.stages.sources import fact, reference
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import DAY, as_of, day_number, param, quantity, seconds, text, unknown

NAMES = {
    "mask": ("口罩", "mask", "respirator", "n95"),
    "coverall": ("防护服", "coverall"),
    "thermometer": ("测温", "体温", "额温", "thermometer"),
    "disinfectant": ("消毒", "酒精", "84", "disinfect", "alcohol"),
}
"""What names each kind of supply; the first kind that fits is the item's."""
COVER = param("supply.days_of_cover")
_SUPPLY = ["unit_id", "kind"]


def _kind(item: ir.StringValue) -> ir.StringValue:
    name = item.lower()
    fits = [
        (ibis.or_(*[name.contains(word) for word in words]), text(kind))
        for kind, words in NAMES.items()
    ]
    return ibis.cases(*fits, else_=unknown("string"))


def _issues() -> ir.Table:
    i = fact("stock_issues")
    i = i.select(
        "unit_id", "quantity", kind=_kind(i.item), at=seconds(i.at),
        day=day_number(i.at.date()), ref=reference(i, "stock_issues"),
    )  # fmt: skip
    return i.filter(i.at < (as_of() + 1) * DAY, i.kind.notnull())


def _received() -> ir.Table:
    d = delivered("M08-3")
    return d.select("day", "ref", unit_id="subject_id", kind="counterpart_id", quantity="amount")


def _stock() -> ir.Table:
    i, d = _issues(), _received()
    used = i.group_by(_SUPPLY).agg(
        issued=i["quantity"].sum(),
        needed=i["quantity"].sum(where=i.day > as_of() - COVER).fill_null(0),
        first_issue=i.day.min(),
    )
    got = d.group_by(_SUPPLY).agg(
        received=d["quantity"].fill_null(0).sum(), first_delivery=d.day.min()
    )
    s = used.left_join(got, _SUPPLY).drop("unit_id_right", "kind_right")
    return s.mutate(
        start=ibis.least(s.first_issue, s.first_delivery.fill_null(s.first_issue)),
        stock=quantity(s.received - s.issued),
        needed=quantity(s.needed),
    )


def _cover() -> Ruling:
    s = _stock()
    s = s.filter((s.needed > 0) & (s.stock.isnull() | (s.stock < s.needed)))
    used = Facts(
        _issues(),
        lambda r, f: [r.unit_id == f.unit_id, r.kind == f.kind, f.day > as_of() - COVER],
    )
    got = Facts(_received(), lambda r, f: [r.unit_id == f.unit_id, r.kind == f.kind])
    enough = Criterion("enough_cover", s.stock >= s.needed, s.needed, used)
    left = Criterion("any_left", s.stock > 0, s.stock, got)
    return ruling(
        s,
        Identity("M08-3", "MUST", "unit", s.unit_id, s.start, [s.kind]),
        end=None,
        amount=s.needed,
        unit="count",
        met=ibis.ifelse(s.stock.isnull(), ibis.null(), ibis.greatest(s.stock, 0)),
        owner=s.unit_id,
        state=ibis.cases((s.stock.isnull(), "unknown"), (left.holds, "owed"), else_="breached"),
        missing=ibis.ifelse(s.stock.isnull(), text("deliveries"), unknown("string")),
        criteria=[Criterion("kind_of_supply", s.kind.notnull(), s.kind), enough, left],
    )


RULES = (Rule("M08-3", "cover", "unit", ("supply.days_of_cover",), _cover, over_all=True),)
