"""Facts as typed records, the parameters, and one row of ``obligations``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

Facts = dict[str, list[dict[str, object]]]

DAY = timedelta(days=1)
MEDICAL = {"doctor", "nurse", "medical_technician", "pharmacist", "public_health"}


@dataclass(frozen=True)
class Person:
    person_id: str
    unit_id: str
    profession: str
    employment: str
    is_leader: bool
    needs_transport: bool | None

    @property
    def medical(self) -> bool:
        return self.profession in MEDICAL


@dataclass(frozen=True)
class Post:
    post_id: str
    unit_id: str
    kind: str
    contact: str
    risk: str


@dataclass(frozen=True)
class Spell:
    spell_id: str
    person_id: str
    post_id: str
    arranged_by: str
    start_date: date
    end_date: date | None
    mission: str
    aid_place: str | None
    treats_confirmed: bool


@dataclass(frozen=True)
class Work:
    """A worked row of attendance, or a piece of at most 24 h of a long one (T3)."""

    attendance_id: str
    person_id: str
    post_id: str
    spell_id: str | None
    start: datetime
    end: datetime
    contact_confirmed: bool | None
    reason_over_8h: str | None

    @property
    def day(self) -> date:
        return self.start.date()


@dataclass(frozen=True)
class Absence:
    person_id: str
    start_date: date
    end_date: date
    kind: str


@dataclass(frozen=True)
class Cover:
    """One insured period of one person and kind."""

    person_id: str
    kind: str
    start_date: date
    end_date: date


@dataclass(frozen=True)
class Delivery:
    delivery_id: str
    provision: str
    subject_id: str
    on_date: date
    quantity: Decimal | None
    counterpart_id: str | None
    period_start: date | None


@dataclass(frozen=True)
class Waiver:
    person_id: str
    provision: str
    on_date: date


MERIT = {
    "unit_share_percent": 50,
    "respond_days": 3,
    "young_leader_age": 40,
    "young_age": 35,
    "contacts": 1,
    "channels": 2,
    "list_years": 3,
    "assessment_days": 30,
    "pool_days": 30,
    "talent_age": 35,
    "transfer_age": 45,
    "age_relaxation": 3,
    "title_years": 2,
    "title_relaxation": 1,
    "publicity_workdays": 5,
    "admission_months": 3,
    "promotion_years": 1,
    "rank_years": 2,
    "pool_size": 10,
    "title_review_years": 5,
    "year_days": 14,
    "credit_a_day": 1,
    "year_credits": 25,
    "horizon_days": 14,
    "heavy_percent": 30,
}
"""The default numbers of measures 1 to 6; years, months, days, workdays, percent as named."""


@dataclass(frozen=True)
class Params:
    """The default numbers of the provisions; hours, days and fen as named."""

    shift_max_hours: int = 8
    over_share_percent: int = 10
    over_always_allowed: int = 1
    week_max_hours: int = 60
    duty_days_in_a_row: int = 10
    long_shifts_in_week: int = 3
    forced_rest_hours: int = 48
    long_stint_days: int = 30
    long_stint_rest_days: int = 7
    compensatory_hours_a_day: int = 8
    compensatory_begin_days: int = 30
    compensatory_done_days: int = 180
    tier1_fen: int = 30_000
    tier2_fen: int = 20_000
    tiers_from: date = date(2020, 1, 25)
    hubei_factor: int = 2
    hubei_from: date = date(2020, 2, 22)
    full_day_over_hours: int = 4
    subsidy_due_workdays: int = 10
    check_days: int = 30
    rest_days: int = 15
    rest_begin_days: int = 60
    rest_done_days: int = 180
    rest_blocks: int = 2
    scarce_standards: tuple[str, ...] = ("GB19083",)
    issue_before_hours: int = 12
    file_workdays: int = 3
    decide_days: int = 15
    pay_workdays: int = 10
    family_join_days: int = 14
    ledger_days: int = 3
    first_visit_days: int = 7
    visit_every_days: int = 14
    contact_days: int = 1
    families_a_contact: int = 3
    tutor_days: int = 3
    exam_bonus: int = 10
    repeat_hours: int = 168
    emergency_hours: int = 72
    minutes_a_day: int = 30
    merit: Mapping[str, int] = field(default_factory=lambda: MERIT)
    publish_ahead_days: int = 3
    dues_floor_percent: int = 70
    dues_alarm_percent: int = 60
    meal_hours: int = 4
    night_until_hour: int = 6
    night_from_hour: int = 22
    cover_days: int = 7
    increment_yuan: Decimal = Decimal(0)
    distribute_days: int = 30
    transport_days: int = 1
    counselling_first: int = 7
    counselling_second: int = 14
    counselling_after: int = 30
    icu_weight: Decimal = Decimal("1.5")
    card_needs: int = 8
    card_days: int = 7
    need_days: int = 3
    fault_tests: int = 6
    form_changes: int = 1
    visits_a_day: int = 1
    story_approvals: int = 2
    grassroots_percent: int = 70
    list_years: int = 3
    channels_least: int = 2

    @staticmethod
    def of(changes: Mapping[str, object] | None) -> Params:
        known = {known.name for known in fields(Params)}
        for name in changes or {}:
            if name not in known:
                raise KeyError(f"unknown parameter {name}; known: {', '.join(sorted(known))}")
        return replace(Params(), **dict(changes or {}))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Row:
    """One obligation. ``extra`` is the part of its identity (I2) that no column shows."""

    provision: str
    modality: str
    subject_kind: str
    subject_id: str
    period_start: date
    period_end: date | None
    quantity: Decimal | None
    quantity_unit: str
    state: str
    owner_unit_id: str | None
    quantity_met: Decimal | None = None
    due_on: date | None = None
    missing: str | None = None
    extra: tuple[str, ...] = ()

    @property
    def identity(self) -> tuple[object, ...]:
        return (self.provision, self.subject_kind, self.subject_id, self.period_start, self.extra)

    def columns(self, as_of: date) -> dict[str, object]:
        shown = {one.name: getattr(self, one.name) for one in fields(self)}
        del shown["extra"]
        return {**shown, "measure": int(self.provision[1:3]), "as_of": as_of}


def seconds(hours: int) -> int:
    return hours * 3600


def in_hours(exact_seconds: int) -> Decimal:
    """Hours with four decimals (T4); comparisons are never made on this figure."""
    return (Decimal(exact_seconds) / 3600).quantize(Decimal("0.0001"), ROUND_HALF_UP)
