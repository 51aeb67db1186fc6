"""Sealing and opening: ``seal:<kind>:<key>:<body>`` in the place of what must not be read.

A seal is deterministic: one key seals one text always alike, so that equal numbers can be found
without being read. The kind is authenticated too; a seal of one kind opens as no other.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow as pa
from cryptography.exceptions import InvalidTag
from django.conf import settings
from duckdb.func import PythonUDFType

from nuanxin.domains.seals.keyring import Key, Ring, ring
from nuanxin.domains.seals.trouble import KeyTrouble

ID = "id"
"""The kind of id numbers."""
SEAL = re.compile(r"seal:([a-z]+):([0-9a-f]{8}):([a-z2-7]+)")
"""The body is base32: a word of its own, in which no other number is found."""
NUMBER = re.compile(r"(?<![0-9A-Za-z_-])[0-9]{15}(?:[0-9]{2}[0-9Xx])?(?![0-9A-Za-z_-])")
"""What looks like an id number within a text."""


def keys() -> Ring:
    """The keys of this installation."""
    return ring(Path(settings.SEAL_KEYS))


def seal(kind: str, text: str) -> str:
    """Seal a text by the newest key."""
    return _sealed(keys().newest, kind, text)


def every_seal(kind: str, text: str) -> list[str]:
    """How a text is sealed by each key: it is equal to a sealed one that is among these."""
    return [_sealed(key, kind, text) for key in keys().keys]


def opened(text: str) -> str:
    """A text with every seal in it opened; KeyTrouble when a key is missing or a seal broken."""
    return _each(text, _open)


def opened_json(text: str) -> str:
    """The same for a text that is JSON: what is opened stays inside its string."""
    return _each(text, lambda found, held: json.dumps(_open(found, held))[1:-1])


def resealed(text: str) -> str:
    """A text with every seal in it made by the newest key."""
    return _each(text, _renew)


def sealed_numbers(text: str) -> str:
    """A text with whatever looks like an id number sealed."""
    return _sealed_numbers(keys().newest, text)


def mark(text: str) -> str:
    """A keyed digest of a short text, by the newest key: it can be asked for, not read."""
    return _mark(keys().newest, text)


def every_mark(text: str) -> list[str]:
    """The marks of a text by each key."""
    return [_mark(key, text) for key in keys().keys]


def teach(con: duckdb.DuckDBPyConnection) -> None:
    """Let a DuckDB connection seal: ``sealed_id(text)`` and ``sealed_numbers(text)``."""
    for name, change in (("sealed_id", _sealed_id), ("sealed_numbers", _sealed_numbers)):
        con.create_function(
            name, _on_column(change), ["VARCHAR"], "VARCHAR", type=PythonUDFType.ARROW
        )


def _on_column(change: Callable[[Key, str], str]) -> Callable[[pa.ChunkedArray], pa.Array]:
    def changed(column: pa.ChunkedArray) -> pa.Array:
        newest = keys().newest
        told = (None if one is None else change(newest, one) for one in column.to_pylist())
        return pa.array(told, pa.string())

    return changed


def _sealed_id(key: Key, text: str) -> str:
    return _sealed(key, ID, text)


def _sealed_numbers(key: Key, text: str) -> str:
    return NUMBER.sub(lambda found: _sealed(key, ID, found[0]), text)


def _sealed(key: Key, kind: str, text: str) -> str:
    body = key.sealer.encrypt(text.encode(), [kind.encode()])
    return f"seal:{kind}:{key.name}:{base64.b32encode(body).decode().rstrip('=').lower()}"


def _open(found: re.Match[str], held: Ring) -> str:
    kind, name, body = found.groups()
    key = held.by_name.get(name)
    if key is None:
        raise KeyTrouble(
            f"sealed by key {name}, which is not among the keys of this home; add the file that"
            " has it: nuanxin keys add FILE"
        )
    try:
        padded = body.upper() + "=" * (-len(body) % 8)
        return key.sealer.decrypt(base64.b32decode(padded), [kind.encode()]).decode()
    except (InvalidTag, ValueError) as error:
        raise KeyTrouble(f"a seal by key {name} is broken; restore a backup") from error


def _renew(found: re.Match[str], held: Ring) -> str:
    if found[2] == held.newest.name:
        return found[0]
    return _sealed(held.newest, found[1], _open(found, held))


def _each(text: str, change: Callable[[re.Match[str], Ring], str]) -> str:
    if "seal:" not in text:
        return text
    held = keys()
    return SEAL.sub(lambda found: change(found, held), text)


def _mark(key: Key, text: str) -> str:
    return hmac.new(key.marker, text.encode(), hashlib.sha256).hexdigest()[:16]
