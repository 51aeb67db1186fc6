"""Typed records of the tables that only the further provisions read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True)
class Rostered:
    """A row of attendance planned or worked, whole."""

    person_id: str
    post_id: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Issue:
    issue_id: str
    at: datetime
    item: str
    standard: str | None
    quantity: Decimal
    unit_id: str
    person_id: str | None


@dataclass(frozen=True)
class Harm:
    harm_id: str
    person_id: str
    date: Day
    kind: str
    arises_from_duty: bool | None
    filed_on: Day | None
    decided_on: Day | None
    recognised: bool | None
    paid_on: Day | None
    clarified_on: Day | None


@dataclass(frozen=True)
class Child:
    child_id: str
    guardian_id: str
    other_guardian_id: str | None
    household_district: str | None
    stage: str
    needs_home_study: bool | None

    @property
    def guardians(self) -> tuple[str | None, ...]:
        return (self.guardian_id, self.other_guardian_id)


@dataclass(frozen=True)
class Request:
    request_id: str
    issuer_id: str
    target_id: str
    issued_at: datetime
    fields: list[str]
    minutes: Decimal
    is_emergency: bool
    table_code: str | None


@dataclass(frozen=True)
class HeldField:
    field: str
    table_code: str
    owner_id: str


@dataclass(frozen=True)
class Unit:
    unit_id: str
    kind: str


@dataclass(frozen=True)
class FundEntry:
    fund: str
    on_date: Day
    amount_fen: int
    purpose: str
    beneficiary_kind: str | None


@dataclass(frozen=True)
class Finding:
    person_id: str
    level: str
    decided_on: Day
    channels: list[str]
    expires_on: Day | None
