"""The subsidy of each day (M09-1), on monthly masks for alone rows and row by row for the rest.

A day is read in four ways: unknown contact as it is or as confirmed, unknown aid place as it
is or as Hubei. The sure amount takes both as they are; the day is to be settled when the
reading with both turned is worth more.
"""

from __future__ import annotations

from typing import NamedTuple

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020.stages.days import calendar, rate_of_day, rate_of_month
from nuanxin.packs.dalian2020.stages.lens import nameless_rows
from nuanxin.packs.dalian2020.stages.sketch import FULL_DAY
from nuanxin.packs.dalian2020.stages.standing import person, spell
from nuanxin.packs.dalian2020.stages.tiles import tile
from nuanxin.packs.dalian2020.stages.work import credit, pieces, row
from nuanxin.policy.stage import kept_stage, stage
from nuanxin.policy.terms import count_days, date_of, everywhere, whole, whole_part, without


class Tiers(NamedTuple):
    """Where tier 1 and tier 2 hold: as truth of a row, or as masks of days."""

    first: ir.Value
    second: ir.Value


def tiers(confirmed: ir.Value, at_contact: ir.Value, at_risk: ir.Value, medical: ir.Value) -> Tiers:
    """The tiers of M09-1, written once for truth values and for masks of days.

    Tier 1: contact confirmed, at a post with such contact. Tier 2: the rest at posts of high
    risk, or of medical persons at any post.
    """
    first = confirmed & at_contact
    return Tiers(first, without(at_risk | medical, first))


def worth(rate: ir.Value, percent: ir.Value, *, half: bool = False) -> ir.IntegerValue:
    """Fen of one day at a rate in fen and a factor in percent."""
    return whole_part(rate * percent, 200 if half else 100)


def _percent(hubei: ir.BooleanValue, of_day: ir.IntegerValue) -> ir.IntegerValue:
    return ibis.ifelse(hubei, of_day, whole(100))


# -- alone rows: masks ---------------------------------------------------------------------


OF_SPELL = ("spell_id", "arranged_by", "in_hubei", "is_leader", "is_medical")
"""What decides the pay of the rows that name a spell: it is a spell of the same person (R4)."""


@stage
def paid_tile() -> ir.Table:
    """Tiles with a spell, cut where a rate changes, with tiers as masks for both readings.

    Tiles without a paid day in the high reading have none in the sure one, and are left out.
    """
    t, s, r = tile.table, spell.table, rate_of_month.table
    t = t.inner_join(s.select(*OF_SPELL), "spell_id")
    t = t.inner_join(r, "month").filter((r.tier1_fen > 0) | (r.tier2_fen > 0))
    medical = everywhere(t.is_medical)
    turned = t.confirmed | t.unsettled
    sure = tiers(t.confirmed, t.at_contact, t.at_risk, medical)
    high = tiers(turned, t.at_contact, t.at_risk, medical)
    # A leader is paid nothing for a day without recorded contact.
    led = t.days & t.part & (everywhere(~t.is_leader) | t.confirmed)
    led_high = t.days & t.part & (everywhere(~t.is_leader) | turned)
    t = t.mutate(high_first=high.first & led_high, high_second=high.second & led_high)
    t = t.filter((t.high_first | t.high_second) != 0)
    return t.select(
        "person_id", "month", "full", "tier1_fen", "tier2_fen", "high_first", "high_second",
        payer="arranged_by",
        percent=_percent(t.in_hubei.fill_null(False), t.hubei_percent),
        high_percent=_percent(t.in_hubei.fill_null(True), t.hubei_percent),
        first=sure.first & led,
        second=sure.second & led,
    )  # fmt: skip


def _sure_fen(t: ir.Table) -> ir.IntegerValue:
    def of(days: ir.IntegerValue, rate: ir.IntegerValue) -> ir.IntegerValue:
        whole_days = count_days(days & t.full) * worth(rate, t.percent)
        return whole_days + count_days(without(days, t.full)) * worth(rate, t.percent, half=True)

    return of(t.first, t.tier1_fen) + of(t.second, t.tier2_fen)


def _tile_settlement() -> ir.Table:
    """Tiles with days that are worth more in the high reading than in the sure one.

    Such a day has a rate in the high reading. So its contact raises it when it has none in the
    sure reading, or a lower one; and its place raises it when the factor is higher.
    """
    t = paid_tile.table
    paid = t.first | t.second

    def raised(days: ir.IntegerValue, low: ir.IntegerValue, high: ir.IntegerValue) -> ir.Value:
        return ibis.ifelse(high * t.high_percent > low * t.percent, days, whole(0))

    new_first = raised(without(t.high_first, paid), whole(0), t.tier1_fen)
    new_second = raised(without(t.high_second, paid), whole(0), t.tier2_fen)
    higher = raised(t.second & t.high_first, t.tier2_fen, t.tier1_fen)
    same_first = raised(t.first & t.high_first, t.tier1_fen, t.tier1_fen)
    same_second = raised(t.second & t.high_second, t.tier2_fen, t.tier2_fen)
    is_higher = (higher != 0) & (t.tier1_fen > t.tier2_fen)
    t = t.mutate(
        days=count_days(new_first | new_second | higher | same_first | same_second),
        by_contact=((new_first | new_second) != 0) | is_higher,
        by_place=t.high_percent > t.percent,
    )
    return t.filter(t.days > 0).select(
        "person_id", "payer", "month", "days", "by_contact", "by_place"
    )


# -- the rest: row by row ------------------------------------------------------------------


PIECE = (
    *("person_id", "attendance_id", "start", "end", "day", "month", "contact_confirmed"),
    *("at_contact", "at_risk", "is_alone", "in_hubei", "arranged_by", "has_spell"),
)


def _named_pieces() -> ir.Table:
    """Pieces of entangled rows that name a spell, with that spell."""
    r, s = row.table, spell.table
    b = pieces(r.filter(~r.is_alone, r.spell_id.notnull()))
    b = b.inner_join(s.select("spell_id", "in_hubei", "arranged_by"), "spell_id")
    return b.mutate(has_spell=ibis.literal(True)).select(*PIECE)


def _nameless_pieces() -> ir.Table:
    """Pieces of rows that name no spell, with the spell that S8 gives them, if any."""
    r, n, s = row.table, nameless_rows(), spell.table
    r = r.filter(r.spell_id.isnull()).drop("written_spell")
    b = pieces(ibis.union(r, n.mutate(is_alone=ibis.literal(True)).select(*r.columns)))
    found = s.select(
        "in_hubei",
        "arranged_by",
        spell_person="person_id",
        spell_start="start",
        spell_last="last_day",
        spell_post="post_id",
        found_id="spell_id",
    )
    covering = (found.spell_start <= b.day) & (b.day <= found.spell_last)
    b = b.left_join(found, (b.person_id == found.spell_person) & covering)
    best = ibis.window(
        group_by=[b.attendance_id, b.start],
        order_by=[(b.spell_post == b.post_id).desc(), b.spell_start.desc(), b.found_id],
    )
    b = b.mutate(rank=ibis.row_number().over(best)).filter(lambda t: t["rank"] == 0)
    return b.mutate(has_spell=b.found_id.notnull()).select(*PIECE)


@stage
def paid_piece() -> ir.Table:
    """Pieces of rows that are not alone or name no spell, with their spell and person."""
    p = person.table.select("person_id", "is_leader", "is_medical")
    return ibis.union(_named_pieces(), _nameless_pieces()).inner_join(p, "person_id")


def _same_day_credit(b: ir.Table) -> ir.IntegerValue:
    """Credits of the turned reading: the day's own rows turned, rows of other days as they are."""
    order = [b.start, b.end, b.attendance_id]
    earlier = ibis.window(group_by=b.person_id, order_by=order, preceding=(None, 1))
    today = ibis.window(group_by=[b.person_id, b.day], order_by=order, preceding=(None, 1))
    sure_end = ibis.ifelse(b.counts, b.end, ibis.null()).max().over(earlier).fill_null(0)
    high_end = ibis.ifelse(b.high_counts, b.end, ibis.null()).max().over(today).fill_null(0)
    covered = ibis.greatest(sure_end, high_end)
    uncovered = ibis.greatest(0, b.end - ibis.greatest(b.start, covered))
    return ibis.ifelse(b.high_counts, uncovered, 0)


def _read_pieces() -> ir.Table:
    b, r = paid_piece.table, rate_of_day.table
    b = b.inner_join(r.drop("month", "bit"), "day")
    confirmed = b.contact_confirmed.fill_null(False)
    turned = b.contact_confirmed.fill_null(True)
    sure = tiers(confirmed, b.at_contact, b.at_risk, b.is_medical)
    high = tiers(turned, b.at_contact, b.at_risk, b.is_medical)
    b = b.mutate(
        confirmed=confirmed,
        turned=turned,
        counts=sure.first | sure.second,
        high_counts=high.first | high.second,
        tier=ibis.ifelse(sure.first, 1, 2),
        high_tier=ibis.ifelse(high.first, 1, 2),
        percent=_percent(b.in_hubei.fill_null(False), b.hubei_percent),
        # Unknown is the place of a spell; a row without any spell has no place to turn.
        high_percent=_percent(b.in_hubei.fill_null(True) & b.has_spell, b.hubei_percent),
    )
    alone, others = b.filter(b.is_alone), b.filter(~b.is_alone)
    length = alone.end - alone.start
    return ibis.union(
        alone.mutate(
            credit=ibis.ifelse(alone.counts, length, 0),
            high_credit=ibis.ifelse(alone.high_counts, length, 0),
        ),
        others.mutate(credit=credit(others, others.counts), high_credit=_same_day_credit(others)),
    )


READINGS = {
    "sure": ("counts", "tier", "percent", "credit", "confirmed"),
    "by_place": ("counts", "tier", "high_percent", "credit", "confirmed"),
    "by_contact": ("high_counts", "high_tier", "percent", "high_credit", "turned"),
    "high": ("high_counts", "high_tier", "high_percent", "high_credit", "turned"),
}
"""The four readings of a day: which pieces count, their tier, factor, credit, and contact."""


def _with_ranks(b: ir.Table) -> ir.Table:
    """Rank the pieces that count in each reading; the greatest rank of a day pays.

    The highest tier comes first, then the greatest factor, then a spell.
    """
    ranks = {}
    for name, (counts, tier, percent, _, _) in READINGS.items():
        rank = (2 - b[tier]) * 2_000_000 + b[percent] * 2 + b.has_spell.cast("int64")
        ranks[f"{name}_rank"] = ibis.ifelse(b[counts], rank, ibis.null())
    return b.mutate(**ranks)


@stage
def paid_day() -> ir.Table:
    """Days of those pieces: amount in each reading, payer in the sure and the high one.

    The paying row has the highest tier, then the greatest factor, then a spell, then the
    smaller arranging unit.
    """
    b = _with_ranks(_read_pieces())
    best = b.group_by("person_id", "day").agg(
        **{f"{name}_best": b[f"{name}_rank"].max() for name in READINGS}
    )
    b = b.inner_join(best, ["person_id", "day"])
    sums = {}
    for name, (_, tier, percent, credited, contact) in READINGS.items():
        pays = b[f"{name}_rank"] == b[f"{name}_best"]
        sums[f"{name}_seconds"] = b[credited].sum().cast("int64")
        sums[f"{name}_tier"] = b[tier].max(where=pays)
        sums[f"{name}_percent"] = b[percent].max(where=pays)
        sums[f"{name}_payer"] = b.arranged_by.min(where=pays)
        sums[f"{name}_contact"] = b[contact].max()
    keys = ["person_id", "day", "month", "is_leader", "tier1_fen", "tier2_fen"]
    d = b.group_by(keys).agg(**sums)
    fen = {f"{name}_fen": _day_fen(d, name) for name in READINGS}
    return d.mutate(**fen).select(
        "person_id", "day", "month", "sure_payer", "high_payer", *fen.keys(),
        "sure_tier", "sure_percent", "sure_contact",
        is_half=d.sure_seconds <= FULL_DAY,
    )  # fmt: skip


def _day_fen(d: ir.Table, name: str) -> ir.IntegerValue:
    rate = ibis.ifelse(d[f"{name}_tier"] == 1, d.tier1_fen, d.tier2_fen)
    percent, duration = d[f"{name}_percent"], d[f"{name}_seconds"]
    fen = ibis.ifelse(duration > FULL_DAY, worth(rate, percent), worth(rate, percent, half=True))
    is_paid = (duration > 0) & (~d.is_leader | d[f"{name}_contact"])
    return ibis.ifelse(is_paid, fen, 0).cast("int64")


def _day_settlement() -> ir.Table:
    d = paid_day.table
    d = d.filter(d.high_fen > d.sure_fen)
    return d.select(
        "person_id",
        "month",
        payer="high_payer",
        days=whole(1),
        by_contact=(d.by_contact_fen > d.sure_fen) | (d.high_fen > d.by_place_fen),
        by_place=(d.by_place_fen > d.sure_fen) | (d.high_fen > d.by_contact_fen),
    )


# -- both ------------------------------------------------------------------------------------


@stage
def subsidy() -> ir.Table:
    """Sure fen of each person, payer and month, and the days it is made of.

    A missing payer is a day without any spell.
    """
    t, d = paid_tile.table, paid_day.table
    paid = t.first | t.second
    t = t.select(
        "person_id",
        "payer",
        "month",
        fen=_sure_fen(t),
        tier1_days=count_days(t.first),
        tier2_days=count_days(t.second),
        half_days=count_days(without(paid, t.full)),
        doubled_days=count_days(paid & everywhere(t.percent > 100)),
    )
    d = d.filter(d.sure_fen > 0).select(
        "person_id",
        payer="sure_payer",
        month="month",
        fen="sure_fen",
        tier1_days=(d.sure_tier == 1).cast("int64"),
        tier2_days=(d.sure_tier == 2).cast("int64"),
        half_days=d.is_half.cast("int64"),
        doubled_days=(d.sure_percent > 100).cast("int64"),
    )
    both = ibis.union(t, d)
    sums = ("fen", "tier1_days", "tier2_days", "half_days", "doubled_days")
    total = both.group_by("person_id", "payer", "month").agg(
        **{name: both[name].sum().cast("int64") for name in sums}
    )
    return total.filter(total.fen > 0)


@stage
def settlement() -> ir.Table:
    """Days to be settled of each person, payer (of the higher reading) and month, and by what."""
    columns = ["person_id", "payer", "month", "days", "by_contact", "by_place"]
    both = ibis.union(_tile_settlement().select(columns), _day_settlement().select(columns))
    return both.group_by("person_id", "payer", "month").agg(
        days=both.days.sum().cast("int64"),
        by_contact=both.by_contact.max(),
        by_place=both.by_place.max(),
    )


def _tile_days() -> ir.Table:
    """The days of alone rows that a tier covers, a leader's days without contact among them."""
    t, s = tile.table, spell.table
    t = t.inner_join(s.select(*OF_SPELL), "spell_id")
    t = t.inner_join(calendar.table.select("month", "day", "bit"), "month")
    t = t.filter((t.days & t.bit) != 0).drop("month")
    t = t.inner_join(rate_of_day.table.drop("bit"), "day")
    sure = tiers(t.confirmed, t.at_contact, t.at_risk, everywhere(t.is_medical))
    first, second = (sure.first & t.bit) != 0, (sure.second & t.bit) != 0
    rate = ibis.ifelse(first, t.tier1_fen, t.tier2_fen)
    contact, half = (t.confirmed & t.bit) != 0, (t.full & t.bit) == 0
    percent = _percent(t.in_hubei.fill_null(False), t.hubei_percent)
    fen = ibis.ifelse(half, worth(rate, percent, half=True), worth(rate, percent))
    t = t.filter(first | second)
    return t.select(
        "person_id",
        "day",
        payer="arranged_by",
        tier=ibis.ifelse(first, 1, 2).cast("int64"),
        percent=percent,
        is_half=half,
        contact=contact,
        fen=ibis.ifelse(t.is_leader & ~contact, 0, fen).cast("int64"),
    )


@kept_stage
def subsidy_day() -> ir.Table:
    """Each day that a tier covers: payer, tier, factor in percent, contact, fen (M09-1).

    Their sums are the amounts of ``subsidy``. A leader's day without recorded contact stands
    with 0 fen: it was reported, and pays nothing.
    """
    d = paid_day.table
    d = d.filter(d.sure_tier.notnull()).select(
        "person_id",
        "day",
        payer="sure_payer",
        tier=d.sure_tier.cast("int64"),
        percent="sure_percent",
        is_half="is_half",
        contact="sure_contact",
        fen="sure_fen",
    )
    days = ibis.union(_tile_days().select(*d.columns), d)
    s = spell.table.filter(spell.table.mission == "aid")
    s = s.select("start", "last_day", who="person_id")
    covers = [days.person_id == s.who, days.day >= s.start, days.day <= s.last_day]
    away = days.inner_join(s, covers).select("person_id", "day").distinct()
    away = away.mutate(is_aid=ibis.literal(True))
    days = days.left_join(away, ["person_id", "day"])
    return days.select(
        "person_id", "payer", "tier", "percent", "is_half", "contact", "fen",
        date=date_of(days.day),
        is_aid=days.is_aid.fill_null(False),
    )  # fmt: skip
