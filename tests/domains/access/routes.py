"""Every page of the site, as the addresses know them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from nuanxin.domains.access.opening import opening_of

ARGUMENTS: dict[str, dict[str, object]] = {
    "access:demo": {"token": "x"},
    "access:set_password": {"number": "x", "token": "x"},
    "access:act": {"number": 1, "verb": "close"},
    "board:evidence": {"kind": "docx", "obligation_id": "rest|P1"},
    "board:fact": {"table": "people", "key": "P1"},
    "board:measure": {"number": 7},
    "board:obligation": {"obligation_id": "rest|P1"},
    "inbox:answer": {"kind": "need", "number": 1},
    "inbox:hand_back": {"number": "R1"},
    "intake:template": {"table": "people"},
    "ledger:do": {"kind": "plan"},
    "life:life": {"number": "P1"},
    "rules:act": {"number": 1, "action": "send"},
    "rules:parameter": {"key": "subsidy.tier1.daily"},
    "rules:propose": {"key": "subsidy.tier1.daily"},
    "mine:ask": {"kind": "rest"},
    "mine:why": {"number": "rest|P1"},
    "mine:wrong": {"number": "rest|P1"},
    "pay:act": {"pk": 1, "action": "hold"},
    "pay:paper": {"pk": 1, "paper": "notice", "kind": "docx"},
}
"""What an address needs; those that end so are the rule."""
USUAL = {"number": 1, "pk": 1}


def routes() -> Iterator[tuple[str, Callable[..., Any], dict[str, object]]]:
    """Name, view and arguments of every page; an address without a name stops the tests.

    The operations of the API have tests of their own: tests/domains/api/test_operations.py.
    """
    yield from _below(get_resolver(), "")


def _below(
    resolver: URLResolver, space: str
) -> Iterator[tuple[str, Callable[..., Any], dict[str, object]]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _below(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif not opening_of(entry.callback).by_token:
            assert isinstance(entry, URLPattern)
            assert entry.name, f"{entry.pattern} has no name"
            name = space + entry.name
            needed = entry.pattern.regex.groupindex
            given = ARGUMENTS.get(name) or {k: v for k, v in USUAL.items() if k in needed}
            assert set(given) == set(needed), f"{name}: say its arguments in ARGUMENTS"
            yield name, entry.callback, given
