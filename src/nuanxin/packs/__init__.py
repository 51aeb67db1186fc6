"""The packs that are installed, a policy each as data and rules, and packs in folders elsewhere."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from nuanxin.packs.folder import read_folder
from nuanxin.policy.pack import Pack
from nuanxin.policy.reading import PackError

NAMES = tuple(sorted(path.parent.name for path in Path(__file__).parent.glob("*/pack.yaml")))


def load_pack(name: str) -> Pack:
    """The pack of that name or in that folder; PackError names the packs there are."""
    if name in NAMES:
        return _installed(name)
    folder = Path(name)
    if (folder / "pack.yaml").is_file():
        return read_folder(folder, find_installed)
    if folder.is_dir():
        raise PackError(f"{name}: the folder holds no pack.yaml")
    raise PackError(f"there is no pack {name!r}; there is {', '.join(NAMES)}, or give a folder")


def find_installed(name: str) -> Pack:
    """The installed pack of that name; PackError names those there are."""
    if name not in NAMES:
        raise PackError(f"base: there is no pack {name!r}; there is {', '.join(NAMES)}")
    return _installed(name)


@cache
def _installed(name: str) -> Pack:
    return cast(Pack, import_module(f"nuanxin.packs.{name}").PACK)
