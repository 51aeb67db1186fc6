"""A bound with its prices, as a certificate that ``certificate check`` verifies."""

from __future__ import annotations

import time

from nuanxin.planning.roster.certificate import Certificate, proven
from nuanxin.planning.roster.engine.search import Search
from nuanxin.planning.roster.engine.tables import Tables
from nuanxin.planning.roster.model import Problem
from nuanxin.planning.roster.solve import prices_of
from nuanxin.planning.roster.validate import validated


def lower_bound(problem: Problem, seconds: float, seed: int = 0) -> Certificate:
    """The best bound that column generation finds in ``seconds``, as a certificate.

    Ties between people take no part in it; without them it is a bound all the more.
    """
    began = time.monotonic()
    tables = Tables(validated(problem))
    search = Search(tables, seed, lambda: time.monotonic() - began >= seconds, lambda *_: None)
    search.begin()
    search.bound_only()
    return certificate_of(problem, prices_of(search), search.certified)


def certificate_of(problem: Problem, prices: tuple[int, ...], bound: int) -> Certificate:
    """The certificate of a root bound; where rows tie people, of what stands without the ties."""
    certificate = Certificate(problem, prices, max(0, bound))
    if Tables(problem).ties:
        return Certificate(problem, prices, max(0, proven(certificate)))
    return certificate
