"""The shapes that requests and answers are made of. Every text that comes in is plain and short."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from html import unescape
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints

from nuanxin.domains.api.paging import LARGEST, PAGE
from nuanxin.policy.text import Text

PLAIN = r"^[^\x00]*$"
Words = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=PLAIN)]
Remark = Annotated[str, StringConstraints(max_length=500, pattern=PLAIN)]
Sought = Annotated[str, StringConstraints(max_length=100, pattern=PLAIN)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=PLAIN)]
Number = Annotated[int, Field(ge=1, le=2**31 - 1)]
Whole = Annotated[int, Strict(), Field(ge=0, le=2**31 - 1)]
Yes = Annotated[bool, Strict()]
Amount = Annotated[
    Decimal, Field(ge=0, le=Decimal(10**9), max_digits=14, decimal_places=4, allow_inf_nan=False)
]


def _written(value: Any) -> Any:
    """A day is written YYYY-MM-DD; a number is none."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise ValueError("expected YYYY-MM-DD")
    if not isinstance(value, str | date):
        raise ValueError("expected YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_written)]


class Asked(BaseModel):
    """What a request brings; what it does not know, it refuses."""

    model_config = ConfigDict(extra="forbid")


class Paged(Asked):
    """A page of a list."""

    cursor: Annotated[str, StringConstraints(max_length=1000, pattern=PLAIN)] = ""
    limit: Annotated[int, Field(ge=1, le=LARGEST)] = PAGE


class Told(BaseModel):
    """What an answer brings."""

    model_config = ConfigDict(from_attributes=True)


class Both(Told):
    """A text in both languages."""

    zh: str
    en: str

    @classmethod
    def of(cls, text: Text) -> Both:
        """The same, from ours."""
        return cls(zh=text.zh, en=text.en)


class StepTaken(Told):
    """Something that was done: who, in which role, why, when."""

    kind: str
    by: str
    role: str
    reason: str
    at: datetime


def bare(html: str) -> str:
    """What a page says, without its marks."""
    return unescape(re.sub(r"<[^>]+>", "", html))
