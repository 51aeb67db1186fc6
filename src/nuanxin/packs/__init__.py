"""The packs that are installed: a policy each, as data and rules."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from nuanxin.policy.pack import Pack
from nuanxin.policy.reading import PackError

NAMES = tuple(sorted(path.parent.name for path in Path(__file__).parent.glob("*/pack.yaml")))


def load_pack(name: str) -> Pack:
    """The pack of that name; PackError names the packs there are."""
    if name not in NAMES:
        raise PackError(f"there is no pack {name!r}; there is {', '.join(NAMES)}")
    return cast(Pack, import_module(f"nuanxin.packs.{name}").PACK)
