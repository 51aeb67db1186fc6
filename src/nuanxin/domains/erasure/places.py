"""Every table of the database, and what becomes of a person's rows in it.

A new table is named here; a test enumerates the database and fails until it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nuanxin.policy.text import Text

Fate = Literal["erased", "kept", "chained", "none"]
GONE = "已删除"
"""What stands where a name stood."""

BOOKS = Text(
    "会计档案管理办法：发放的账要保存三十年",
    "Measures for accounting archives: what was paid is kept for thirty years",
)
GROUNDS = Text(
    "是发放和兑现的依据，删了账就对不上",
    "payments and promises stand on it; without it the books no longer agree",
)
AUDIT = Text("审计要看得到谁在何时做了什么", "an audit has to see who did what and when")
CHAIN = Text(
    "查阅记录连成一条链，改一个字就断；被看的人只有带密钥的摘要，看的人只有编号",
    "the log of reads is a chain that a changed letter breaks; whose record it was is a keyed mark,"
    " who read it a number",
)
NEEDLESS = Text("不再需要", "no longer needed")
NOBODY = Text("没有个人信息", "nothing about a person")


@dataclass(frozen=True)
class Place:
    """A table: ``ids`` hold a person's number; ``own`` is the SQL condition of their rows, where
    ``ids`` do not say it (``%(n)s`` are their numbers).

    ``blank`` are values set in the person's rows that are kept, as SQL; ``free`` are texts that
    may name somebody. Rows of fate ``none`` hold nobody, those of ``chained`` stay as
    they are.
    """

    table: str
    fate: Fate
    why: Text
    ids: tuple[str, ...] = ()
    own: str = ""
    blank: Mapping[str, str] = field(default_factory=dict)
    free: tuple[str, ...] = ()

    @property
    def condition(self) -> str:
        """SQL that is true of a person's rows; empty where there are none."""
        return self.own or " or ".join(f"{name} = any(%(n)s)" for name in self.ids)


def _erased(table: str, *ids: str, own: str = "") -> Place:
    return Place(table, "erased", NEEDLESS, ids, own)


def _kept(table: str, why: Text, *ids: str, own: str = "", free: str = "", **blank: str) -> Place:
    return Place(table, "kept", why, ids, own, blank, tuple(free.split()))


def _none(*tables: str) -> tuple[Place, ...]:
    return tuple(Place(table, "none", NOBODY) for table in tables)


_NULL = (
    *("is_secretary", "sex", "birth_date", "education", "party", "title_level", "title_since"),
    *("rank_since", "work_start", "district", "street", "household_district"),
    *("needs_transport", "id_number"),
)
_OF_OBLIGATION = "obligation_id in (select obligation_id from {0} where subject_id = any(%(n)s))"
_NOW, _PAST = (_OF_OBLIGATION.format(f"ledger_obligation{past}") for past in ("", "_past"))
_ROW = "row ->> 'person_id' = any(%(n)s) or row ->> 'guardian_id' = any(%(n)s)"
_ROW += " or row ->> 'subject_id' = any(%(n)s)"
_LIVE = (
    _kept(
        "live_people",
        GROUNDS,
        *("person_id", "merged_into_id"),
        name=f"'{GONE}'",
        **dict.fromkeys(_NULL, "null"),
    ),
    _erased("live_relations", "person_id", "relative_id"),
    _erased("live_children", "guardian_id", "other_guardian_id"),
    _erased("live_findings", "person_id"),
    _kept("live_spells", GROUNDS, "person_id"),
    _kept(
        *("live_attendance", GROUNDS, "person_id"),
        reason_over_8h=f"case when reason_over_8h is null then null else '{GONE}' end",
    ),
    *(
        _kept(f"live_{table}", GROUNDS, "person_id")
        for table in ("absences", "declarations", "harms", "insurance", "stock_issues")
    ),
    _kept("live_deliveries", GROUNDS, "subject_id", "counterpart_id"),
    _kept("live_waivers", GROUNDS, "person_id", reason=f"'{GONE}'"),
    *_none("live_units", "live_posts", "live_data_requests", "live_held_fields"),
    *_none("live_fund_entries", "live_calendar", "people_unit_path", "calendar_published"),
)
_LEDGER = (
    _kept("ledger_subject", GROUNDS, "subject_id", name=f"'{GONE}'"),
    _kept("ledger_obligation", GROUNDS, "subject_id"),
    _kept("ledger_obligation_past", AUDIT, "subject_id"),
    _kept("ledger_criterion", GROUNDS, own=_NOW, free="value"),
    _kept("ledger_criterion_past", AUDIT, own=f"{_NOW} or {_PAST}", free="value"),
    _kept("ledger_fact", GROUNDS, own=_ROW),
    _kept("ledger_fact_past", AUDIT, own=_ROW),
    _kept("ledger_person_day", BOOKS, "person_id"),
    _kept("ledger_deed", AUDIT, "by", own=f"by = any(%(n)s) or {_NOW}", free="reason evidence"),
    _kept("ledger_mark", GROUNDS, own="false"),
    _kept("ledger_load", AUDIT, "by", free="reason"),
    _kept("ledger_set_aside", AUDIT, own="value = any(%(n)s)", free="value reason"),
    _kept("ledger_touched", AUDIT, "person_id"),
    *_none("ledger_run", "ledger_unit", "ledger_tally", "ledger_flow", "ledger_unit_tally"),
)
_PAY = (
    _kept("pay_line", BOOKS, "person_id", name=f"'{GONE}'", free="held_reason"),
    _kept(
        *("pay_line_day", BOOKS),
        own="line_id in (select id from pay_line where person_id = any(%(n)s))",
    ),
    _kept("pay_entry", BOOKS, "person_id"),
    _kept("pay_day", BOOKS, "person_id"),
    _kept("pay_objection", AUDIT, "person_id", "by", text=f"'{GONE}'", answer=f"'{GONE}'"),
    _kept("pay_check", AUDIT, own="false", free="found"),
    _kept("pay_run", BOOKS, "made_by", "approver", "approved_by"),
    _kept("pay_step", AUDIT, "by", free="reason"),
    _kept("pay_posting", BOOKS, "by", free="memo"),
    *_none("pay_account", "pay_leg"),
)
_WORK = (
    _kept("changes_change", AUDIT, "who", free="why source"),
    _kept("changes_oldrow", AUDIT, own=_ROW),
    _erased("consent_statement", "person_id"),
    _kept("couples_check", AUDIT, "person_id", "by"),
    _kept("erasure_request", AUDIT, "person_id", "asked_by", "decided_by", free="reason answer"),
    _erased(
        "needs_step", own="need_id in (select id from needs_need where person_id = any(%(n)s))"
    ),
    _erased("needs_need", "person_id"),
    _erased("family_pass", "person_id"),
    _kept("inbox_handed_back", AUDIT, "by", free="reason"),
    _kept("intake_upload", AUDIT, "who", free="why"),
    _erased("intake_line", own="subject = any(%(n)s)"),
    _erased("search_entry", own="kind = 'person' and key = any(%(n)s)"),
    _erased("search_waiting", own="kind = 'person' and key = any(%(n)s)"),
    _kept("rules_proposal", AUDIT, "made_by", "decided_by", free="reason"),
    _kept("rules_work", AUDIT, "asked_by", free="found"),
    _kept("rules_step", AUDIT, "by", free="reason"),
    _none("rules_value")[0],
    Place("reads_entry", "chained", CHAIN, ("actor",)),
    *_none("reads_lane"),
)
_OF_ACCOUNT = "select {0} from access_account where person_id = any(%(n)s)"
_OF_TOKEN = f"select id from access_membership where account_id in ({_OF_ACCOUNT.format('id')})"
_IN_REPLY = "exists (select 1 from unnest(%(n)s::text[]) as x where position(x in body::text) > 0)"
_ACCESS = (
    _erased("api_token", own=f"membership_id in ({_OF_TOKEN})"),
    _erased("api_reply", own=_IN_REPLY),
    _erased("access_attempt", own=f"name in ({_OF_ACCOUNT.format('name')})"),
    *(
        _erased(f"access_{table}", own=f"account_id in ({_OF_ACCOUNT.format('id')})")
        for table in ("secondfactor", "recoverycode", "membership")
    ),
    _kept("access_act", AUDIT, own=f"of in ({_OF_ACCOUNT.format('name')})", free="why"),
    _erased("access_account", "person_id"),
    _kept("procrastinate_jobs", AUDIT, own="false"),
    *_none("procrastinate_workers", "procrastinate_events", "procrastinate_periodic_defers"),
    *_none("family_attempt", "django_session", "django_migrations", "django_content_type"),
    *_none("auth_permission", "auth_group_permissions", "auth_group"),
)
PLACES: tuple[Place, ...] = (*_WORK, *_LEDGER, *_PAY, *_LIVE, *_ACCESS)
"""In the order in which rows are erased: what names another table's rows goes before it."""
ACTORS = frozenset(
    (
        *("who", "by", "account", "made_by", "asked_by", "decided_by", "answered_by"),
        *("approver", "approved_by", "reported_by", "of"),
    )
)
"""Columns that name who did something or whose account it was done to: a person's number, else
the name of their account."""
