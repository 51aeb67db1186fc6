"""The policy pack whose obligations the ledger holds."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from nuanxin.policy.pack import Pack


class UnknownPack(LookupError):
    """No pack has this name."""


@lru_cache
def pack(name: str) -> Pack:
    """The pack of that name; UnknownPack when it is not installed."""
    try:
        found: Pack = import_module(f"nuanxin.packs.{name}").PACK
    except (ModuleNotFoundError, AttributeError) as error:
        raise UnknownPack(f"no pack is called {name!r}") from error
    return found
