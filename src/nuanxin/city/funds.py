"""Party dues and matching money spent."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.figures import figure
from nuanxin.city.geography import Geography
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.streams import stream

FUNDS = ("party_dues", "matching")
PURPOSES = ("frontline_support", "consolation", "supplies", "hardship", "other")
PURPOSE_SHARE = (0.42, 0.33, 0.14, 0.07, 0.04)
BENEFICIARIES = ("medical_worker", "community_worker", "grassroots_member", "volunteer")
COMMUNITY_MONEY_ON = day("2020-03-06")


def fund_entries_table(plan: CityPlan, land: Geography) -> pa.Table:
    """The fact table ``fund_entries``: 30 a district from February on, and the city's 10 million.

    Amounts are whole hundreds of yuan in fen.
    """
    rng = stream(plan, "fund entries")
    size = 30 * len(land.districts)
    on = np.sort(day("2020-02-01") + rng.integers(0, 210, size))
    fen = (rng.lognormal(5.6, 0.9, size).astype(np.int64) + 5) * 10_000
    purpose = rng.choice(len(PURPOSES), size=size, p=PURPOSE_SHARE)
    fund = (rng.random(size) < 0.4).astype(np.int64)
    to = np.where(rng.random(size) < 0.15, -1, rng.integers(0, len(BENEFICIARIES), size))
    place = int(np.searchsorted(on, COMMUNITY_MONEY_ON))
    on = np.insert(on, place, COMMUNITY_MONEY_ON)
    fen = np.insert(fen, place, int(figure("matching.community_fen")))
    fund, purpose, to = (
        np.insert(column, place, code) for column, code in ((fund, 1), (purpose, 0), (to, 1))
    )
    known = on <= plan.last_day
    return columns.table(
        "fund_entries",
        {
            "entry_id": columns.ENTRY(np.arange(int(known.sum()))),
            "fund": columns.words(FUNDS, fund[known]),
            "on_date": columns.dates(on[known]),
            "amount_fen": columns.numbers(fen[known]),
            "purpose": columns.words(PURPOSES, purpose[known]),
            "beneficiary_kind": columns.words(BENEFICIARIES, to[known]),
        },
    )
