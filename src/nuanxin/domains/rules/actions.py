"""The steps of a proposal, and who takes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from nuanxin.domains.rules import services

DRAFTS = frozenset({Role.DRAFTER, Role.ORGANISATION, Role.HEALTH})
"""They propose and decide; never both of one proposal."""
Act = Callable[[int, Mapping[str, str], Actor], object]
ACTS: dict[str, Act] = {
    "send": lambda number, _, by: services.send(number, by),
    "withdraw": lambda number, form, by: services.withdraw(number, by, form.get("reason", "")),
    "approve": lambda number, form, by: services.approve(number, by, form.get("reason", "")),
    "decline": lambda number, form, by: services.decline(number, by, form.get("reason", "")),
    "preview": lambda number, _, by: services.preview(number, by),
    "recompute": lambda number, _, by: services.recompute(number, by),
    "stop": lambda number, _, by: services.stop(number, by),
    "drop": lambda number, form, by: services.drop_value(number, form.get("value", ""), by),
}
