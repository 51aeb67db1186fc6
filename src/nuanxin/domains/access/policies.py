"""Which rows of which table whom: one rule for each table, held by the database itself.

A page may forget its filter; the database does not. Requests of people who are signed in run under
one of four database roles (see ``scope``), and each table says here which rows such a role reads
and writes. Workers, commands and sign-in run as the owner, whom no rule binds.

A new table needs its line here, or nobody who is signed in sees a row of it; a test names it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

CITY, UNIT, PERSON, ADMIN = "nuanxin_city", "nuanxin_unit", "nuanxin_person", "nuanxin_admin"
"""Officers of the whole city, of a unit and those below; workers and families; administrators."""
DB_ROLES = (CITY, UNIT, PERSON, ADMIN)

_ME = "(select current_setting('nuanxin.person', true))"
_ACTOR = "(select current_setting('nuanxin.actor', true))"
_ACCOUNT = "(select nullif(current_setting('nuanxin.account', true), '')::bigint)"


def _any(whose: str) -> str:
    """One of the ids that a function gives: found once a statement, and looked up in an index.

    A set of rows (``in (select ...)``) is no key of an index where it is one of several reasons.
    """
    return f"= any ((select access_{whose}())::text[])"


FUNCTIONS = """
drop function if exists access_units(), access_posts(), access_people(), access_subjects(),
    access_own(), access_families() cascade;
create function access_units() returns text[] language sql stable as $$
    select string_to_array(coalesce(current_setting('nuanxin.units', true), ''), chr(31))
$$;
create function access_posts() returns text[] language sql stable
security definer set search_path = public, pg_temp as $$
    select array(select post_id from live_posts where unit_id = any (access_units()))
$$;
create function access_people() returns text[] language sql stable
security definer set search_path = public, pg_temp as $$
    select array(
        select person_id from live_people where unit_id = any (access_units())
        union
        select person_id from live_spells where arranged_by = any (access_units())
        union
        select person_id from live_spells where post_id = any (access_posts())
    )
$$;
create function access_subjects() returns text[] language sql stable
security definer set search_path = public, pg_temp as $$
    with people as materialized (select access_people() as ids)
    select ids || access_units()
        || array(select child_id from live_children where guardian_id = any (ids))
        || array(
            select request_id from live_data_requests
            where issuer_id = any (access_units()) or target_id = any (access_units()))
    from people
$$;
create function access_own() returns text[] language sql stable
security definer set search_path = public, pg_temp as $$
    select array(
        select child_id from live_children
        where guardian_id = current_setting('nuanxin.person', true)
        union all select current_setting('nuanxin.person', true)
    )
$$;
create function access_families() returns text[] language sql stable
security definer set search_path = public, pg_temp as $$
    select array(
        select subject_id from live_deliveries
        where counterpart_id = nullif(current_setting('nuanxin.person', true), '')
    )
$$;
"""
"""The units of who is signed in, the posts of those, and their people: at home there, sent by them,
or at their posts. Whoever is owed something there: people and their children, units, requests for
data. Who is signed in and their children; and those whose families they look after."""


@dataclass(frozen=True)
class Rule:
    """The rows of a table for each database role, as conditions on its columns; empty is none.

    The roles of ``write`` may change those rows too, the others only read them; what they write
    has to meet ``check``, where that is not the same.
    """

    unit: str = ""
    person: str = ""
    city: str = "true"
    admin: str = ""
    write: frozenset[str] = frozenset({CITY, UNIT})
    check: str = ""

    def of(self, role: str) -> str:
        """The condition for a database role."""
        return {CITY: self.city, UNIT: self.unit, PERSON: self.person, ADMIN: self.admin}[role]

    def also_written_by(self, *roles: str) -> Rule:
        """The same rows, changed by more roles."""
        return replace(self, write=self.write | set(roles))

    @property
    def is_open(self) -> bool:
        """Whether everybody sees every row."""
        return all(self.of(role) == "true" for role in DB_ROLES)

    @property
    def only_read(self) -> Rule:
        """The same rows, changed by nobody who is signed in."""
        return replace(self, write=frozenset())


def _units(*columns: str) -> str:
    return " or ".join(f"{column} {_any('units')}" for column in columns)


def _people(column: str = "person_id") -> str:
    return f"{column} {_any('people')}"


def _exists(table: str, condition: str) -> str:
    return f"exists (select from {table} as of_it where {condition})"


def _through(table: str, condition: str) -> Rule:
    """Rows that belong to a row of another table are seen with that one."""
    return Rule(_exists(table, condition), _exists(table, condition))


OPEN = Rule("true", "true", admin="true").only_read
"""Nothing about a person: the policy, the calendar, units and posts, sums of the whole city."""
NOTED = Rule("true", "true", admin="true", write=frozenset(DB_ROLES))
"""What everybody who does something leaves behind: the change, the job."""
OFFICERS = Rule("true")
OWNER_ONLY = Rule(city="")
"""Only triggers, workers and the sign-in touch it."""
CITY_ONLY = Rule()
_PERSON = Rule(_people(), f"person_id = {_ME}")
_SUBJECT = Rule(f"subject_id {_any('subjects')}", f"subject_id {_any('own')}")
_OBLIGATION = Rule(f"{_units('owner_unit_id')} or {_SUBJECT.unit}", _SUBJECT.person)
_ROW_PERSON = "coalesce(row ->> 'person_id', row ->> 'guardian_id', row ->> 'subject_id')"
_NAMES_NOBODY = f"{_ROW_PERSON} is null"
_IN_JSON = Rule(
    f"{_people(_ROW_PERSON)} or {_units(_ROW_PERSON)}"
    f" or row ->> 'post_id' {_any('posts')} or {_NAMES_NOBODY}",
    f"{_ROW_PERSON} = {_ME} or {_NAMES_NOBODY}",
)
"""Rows kept as JSON: whoever is named in them decides; what names nobody is seen by all."""


_WHOLE = "position(':' in scope) = 0"
_LOADED = "split_part(split_part(scope, ' ', 1), ':', 2)"
"""A load speaks for everybody, or for one subject: ``person:P1``, perhaps by some provisions."""


def _of_obligation(past: str) -> Rule:
    same = "of_it.run_id = {0}.run_id and of_it.obligation_id = {0}.obligation_id"
    seen = " or ".join(
        _exists(table, same.format(f"ledger_criterion{past}"))
        for table in ("ledger_obligation", "ledger_obligation_past")
    )
    return Rule(seen, seen)


def _of_entry(table: str) -> Rule:
    seen = _exists("ledger_obligation", f"of_it.id = {table}.entry")
    seen += " or " + _exists("ledger_obligation_past", f"of_it.entry = {table}.entry")
    return Rule(seen, seen)


def _of_run(table: str) -> Rule:
    return Rule(_exists("pay_run", f"of_it.id = {table}.run_id"))


_CITY_WRITES = replace(OPEN, write=frozenset({CITY}))
_KEY = "session_key = (select current_setting('nuanxin.session', true))"


def _own(column: str) -> Rule:
    """Of accounts everybody sees their own; administrators see and change all."""
    mine = f"{column} = {_ACCOUNT}"
    return Rule(mine, mine, mine, "true", write=frozenset({ADMIN}))


_REPLY = "account = (select current_setting('nuanxin.name', true))"
_MINE = f"account_id = {_ACCOUNT}"
_OWN_SECRET = Rule(_MINE, _MINE, _MINE, _MINE, write=frozenset(DB_ROLES))

RULES: Mapping[str, Rule] = {
    "access_account": _own("id"),
    "access_membership": _own("account_id"),
    "access_attempt": Rule(city="", admin="true").only_read,
    "access_recoverycode": _OWN_SECRET,
    "access_secondfactor": _OWN_SECRET,
    "access_act": Rule(city="", admin="true", write=frozenset({ADMIN})),
    "api_reply": Rule(_REPLY, _REPLY, _REPLY, _REPLY, write=frozenset(DB_ROLES)),
    "api_token": Rule(city="", admin="true", write=frozenset({ADMIN})),
    "auth_group": OWNER_ONLY,
    "auth_group_permissions": OWNER_ONLY,
    "auth_permission": OWNER_ONLY,
    "changes_change": NOTED,
    "calendar_published": OPEN,
    "changes_oldrow": _IN_JSON.only_read,
    "consent_statement": _PERSON.also_written_by(PERSON),
    "couples_check": Rule(_units("unit_id"), f"person_id = {_ME}"),
    "django_content_type": OPEN,
    "django_migrations": OPEN,
    "django_session": Rule(_KEY, _KEY, _KEY, _KEY, write=frozenset(DB_ROLES), check="true"),
    "erasure_request": _PERSON.also_written_by(PERSON),
    "family_attempt": OWNER_ONLY,
    "family_pass": Rule(
        f"{_people()} or person_id {_any('families')}", _PERSON.person
    ).also_written_by(PERSON),
    "inbox_handed_back": Rule(_units("unit_id")),
    "intake_line": Rule(_exists("intake_upload", "of_it.id = intake_line.upload_id")),
    "intake_upload": Rule(f"who = {_ACTOR}"),
    "ledger_criterion": _of_obligation(""),
    "ledger_criterion_past": _of_obligation("_past"),
    "ledger_deed": _of_entry("ledger_deed").also_written_by(PERSON),
    "ledger_fact": _IN_JSON,
    "ledger_fact_past": _IN_JSON,
    "ledger_flow": OPEN,
    "ledger_load": Rule(
        f"{_WHOLE} or {_people(_LOADED)} or {_units(_LOADED)}", f"{_WHOLE} or {_LOADED} = {_ME}"
    ).only_read,
    "ledger_mark": _of_entry("ledger_mark"),
    "ledger_obligation": _OBLIGATION,
    "ledger_obligation_past": _OBLIGATION,
    "ledger_person_day": Rule(f"{_units('payer')} or {_people()}", _PERSON.person),
    "ledger_run": OPEN,
    "ledger_set_aside": CITY_ONLY,
    "ledger_subject": Rule(
        f"{_units('unit_id')} or {_SUBJECT.unit} or subject_id {_any('families')}", _SUBJECT.person
    ),
    "ledger_tally": OPEN,
    "ledger_touched": OWNER_ONLY,
    "ledger_unit": OPEN,
    "ledger_unit_tally": Rule(_units("unit_id")),
    "live_absences": _PERSON,
    "live_attendance": Rule(
        f"{_people()} or post_id {_any('posts')}",
        _PERSON.person,
    ).also_written_by(PERSON),
    "live_calendar": OPEN,
    "live_children": Rule(_people("guardian_id"), f"guardian_id = {_ME}"),
    "live_data_requests": Rule(_units("issuer_id", "target_id")),
    "live_declarations": _PERSON.also_written_by(PERSON),
    "live_deliveries": Rule(
        f"{_SUBJECT.unit} or subject_id {_any('families')}", _SUBJECT.person
    ).also_written_by(PERSON),
    "live_findings": _PERSON,
    "live_fund_entries": OFFICERS,
    "live_harms": _PERSON,
    "live_held_fields": OFFICERS,
    "live_insurance": _PERSON,
    "live_people": Rule(f"{_units('unit_id')} or {_people()}", _PERSON.person),
    "live_posts": OPEN,
    "live_relations": _PERSON,
    "live_spells": _PERSON,
    "live_stock_issues": Rule(f"{_units('unit_id')} or {_people()}", _PERSON.person),
    "live_units": OPEN,
    "live_waivers": _PERSON.also_written_by(PERSON),
    "needs_need": Rule(
        f"{_units('unit_id')} or {_people()} or person_id {_any('families')}", _PERSON.person
    ).also_written_by(PERSON),
    "needs_step": _through("needs_need", "of_it.id = needs_step.need_id").also_written_by(PERSON),
    "pay_account": OFFICERS,
    "pay_check": _of_run("pay_check"),
    "pay_day": Rule(f"{_units('payer')} or {_people()}", _PERSON.person),
    "pay_entry": Rule(f"{_units('payer')} or {_people()}", _PERSON.person),
    "pay_leg": OFFICERS,
    "pay_line": Rule(
        _of_run("pay_line").unit,
        f"person_id = {_ME} or {_of_run('pay_line').unit}",
    ),
    "pay_line_day": _through("pay_line", "of_it.id = pay_line_day.line_id"),
    "pay_objection": Rule(_of_run("pay_objection").unit, f"person_id = {_ME}"),
    "pay_posting": OFFICERS,
    "pay_run": Rule(_units("payer"), "noticed_on is not null"),  # what is public is public
    "pay_step": _of_run("pay_step"),
    "people_unit_path": OPEN,
    "procrastinate_events": NOTED,
    "procrastinate_jobs": NOTED,  # names of tasks and numbers of people, no more
    "procrastinate_periodic_defers": OPEN,
    "procrastinate_workers": OPEN,
    "reads_entry": Rule(city="", admin="true").only_read,
    "reads_lane": OWNER_ONLY,
    "rules_proposal": _CITY_WRITES,
    "rules_step": _CITY_WRITES,
    "rules_value": _CITY_WRITES,
    "rules_work": _CITY_WRITES,
    "search_entry": Rule(
        f"{_units('unit_id')} or (kind = 'person' and {_people('key')})"
        f" or (kind = 'unit' and {_units('key')})"
    ),
    "search_waiting": OWNER_ONLY,
}
