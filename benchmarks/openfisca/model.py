"""M09-1 for OpenFisca-core: the daily subsidy of worked shifts, by arranging unit and month.

A shift is OpenFisca's single entity, an engagement (a person working for a payer) the group that
has shifts. Amounts are whole fen. It holds for rows that are alone on their day and name a spell;
what is unknown pays nothing here, as in the sure reading of the rule.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

FIRST, LAST = date(2020, 1, 1), date(2020, 12, 31)
FULL_DAY = 4 * 3600

Shift = build_entity(key="shift", plural="shifts", label="A worked shift", is_person=True)
Engagement = build_entity(
    key="engagement",
    plural="engagements",
    label="A person working for a payer",
    roles=[{"key": "worked", "plural": "worked", "label": "A shift of it"}],
)


def _given(name, kind=int):
    """A variable of a shift that is handed in."""
    body = {"value_type": kind, "entity": Shift, "definition_period": DateUnit.ETERNITY}
    return type(name, (Variable,), body | {"label": name})


GIVEN = (
    *(_given(name) for name in ("day", "month", "seconds")),
    *(
        _given(name, bool)
        for name in ("confirmed", "at_contact", "at_risk", "medical", "leader", "hubei")
    ),
)


class tier(Variable):
    """1 or 2, 0 when the shift is not paid."""

    value_type, entity, definition_period = int, Shift, DateUnit.ETERNITY
    label = "tier"

    def formula(shift, period):
        confirmed = shift("confirmed", period)
        first = confirmed & shift("at_contact", period)
        second = ~first & (shift("at_risk", period) | shift("medical", period))
        paid = ~shift("leader", period) | confirmed
        return np.where(paid, first * 1 + second * 2, 0)


class fen(Variable):
    """Whole fen of the shift's day at the rates of that day."""

    value_type, entity, definition_period = int, Shift, DateUnit.ETERNITY
    label = "fen"

    def formula(shift, period, parameters):
        rates = _rates(parameters)
        tier_of, at = shift("tier", period), shift("day", period)
        rate = np.select([tier_of == 1, tier_of == 2], [rates[0][at], rates[1][at]], 0)
        percent = np.where(shift("hubei", period), rates[2][at], 100)
        half = shift("seconds", period) <= FULL_DAY
        return rate * percent // np.where(half, 200, 100)


def _rates(parameters):
    """The two tiers in fen and the Hubei factor in percent of each day from FIRST to LAST."""
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    of_day = [parameters(day.isoformat()).subsidy for day in days]
    return (
        np.array([round(r.tier1 * 100) for r in of_day], dtype=np.int64),
        np.array([round(r.tier2 * 100) for r in of_day], dtype=np.int64),
        np.array([round(r.hubei * 100) for r in of_day], dtype=np.int64),
    )


def _monthly(name, of_shift):
    """The sum of something of each shift over the shifts of a month."""

    def formula(engagement, period):
        of_month = engagement.members("month", period) == period.start.month
        return engagement.sum(np.where(of_month, of_shift(engagement.members, period), 0))

    body = {"value_type": int, "entity": Engagement, "definition_period": DateUnit.MONTH}
    return type(name, (Variable,), body | {"label": name, "formula": formula})


SUMS = (
    _monthly("subsidy", lambda shift, period: shift("fen", period)),
    _monthly("tier1_days", lambda s, period: (s("tier", period) == 1) & (s("fen", period) > 0)),
    _monthly("tier2_days", lambda s, period: (s("tier", period) == 2) & (s("fen", period) > 0)),
    _monthly(
        "half_days",
        lambda s, period: (s("fen", period) > 0) & (s("seconds", period) <= FULL_DAY),
    ),
)


def system(rates):
    """The tax and benefit system; ``rates`` are the values of tier1, tier2, hubei from dates."""
    found = TaxBenefitSystem([Shift, Engagement])
    found.add_variables(*GIVEN, tier, fen, *SUMS)
    nodes = {
        name: {"values": {day: {"value": value} for day, value in steps}}
        for name, steps in rates.items()
    }
    found.parameters = ParameterNode("", data={"subsidy": nodes})
    return found
