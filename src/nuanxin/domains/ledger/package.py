"""A signed package: files in one ZIP, checkable by anybody without us and without a network.

``manifest.json`` has the SHA-256 of every other file and the public key; ``signature`` is the
Ed25519 signature of its bytes. The ZIP is written the same way each time, so that not even a byte
between the files can differ unseen.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

MANIFEST, SIGNATURE = "manifest.json", "signature"
_WRITTEN = (1980, 1, 1, 0, 0, 0)


class NotGenuine(ValueError):
    """A package that is not as it was signed; the message names what differs."""


@dataclass(frozen=True)
class Genuine:
    """A package found to be as it was signed, and by which key."""

    fingerprint: str
    files: dict[str, bytes]


def signing_key(home: Path) -> Ed25519PrivateKey:
    """The key of this installation, made at the first use; for its owner's eyes only."""
    path = home / "evidence_key"
    if not path.exists():
        mine = path.with_name(f".evidence_key.{os.getpid()}")
        handle = os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(Ed25519PrivateKey.generate().private_bytes_raw())
        try:
            os.link(mine, path)
        except FileExistsError:
            pass
        finally:
            mine.unlink()
    return Ed25519PrivateKey.from_private_bytes(path.read_bytes())


def fingerprint(key: bytes) -> str:
    """A public key as people compare it: 16 groups of four of its SHA-256."""
    digest = hashlib.sha256(key).hexdigest()
    return " ".join(digest[at : at + 4] for at in range(0, 64, 4))


def fingerprint_of(key: Ed25519PrivateKey) -> str:
    """The fingerprint of what a key signs."""
    return fingerprint(key.public_key().public_bytes_raw())


def sign(files: Mapping[str, bytes], key: Ed25519PrivateKey) -> bytes:
    """The package of these files."""
    public = key.public_key().public_bytes_raw()
    told = {
        "form": 1,
        "key": base64.b64encode(public).decode(),
        "fingerprint": fingerprint(public),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
    }
    manifest = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True).encode()
    signature = base64.b64encode(key.sign(manifest))
    return _zipped({**dict(sorted(files.items())), MANIFEST: manifest, SIGNATURE: signature})


def verify(package: bytes) -> Genuine:
    """The files of a package and the key that signed them; NotGenuine names what differs."""
    files = _unzipped(package)
    try:
        manifest, signature = files.pop(MANIFEST), files.pop(SIGNATURE)
    except KeyError as error:
        raise NotGenuine(f"{error.args[0]} is missing") from error
    told, public = _signed(manifest, signature)
    for name in sorted({*told["files"], *files}):
        if name not in files:
            raise NotGenuine(f"{name} is missing")
        if hashlib.sha256(files[name]).hexdigest() != told["files"].get(name):
            raise NotGenuine(f"{name} is not as it was signed")
    again = _zipped({**dict(sorted(files.items())), MANIFEST: manifest, SIGNATURE: signature})
    if again != package:
        raise NotGenuine("the ZIP around the files is not as it was written")
    return Genuine(fingerprint(public), files)


def _signed(manifest: bytes, signature: bytes) -> tuple[dict[str, Any], bytes]:
    """What the manifest says and its key, once the signature is found to be of it."""
    try:
        told: dict[str, Any] = json.loads(manifest)
        public = base64.b64decode(told["key"], validate=True)
        Ed25519PublicKey.from_public_bytes(public).verify(
            base64.b64decode(signature, validate=True), manifest
        )
    except InvalidSignature as error:
        raise NotGenuine(f"{MANIFEST} is not as it was signed, or {SIGNATURE} is not") from error
    except (ValueError, KeyError, TypeError) as error:
        raise NotGenuine(f"{MANIFEST} or {SIGNATURE} cannot be read: {error}") from error
    return told, public


def _zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _WRITTEN)
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            archive.writestr(entry, data)
    return target.getvalue()


def _unzipped(package: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            damaged = archive.testzip()
            if damaged is not None:
                raise NotGenuine(f"{damaged} is damaged")
            return {name: archive.read(name) for name in archive.namelist()}
    except NotGenuine:
        raise
    except Exception as error:  # a ZIP can be broken in any way; none of them is ours to tell apart
        raise NotGenuine(f"it is no ZIP that can be read: {error}") from error
