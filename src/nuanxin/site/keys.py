"""The keys of this installation, made at the first start."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from nuanxin.domains.seals import keyring
from nuanxin.site.home import give_to_owner


def secret_key(home: Path) -> str:
    """Read the key of a home folder that signs; make it first when there is none."""
    return _made_once(home / "secret_key", lambda: secrets.token_urlsafe(64)).read_text()


def seal_keys(home: Path) -> Path:
    """The file of the keys that seal (see ``domains/seals``); made first when there is none.

    It is in the home folder, or where ``NUANXIN_SEAL_KEYS`` says: on another disk, say.
    """
    path = Path(os.environ.get("NUANXIN_SEAL_KEYS") or home / keyring.NAME)
    return _made_once(path, lambda: keyring.written([keyring.Key.fresh(complete=True)]))


def _made_once(path: Path, content: Callable[[], str]) -> Path:
    """Make a file of keys, unless it is there.

    Several processes may start at once: the first to link its file into place wins, and all
    read that one.
    """
    if path.exists():
        return path
    home = path.parent
    home.mkdir(mode=0o711, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=home)  # closed to others
    mine = Path(name)
    with os.fdopen(handle, "w") as file:
        file.write(content())
    give_to_owner(mine, home)
    try:
        os.link(mine, path)
    except FileExistsError:
        pass
    finally:
        mine.unlink()
    return path
