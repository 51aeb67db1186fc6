"""A bound with its prices, as a certificate that ``certificate check`` verifies."""

from __future__ import annotations

import time
from math import ceil

from nuanxin.planning.roster.certificate import SCALE, Certificate, proven
from nuanxin.planning.roster.engine.search import Search
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.model import Problem
from nuanxin.planning.roster.validate import validated

SMALL = 1e-6


def lower_bound(problem: Problem, seconds: float, seed: int = 0) -> Certificate:
    """The best bound that column generation finds in ``seconds``, as a certificate.

    Ties between people take no part in it; without them it is a bound all the more.
    """
    began = time.monotonic()
    tables = Tables(validated(problem))
    search = Search(tables, seed, lambda: time.monotonic() - began >= seconds, lambda *_: None)
    search.begin()
    search.bound_only()
    prices = tuple(round(float(dual) * SCALE) for dual in search.duals[: len(problem.cover)])
    certificate = Certificate(problem, prices, max(0, ceil(search.root_bound - SMALL)))
    if problem.apart or problem.budgets or tables.first_link < len(tables.rows.level):
        return Certificate(problem, prices, max(0, proven(certificate)))
    return certificate
