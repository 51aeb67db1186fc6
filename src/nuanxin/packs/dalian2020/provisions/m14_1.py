"""M14-1: an isolated slip is looked at by six tests before anybody is blamed."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from nuanxin.packs.dalian2020 import evidence
from nuanxin.packs.dalian2020.stages.deliveries import delivered_in_scope
from nuanxin.packs.dalian2020.stages.sources import fact
from nuanxin.policy.provision import Criterion, Identity, Rule, Ruling, must, ruling
from nuanxin.policy.terms import date_of, param, quantity, text, unknown

TESTS = param("fairness.tests")
_INQUIRY = ["person_id", "opened"]


def _inquiries() -> ir.Table:
    """Days on which an inquiry into a person was opened, with the next such day."""
    d, p = delivered_in_scope("M14-1"), fact("people")
    i = d.filter(d.amount == 0).select(person_id="subject_id", opened="day").distinct()
    in_order = ibis.window(group_by=i.person_id, order_by=i.opened)
    i = i.mutate(next_opened=i.opened.lead().over(in_order))
    return i.inner_join(p.select("person_id", "unit_id"), "person_id")


def _answered() -> ir.Table:
    i, d = _inquiries(), delivered_in_scope("M14-1")
    d = d.select("day", "named", "amount", person_id="subject_id")
    s = i.select(*_INQUIRY, "next_opened").inner_join(d, "person_id")
    s = s.filter(
        s.day >= s.opened,
        ibis.or_(s.next_opened.isnull(), s.day < s.next_opened),
        ibis.or_(s.named.isnull(), s.named == s.opened),
    )
    s = s.group_by(_INQUIRY).agg(
        answered=s.amount.max(),
        decided=s.day.min(where=s.amount >= TESTS),
        uncounted=s.amount.isnull().sum().cast("int64"),
    )
    i = i.left_join(s, _INQUIRY).drop("person_id_right", "opened_right")
    return i.mutate(answered=quantity(i.answered.fill_null(0)))


def _inquiry() -> Ruling:
    i = _answered()
    opened = evidence.deliveries(
        "M14-1", lambda r, f: [r.person_id == f.subject_id, f.day == r.opened]
    )
    sheets = evidence.deliveries(
        "M14-1",
        lambda r, f: [
            r.person_id == f.subject_id,
            f.day >= r.opened,
            ibis.or_(r.next_opened.isnull(), f.day < r.next_opened),
        ],
    )
    done = Criterion("tests_answered", i.answered >= TESTS, i.answered, sheets)
    unclear = ~done.holds & (i.uncounted.fill_null(0) > 0)
    return ruling(
        i,
        Identity("M14-1", "MUST", "person", i.person_id, i.opened),
        end=i.decided,
        amount=TESTS,
        unit="count",
        met=ibis.least(i.answered, TESTS),
        owner=i.unit_id,
        state=ibis.ifelse(unclear, "unknown", must(done)),
        missing=ibis.ifelse(unclear, text("quantity"), unknown("string")),
        criteria=[
            Criterion("inquiry_opened", i.opened.notnull(), date_of(i.opened), opened),
            done,
        ],
    )


RULES = (Rule("M14-1", "inquiry", "person", ("fairness.tests",), _inquiry),)
