"""The keys that seal: a file of the home folder, the newest first, readable by its owner alone.

Each key is 64 random bytes, named by the beginning of its own digest. From it follow, by HKDF, a
key that seals and a key that marks (digests that can be asked for, not read). The file is read
again whenever it changes, so that a running server follows a rotation.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from nuanxin.domains.seals.trouble import KeyTrouble

NAME = "seal_keys"


@dataclass(frozen=True)
class Key:
    """One key. ``complete``: everything was sealed anew since it is the newest."""

    secret: str
    made: str
    complete: bool = True

    @classmethod
    def fresh(cls, *, complete: bool) -> Key:
        """A new random key."""
        secret = base64.b64encode(secrets.token_bytes(64)).decode()
        return cls(secret, datetime.now(UTC).date().isoformat(), complete)

    @cached_property
    def name(self) -> str:
        """Eight hexadecimal digits."""
        return hashlib.sha256(b"nuanxin key" + self._bytes).hexdigest()[:8]

    @cached_property
    def sealer(self) -> AESSIV:
        """AES-SIV (RFC 5297) with 256-bit keys: the same text is sealed alike."""
        return AESSIV(self._derived("seal", 64))

    @cached_property
    def marker(self) -> bytes:
        """The key of marks."""
        return self._derived("mark", 32)

    @property
    def _bytes(self) -> bytes:
        return base64.b64decode(self.secret)

    def _derived(self, use: str, length: int) -> bytes:
        return HKDF(SHA256(), length, salt=None, info=f"nuanxin {use}".encode()).derive(self._bytes)


@dataclass(frozen=True)
class Ring:
    """The keys of an installation, the newest first."""

    keys: tuple[Key, ...]

    @property
    def newest(self) -> Key:
        """The key that seals what is written."""
        return self.keys[0]

    @cached_property
    def by_name(self) -> Mapping[str, Key]:
        """The keys by their names."""
        return {key.name: key for key in self.keys}


def ring(path: Path) -> Ring:
    """The keys in a file; KeyTrouble when it cannot be read."""
    try:
        seen = path.stat()
    except OSError as error:
        raise KeyTrouble(f"{path}: {error.strerror}; put the key file back there") from error
    return _read(path, seen.st_mtime_ns, seen.st_ino, seen.st_size)


@lru_cache(8)
def _read(path: Path, *_seen: int) -> Ring:
    try:
        told = json.loads(path.read_text())
        found = Ring(tuple(Key(**one) for one in told))
        if not found.by_name:
            raise ValueError("no key")
    except (OSError, ValueError, TypeError) as error:
        raise KeyTrouble(f"{path} holds no keys ({error}); put the key file back") from error
    return found


def written(keys: Iterable[Key]) -> str:
    """The text of a key file."""
    return json.dumps([asdict(key) for key in keys], indent=1) + "\n"


def replace(path: Path, keys: Iterable[Key]) -> Ring:
    """Write the keys in the place of those in the file, all or nothing, for the same owner."""
    handle, name = tempfile.mkstemp(prefix=f".{NAME}.", dir=path.parent)  # closed to others
    with os.fdopen(handle, "w") as file:
        file.write(written(keys))
        file.flush()
        os.fsync(file.fileno())
    if os.geteuid() == 0:
        owner = path.stat()
        os.chown(name, owner.st_uid, owner.st_gid)
    Path(name).replace(path)
    return ring(path)
