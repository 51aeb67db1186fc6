"""M14-2: a rumour about somebody at the front is checked and set right."""

from __future__ import annotations

from functools import partial

import ibis

from nuanxin.packs.dalian2020.provisions.incidents import clock, incidents, unclear
from nuanxin.policy.provision import Criterion, Rule, Ruling
from nuanxin.policy.terms import date_of, param, whole_days


def _verify() -> Ruling:
    i = incidents("rumour", on_duty=True)
    checked = i.decided.fill_null(i.clarified)
    done = Criterion("rumour_checked", checked.notnull(), date_of(checked), i.ref)
    return clock(i, "M14-2", "verify", whole_days(param("fairness.verify_within")), done)


def _publish() -> Ruling:
    i = incidents("rumour", on_duty=True)
    # A report found to be true needs no clarification; before the check its truth is not read.
    untrue = ibis.ifelse(i.decided.isnull(), True, i.recognised)
    i = i.mutate(untrue=untrue)
    i = i.filter(i.untrue.fill_null(True))
    found = Criterion("found_untrue", i.untrue, i.recognised, i.ref, missing="recognised")
    done = Criterion("clarified", i.clarified.notnull(), date_of(i.clarified), i.ref)
    within = whole_days(param("fairness.publish_within"))
    return clock(i, "M14-2", "publish", within, done, found)


RULES = (
    Rule("M14-2", "verify", "person", ("fairness.verify_within",), _verify),
    Rule("M14-2", "publish", "person", ("fairness.publish_within",), _publish),
    Rule("M14-2", "unclear", "person", (), partial(unclear, "M14-2", "rumour", "verify")),
)
