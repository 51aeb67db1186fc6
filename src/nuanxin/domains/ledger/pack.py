"""What the pages need of a policy pack: its texts. The pack itself lives in ``nuanxin.policy``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from nuanxin.domains.wording import Bilingual


class Measure(Protocol):
    """One of the sixteen measures, in our own words."""

    @property
    def number(self) -> int: ...
    @property
    def title(self) -> Bilingual: ...
    @property
    def text(self) -> Bilingual: ...


class Entry(Protocol):
    """One obligation as the pack registers it, for example M07-2."""

    @property
    def id(self) -> str: ...
    @property
    def measure(self) -> int: ...
    @property
    def modality(self) -> str: ...
    @property
    def subject(self) -> Bilingual: ...
    @property
    def duty_holder(self) -> Bilingual: ...
    @property
    def title(self) -> Bilingual: ...
    @property
    def summary(self) -> Bilingual: ...
    @property
    def evidence(self) -> Bilingual: ...
    @property
    def default(self) -> Bilingual: ...
    @property
    def certainty(self) -> str: ...
    @property
    def citation(self) -> Bilingual: ...
    @property
    def computed(self) -> bool: ...
    @property
    def parameters(self) -> Sequence[str]: ...


class ParameterValue(Protocol):
    """One version of a parameter: in force from a day, published on another."""

    @property
    def value(self) -> object: ...
    @property
    def start(self) -> date: ...
    @property
    def known(self) -> date: ...
    @property
    def source(self) -> Bilingual: ...
    @property
    def certainty(self) -> str: ...
    @property
    def jurisdiction(self) -> str: ...


class Parameter(Protocol):
    """A dated number or word of the policy."""

    @property
    def key(self) -> str: ...
    @property
    def label(self) -> Bilingual: ...
    @property
    def unit(self) -> str: ...
    @property
    def values(self) -> Sequence[ParameterValue]: ...


class CriterionText(Protocol):
    """How a criterion is asked, and how its value is said (``{value}`` is put in)."""

    @property
    def question(self) -> Bilingual: ...
    @property
    def value(self) -> Bilingual: ...


class Pack(Protocol):
    """The texts of one policy."""

    @property
    def measures(self) -> Sequence[Measure]: ...
    @property
    def obligations(self) -> Sequence[Entry]: ...
    def parameter(self, key: str) -> Parameter: ...
    def criterion(self, provision: str, name: str) -> CriterionText: ...


@lru_cache
def pack(name: str) -> Pack:
    """The pack of that name, from the function that ``settings.NUANXIN_PACKS`` names."""
    return cast(Pack, import_string(settings.NUANXIN_PACKS)(name))


def entry(of: Pack, provision: str) -> Entry | None:
    """The obligation ``provision`` as the pack registers it; None when it does not."""
    return next((found for found in of.obligations if found.id == provision), None)
