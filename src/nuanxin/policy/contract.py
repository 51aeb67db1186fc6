"""The contract between evidence and rules: every fact table and its columns, in contract order.

One schema, three carriers (files, PostgreSQL, Spark). Dates are ISO dates, times are local
Asia/Shanghai without zone, money is whole fen, an empty cell is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "date", "time", "bool", "whole", "decimal", "list"]


@dataclass(frozen=True)
class Column:
    """One column: its kind, whether it is required, its vocabulary and what it refers to.

    ``references`` is ``table.column`` of a *checked* reference (definitions R5); references
    that are not checked simply match nobody and are not named here.
    ``same`` is a column that the referred row must share with this one (a shift's spell is the
    person's own, R4). ``dated`` marks dates that are listed as suspect when implausibly early
    or late (R3). ``binding`` marks an optional cell that, filled and bad, sets its row aside.
    ``required_if`` is ``(column, value)``: the cell is required in rows that hold that value.
    """

    name: str
    kind: Kind = "text"
    required: bool = False
    vocabulary: tuple[str, ...] = ()
    references: str | None = None
    same: str | None = None
    dated: bool = False
    binding: bool = False
    required_if: tuple[str, str] | None = None


@dataclass(frozen=True)
class Table:
    """One fact table: columns in contract order, key columns, and its reversed-period check.

    A period of days may start and end on one day; a period of times must last (R4).
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    required: bool = False
    period: tuple[str, str] | None = None

    @property
    def period_holds(self) -> str:
        """How the end of a period compares with its start: ``>=`` for days, ``>`` for times."""
        return ">" if self.period and self.column(self.period[1]).kind == "time" else ">="

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when the contract has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name}.{name}")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _must(name: str, kind: Kind = "text", **more: object) -> Column:
    return Column(name, kind, required=True, **more)  # type: ignore[arg-type]


def _may(name: str, kind: Kind = "text", **more: object) -> Column:
    return Column(name, kind, **more)  # type: ignore[arg-type]


def _day(name: str, *, required: bool = False, dated: bool = True, binding: bool = False) -> Column:
    return Column(name, "date", required=required, dated=dated, binding=binding)


def _person(*, required: bool = True, required_if: tuple[str, str] | None = None) -> Column:
    return Column(
        "person_id", required=required, references="people.person_id", required_if=required_if
    )


UNIT_KINDS = _words(
    "party_organ government_organ public_institution hospital community village enterprise "
    "school social_organisation other"
)
EMPLOYMENTS = _words(
    "civil_servant institution_staff grassroots_institution_staff community_cadre village_cadre "
    "graduate_village_official enterprise_staff contract volunteer"
)
MEDICAL_PROFESSIONS = _words("doctor nurse medical_technician pharmacist public_health")
CHANNELS = _words("phone network leader meeting assessment")
"""On what channels a person's performance may be learned."""

PROFESSIONS = (*MEDICAL_PROFESSIONS, *_words("police teacher administrator other"))
POST_KINDS = _words(
    "isolation_ward icu fever_clinic designated_ward laboratory sampling epidemiology emergency "
    "general_ward quarantine_site checkpoint grid screening patrol key_visit logistics headquarters"
)
STAGES = _words(
    "preschool kindergarten_entry kindergarten primary_entry primary junior_entry junior "
    "senior_entry senior vocational_entry"
)

TABLES: tuple[Table, ...] = (
    Table(
        "units",
        (
            _must("unit_id"),
            _must("name"),
            _may("parent_id"),
            _must("kind", vocabulary=UNIT_KINDS),
            _must("district"),
        ),
        key=("unit_id",),
        required=True,
    ),
    Table(
        "people",
        (
            _must("person_id"),
            _must("name"),
            _must("unit_id", references="units.unit_id"),
            _must("employment", vocabulary=EMPLOYMENTS),
            _must("profession", vocabulary=PROFESSIONS),
            _must("is_leader", "bool"),
            _may("is_secretary", "bool"),
            _may("sex"),
            _day("birth_date", dated=False),
            _may("education", vocabulary=_words("below_college college bachelor master doctor")),
            _may("party", vocabulary=_words("member probationary applicant none")),
            _may("title_level", vocabulary=_words("none junior intermediate associate full")),
            _day("title_since", dated=False),
            _day("rank_since", dated=False),
            _day("work_start", dated=False),
            _may("district"),
            _may("street"),
            _may("household_district"),
            _may("needs_transport", "bool"),
            _may("id_number"),
        ),
        key=("person_id",),
        required=True,
    ),
    Table(
        "relations",
        (_person(), _must("relative_id"), _must("kind", vocabulary=_words("spouse parent"))),
        key=("person_id", "relative_id", "kind"),
    ),
    Table(
        "children",
        (
            _must("child_id"),
            _may("name"),
            _must("guardian_id", references="people.person_id"),
            _may("other_guardian_id"),
            _day("birth_date", required=True, dated=False),
            _may("household_district"),
            _must("stage", vocabulary=STAGES),
            _may("enrol_year", "whole"),
            _may("needs_home_study", "bool"),
        ),
        key=("child_id",),
    ),
    Table(
        "posts",
        (
            _must("post_id"),
            _must("unit_id", references="units.unit_id"),
            _may("name"),
            _must("kind", vocabulary=POST_KINDS),
            _must("contact", vocabulary=_words("confirmed suspected none")),
            _must("risk", vocabulary=_words("high higher medium low")),
            _may("district"),
            _may("street"),
        ),
        key=("post_id",),
        required=True,
    ),
    Table(
        "spells",
        (
            _must("spell_id"),
            _person(),
            _must("post_id", references="posts.post_id"),
            _must("arranged_by", references="units.unit_id"),
            _day("start_date", required=True),
            _day("end_date", binding=True),
            _must("mission", vocabulary=_words("local aid")),
            _may("aid_place"),
            _must("treats_confirmed", "bool"),
        ),
        key=("spell_id",),
        required=True,
        period=("start_date", "end_date"),
    ),
    Table(
        "attendance",
        (
            _must("attendance_id"),
            _person(),
            _must("post_id", references="posts.post_id"),
            _may("spell_id", references="spells.spell_id", same="person_id"),
            _must("start", "time", dated=True),
            _must("end", "time", dated=True),
            _must("status", vocabulary=_words("planned worked cancelled")),
            _may("contact_confirmed", "bool"),
            _may("reason_over_8h"),
            _may("reported_by"),
        ),
        key=("attendance_id",),
        required=True,
        period=("start", "end"),
    ),
    Table(
        "absences",
        (
            _must("absence_id"),
            _person(),
            _day("start_date", required=True),
            _day("end_date", required=True),
            _must(
                "kind",
                vocabulary=_words("annual compensatory rest15 forced quarantine sick injury"),
            ),
        ),
        key=("absence_id",),
        period=("start_date", "end_date"),
    ),
    Table(
        "declarations",
        (
            _day("date", required=True),
            _must("kind", vocabulary=_words("response_start task_end task_reopened release")),
            _person(required=False, required_if=("kind", "release")),
        ),
        key=("date", "kind", "person_id"),
    ),
    Table(
        "insurance",
        (
            _must("policy_no"),
            _person(),
            _must("kind", vocabulary=_words("accident critical_illness")),
            _day("start_date", required=True),
            _day("end_date", required=True, dated=False),
        ),
        key=("policy_no", "person_id", "kind", "start_date"),
        period=("start_date", "end_date"),
    ),
    Table(
        "harms",
        (
            _must("harm_id"),
            _person(),
            _day("date", required=True),
            _must("kind", vocabulary=_words("illness injury violence rumour")),
            _may("arises_from_duty", "bool"),
            _day("filed_on"),
            _day("decided_on"),
            _may("recognised", "bool"),
            _day("paid_on"),
            _day("clarified_on"),
        ),
        key=("harm_id",),
    ),
    Table(
        "findings",
        (
            _must("finding_id"),
            _person(),
            _must("level", vocabulary=_words("outstanding exceptional")),
            _day("decided_on", required=True),
            _must("decided_by"),
            _must("channels", "list", vocabulary=CHANNELS),
            _day("expires_on", dated=False),
        ),
        key=("finding_id",),
    ),
    Table(
        "deliveries",
        (
            _must("delivery_id"),
            _must("provision"),
            _must("subject_id"),
            _day("on_date", required=True),
            _may("quantity", "decimal"),
            _may("counterpart_id"),
            _day("period_start"),
        ),
        key=("delivery_id",),
    ),
    Table(
        "stock_issues",
        (
            _must("issue_id"),
            _must("at", "time", dated=True),
            _must("item"),
            _may("standard"),
            _must("quantity", "decimal"),
            _must("unit_id", references="units.unit_id"),
            _may("person_id"),
        ),
        key=("issue_id",),
    ),
    Table(
        "data_requests",
        (
            _must("request_id"),
            _must("issuer_id", references="units.unit_id"),
            _must("target_id", references="units.unit_id"),
            _must("issued_at", "time", dated=True),
            _must("fields", "list"),
            _must("minutes", "decimal"),
            _must("is_emergency", "bool"),
            _may("table_code", vocabulary=_words("A B")),
        ),
        key=("request_id",),
    ),
    Table(
        "held_fields",
        (_must("field"), _must("table_code", vocabulary=_words("A B")), _must("owner_id")),
        key=("field", "table_code"),
    ),
    Table(
        "fund_entries",
        (
            _must("entry_id"),
            _must("fund", vocabulary=_words("party_dues matching")),
            _day("on_date", required=True),
            _must("amount_fen", "whole"),
            _must(
                "purpose",
                vocabulary=_words("frontline_support consolation supplies hardship other"),
            ),
            _may("beneficiary_kind"),
        ),
        key=("entry_id",),
    ),
    Table(
        "waivers",
        (
            _must("waiver_id"),
            _person(),
            _must("provision"),
            _day("on_date", required=True),
            _must("reason"),
        ),
        key=("waiver_id",),
    ),
    Table(
        "calendar",
        (
            _day("date", required=True),
            _must("is_workday", "bool"),
            _may("overtime_pct", "decimal"),
        ),
        key=("date",),
    ),
)

TABLE: dict[str, Table] = {table.name: table for table in TABLES}
REQUIRED_TABLES: tuple[str, ...] = tuple(table.name for table in TABLES if table.required)

_FIRST = _words("units people posts spells attendance")
READING_ORDER: tuple[Table, ...] = (
    *(TABLE[name] for name in _FIRST),
    *(table for table in TABLES if table.name not in _FIRST),
)
"""Tables in the order in which a fall cascades (R6): references point to earlier ones only."""
