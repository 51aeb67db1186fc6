"""M03: posts and titles, transfers, elections and admission for institution and local staff."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.provisions.offers import (
    LISTING,
    acts,
    listing,
    outstanding,
    preference,
    since,
)
from nuanxin.packs.dalian2020.stages import ties
from nuanxin.packs.dalian2020.stages.days import calendar, month, with_workday_after
from nuanxin.packs.dalian2020.stages.merit import MEMBER
from nuanxin.policy import provision as policy
from nuanxin.policy.provision import Criterion, Facts, Identity, Rule, Ruling, ruling
from nuanxin.policy.terms import as_of, date_of, param, text, unknown, whole

AGE, YEARS = param("transfer.age_relaxation"), param("transfer.title_years_relaxation")


def _institution(p: ir.Table) -> Criterion:
    return Criterion("institution_staff", ties.is_institution(p), p.employment, p.ref)


def _titled(p: ir.Table) -> Criterion:
    known = ibis.ifelse(p.title_level.isnull(), ibis.null(), True)
    return Criterion("title_known", known, p.title_level, p.ref, missing="title_level")


def _post(p: ir.Table) -> Sequence[Criterion]:
    return [_institution(p), _titled(p)]


def _transfer(p: ir.Table) -> Sequence[Criterion]:
    column = ibis.ifelse(p.title_level.isnull(), "title_level", "title_since")
    young = ties.young_enough(p, AGE)
    served = ties.titled_enough(p, YEARS)
    return [
        _institution(p),
        Criterion("age_within_relaxed", young, p.birth_date, p.ref, missing="birth_date"),
        Criterion("educated", ties.educated(p), p.education, p.ref, missing="education"),
        Criterion("title_within_relaxed", served, p.title_level, p.ref, missing=column),
    ]


def _relaxations(p: ir.Table) -> Sequence[Criterion]:
    """What a transfer needs to be relaxed, each for approval."""
    return [
        Criterion("age_within_rule", ties.young_enough(p, 0), p.birth_date, p.ref),
        Criterion("title_within_rule", ties.titled_enough(p, 0), p.title_since, p.ref),
    ]


def _township(p: ir.Table) -> Sequence[Criterion]:
    heads = ties.heads_grassroots(p)
    return [Criterion("heads_grassroots", heads, p.employment, p.ref, missing="is_secretary")]


def _election(p: ir.Table) -> Sequence[Criterion]:
    young, graduate = ties.is_young_talent(p), ties.is_graduate(p)
    return [
        Criterion("local_or_talent", ties.may_be_talent(p), p.employment, p.ref),
        Criterion("young_talent", young, p.birth_date, p.ref, missing="birth_date"),
        Criterion("graduate_talent", graduate, p.education, p.ref, missing="education"),
    ]


def _consider() -> Ruling:
    p = outstanding()
    titled = p.title_level.isin(["associate", "full"]).fill_null(False)
    trained = titled | p.education.isin(["master", "doctor"]).fill_null(False)
    p = p.filter(ties.is_institution(p), trained)
    words = ibis.ifelse(titled, p.title_level, p.education)
    return policy.listing(
        p,
        Identity("M03-3", "ORIENT", "person", p.person_id, p.start),
        owner=p.unit_id,
        criteria=[
            listing(p),
            _institution(p),
            Criterion("well_trained", trained, words),
        ],
    )


def _admit() -> Ruling:
    p = _with_deadline(_with_steps(outstanding()))
    p = p.filter(
        p.party.isnull() | (p.party == "applicant") | (p.party.isin(MEMBER) & p.approved.notnull())
    )
    announced = Criterion(
        "publicity_held", p.announced.notnull(), date_of(p.announced), _step("announced")
    )
    no_step_skipped = Criterion(
        "no_step_skipped",
        p.approved.isnull() | (p.approved >= p.announced_until).fill_null(False),
        date_of(p.announced_until),
    )
    done = Criterion("approved", p.approved.notnull(), date_of(p.approved), _step("approved"))
    in_time = Criterion("within_due_day", as_of() <= p.due, date_of(p.due))
    applied = Criterion("applied", ibis.ifelse(p.party.isnull(), ibis.null(), True), p.party, p.ref)
    unsettled = p.party.isnull() & p.approved.isnull()
    state = ibis.cases(
        (unsettled, "unknown"),
        (~no_step_skipped.holds, "breached"),
        (done.holds, "met"),
        (~in_time.holds, "overdue"),
        else_="owed",
    )
    return ruling(
        p,
        Identity("M03-6", "MUST", "person", p.person_id, p.start),
        end=None,
        amount=whole(1),
        unit="count",
        met=ibis.ifelse(done.holds & no_step_skipped.holds, 1, 0),
        due=ibis.ifelse(unsettled, ibis.null(), p.due),
        owner=p.unit_id,
        state=state,
        missing=ibis.ifelse(unsettled, text("party"), unknown("string")),
        criteria=[listing(p), applied, announced, no_step_skipped, done, in_time],
    )


def _with_steps(p: ir.Table) -> ir.Table:
    """Add the days of publicity and approval, and the day until which publicity runs."""
    found = since(p, "person_id", "start", acts("M03-6"))
    first = found.group_by("person_id").agg(
        announced=found.day.min(where=found.words == "publicity"),
        approved=found.day.min(where=found.words == "approval"),
    )
    p = p.left_join(first, "person_id").drop("person_id_right")
    return with_workday_after(p, "announced", param("appoint.publicity_days"), "announced_until")


def _with_deadline(p: ir.Table) -> ir.Table:
    """Add ``due``: the same day some months after the listing, or that month's last."""
    c, m = calendar.table, month.table
    firsts = m.select("month", "first_day")
    on_day = c.select("month", start=c.day).inner_join(firsts, "month")
    p = p.left_join(on_day, "start").drop("start_right")
    p = p.mutate(due_month=p.month + param("party.admission_cap"), into=p.start - p.first_day)
    p = p.drop("month", "first_day")
    months = m.select(due_month="month", due_first="first_day", due_last="last_day")
    p = p.left_join(months, "due_month")
    p = p.mutate(due=ibis.least(p.due_first + p.into, p.due_last))
    return p.drop("due_month", "due_month_right", "due_first", "due_last", "into")


def _step(column: str) -> Facts:
    word = {"announced": "publicity", "approved": "approval"}[column]
    return evidence.deliveries(
        "M03-6",
        lambda r, f: [
            r.person_id == f.subject_id,
            f.day == r[column],
            f.counterpart_id == word,
        ],
    )


TRANSFER = (
    *("transfer.age_max", "transfer.age_relaxation"),
    *("transfer.title_years_min", "transfer.title_years_relaxation"),
)

RULES = (
    Rule(
        "M03-1",
        "post",
        "person",
        LISTING,
        partial(preference, "M03-1", ties.tie_post, ties.TITLE, _post),
    ),
    Rule(
        "M03-2",
        "transfer",
        "person",
        (*LISTING, *TRANSFER),
        partial(preference, "M03-2", ties.tie_transfer, ties.TRANSFER, _transfer, _relaxations),
    ),
    Rule("M03-3", "consider", "person", LISTING, _consider, lists=True),
    Rule(
        "M03-4",
        "township",
        "person",
        LISTING,
        partial(preference, "M03-4", ties.tie_township, ties.DISTRICT, _township),
    ),
    Rule(
        "M03-5",
        "election",
        "person",
        (*LISTING, "merit.young_talent_age_max"),
        partial(preference, "M03-5", ties.tie_election, ties.DISTRICT, _election),
    ),
    Rule(
        "M03-6",
        "admit",
        "person",
        (*LISTING, "party.admission_cap", "appoint.publicity_days"),
        _admit,
    ),
)
