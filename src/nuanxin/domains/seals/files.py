"""Files of uploads at rest: each sealed by a key of its own, which is sealed with the row.

A file is a row of frames (length, AES-GCM of a piece), counted by their nonce; the last one says
that it is, so that a file cut short does not open. The key seals one file, once.
"""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from nuanxin.domains.seals.trouble import KeyTrouble

FILE = "file"
"""The kind of the seal around a file's key."""
_LENGTH = struct.Struct(">I")


def write_sealed(pieces: Iterable[bytes], path: Path) -> str:
    """Write a file sealed; its key as text."""
    key = AESGCM.generate_key(256)
    cipher = AESGCM(key)
    with path.open("wb") as out:
        for number, piece, is_last in _numbered(pieces):
            sealed = cipher.encrypt(_nonce(number), piece, _told(is_last))
            out.write(_LENGTH.pack(len(sealed)) + sealed)
    return base64.b64encode(key).decode()


@contextmanager
def opened_file(path: Path, key: str | None) -> Iterator[Path]:
    """A plain copy of a file, for the block; the file itself when it was never sealed.

    KeyTrouble when it does not open.
    """
    if key is None:
        yield path
        return
    with TemporaryDirectory(prefix="nuanxin-") as folder:
        plain = Path(folder) / path.name
        with plain.open("wb") as out:
            out.writelines(_pieces(path, AESGCM(base64.b64decode(key))))
        yield plain


def _pieces(path: Path, cipher: AESGCM) -> Iterator[bytes]:
    whole = path.read_bytes()
    place = number = 0
    while place < len(whole):
        (length,) = _LENGTH.unpack_from(whole, place)
        end = place + _LENGTH.size + length
        try:
            yield cipher.decrypt(
                _nonce(number), whole[place + _LENGTH.size : end], _told(end >= len(whole))
            )
        except InvalidTag as error:
            raise KeyTrouble(f"{path} is damaged; hand the file in again") from error
        place, number = end, number + 1


def _numbered(pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes, bool]]:
    """The pieces with their numbers, and whether it is the last; at least an empty one."""
    number, held = 0, b""
    for piece in pieces:
        if held:
            yield number, held, False
            number += 1
        held = piece
    yield number, held, True


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _told(is_last: bool) -> bytes:
    return b"last" if is_last else b"more"
