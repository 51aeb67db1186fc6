"""The secret key of this installation, made at the first start."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from pathlib import Path


def secret_key(home: Path) -> str:
    """Read the key of a home folder; make it first when there is none.

    Several processes may start at once: the first to link its key into place wins, and all
    read that one.
    """
    path = home / "secret_key"
    if not path.exists():
        home.mkdir(mode=0o711, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".secret_key.", dir=home)  # closed to others
        mine = Path(name)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
        if os.geteuid() == 0:  # what root makes in another's home must not lock him out
            shutil.chown(mine, home.stat().st_uid, home.stat().st_gid)
        try:
            os.link(mine, path)
        except FileExistsError:
            pass
        finally:
            mine.unlink()
    return path.read_text()
