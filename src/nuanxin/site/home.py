"""The home folder: where this installation keeps its data."""

from __future__ import annotations

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]


def home() -> Path:
    """``NUANXIN_HOME``; else ``var`` in the checkout we run from; else ``var`` where we stand.

    Inside a checkout the same data are found from whatever folder the command is given.
    """
    named = os.environ.get("NUANXIN_HOME")
    if named:
        return Path(named).expanduser().absolute()
    base = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()
    return base / "var"


def give_to_owner(made: Path | int, home: Path) -> None:
    """What root makes in another's home (a path, or a descriptor) must not lock him out."""
    if os.geteuid() == 0:
        owner = home.stat()
        os.chown(made, owner.st_uid, owner.st_gid)
