"""How a name sounds: pinyin without tones, with the readings that surnames have."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pypinyin import lazy_pinyin

SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "朴": "piao", "查": "zha",
    "任": "ren", "华": "hua", "盖": "ge", "乐": "yue", "区": "ou", "翟": "zhai", "缪": "miao",
    "冼": "xian", "覃": "qin", "种": "chong", "员": "yun", "秘": "bi", "折": "she", "燕": "yan",
    "尉迟": "yuchi", "长孙": "zhangsun", "万俟": "moqi", "澹台": "tantai", "令狐": "linghu",
}  # fmt: skip
"""Surnames that are read otherwise than the same character elsewhere."""
HAN = re.compile("[\u3400-\u9fff]")
_OTHER = re.compile(r"[^0-9a-z]+")


@lru_cache(65_536)
def syllables(name: str, *, is_person: bool = True) -> tuple[str, ...]:
    """The syllables of a name in small letters; ü is written v, as people type it."""
    plain = unicodedata.normalize("NFKC", name).lower()
    first: list[str] = []
    for length in (2, 1):
        reading = SURNAMES.get(plain[:length]) if is_person else None
        if reading:
            first, plain = [reading], plain[length:]
            break
    parts = (_OTHER.sub("", part) for part in [*first, *lazy_pinyin(plain, v_to_u=False)])
    return tuple(part for part in parts if part)


def sound(name: str, *, is_person: bool = True) -> str:
    """The pinyin of a name: 林晓岚 -> linxiaolan."""
    return "".join(syllables(name, is_person=is_person))


def initials(name: str, *, is_person: bool = True) -> str:
    """Its first letters: 林晓岚 -> lxl."""
    return "".join(part[0] for part in syllables(name, is_person=is_person))


def typed(words: str) -> str:
    """What somebody typed, as names are kept: full width made half, small letters, ü as v."""
    return unicodedata.normalize("NFKC", words).strip().lower().replace("ü", "v")


def letters(words: str) -> str:
    """Its letters and digits alone: "lin xiao-lan" -> linxiaolan."""
    return _OTHER.sub("", words)


def has_han(words: str) -> bool:
    """Whether Chinese characters are among them."""
    return HAN.search(words) is not None
