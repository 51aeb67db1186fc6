"""Every term of the vocabulary on one row, with the value worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import ibis

from nuanxin.policy import terms
from nuanxin.policy.compiler import compile_text
from nuanxin.policy.engine import Engine

SAMPLE = """SELECT CAST('2020-03-31' AS DATE) AS date,
CAST('2020-02-29 23:59:58' AS TIMESTAMP) AS time,
CAST(13 AS BIGINT) AS mask, CAST(6 AS BIGINT) AS other, CAST(18322 AS BIGINT) AS day,
CAST(24242 AS BIGINT) AS month, TRUE AS yes, CAST(NULL AS BOOLEAN) AS perhaps,
CAST(30 AS BIGINT) AS minutes"""

_t = ibis.table(
    {
        "date": "date",
        "time": "timestamp",
        "yes": "boolean",
        "perhaps": "boolean",
        **dict.fromkeys(("mask", "other", "day", "month", "minutes"), "int64"),
    },
    name="sample",
    database="run",
)
# 2020-03-31 is day 18,352 since 1970; 13 is the days 0, 2 and 3, 6 the days 1 and 2.
WORDS = {
    "day_number": (terms.day_number(_t.date), 18_352),
    "date_of": (terms.date_of(_t.day), date(2020, 3, 1)),
    "seconds": (terms.seconds(_t.time), 18_321 * 86_400 + 86_398),
    "written_time": (terms.written_time(terms.seconds(_t.time)), "2020-02-29T23:59:58"),
    "month_number": (terms.month_number(_t.date), 2020 * 12 + 2),
    "first_of_month": (terms.first_of_month(_t.month), date(2020, 3, 1)),
    "whole_part": (terms.whole_part(_t.mask, 5), 2),
    "bit": (terms.bit(_t.other * 5 + 1), 2**31),
    "count_days": (terms.count_days(_t.mask), 3),
    "without": (terms.without(_t.mask, _t.other), 9),
    "without_truth": (terms.without(_t.yes, _t.mask == 13), False),
    "when": (terms.when(_t.yes, _t.mask), 13),
    "when_unknown": (terms.when(_t.perhaps, _t.mask), 0),
    "everywhere": (terms.everywhere(_t.yes) & _t.mask, 13),
    "since": (terms.since(_t.mask, _t.day, _t.day + 1), 12),
    "shifted": (_t.mask >> 2, 3),
    "hours": (terms.hours(_t.minutes * 60), Decimal("0.5000")),
    "quantity": (terms.quantity(_t.minutes), Decimal("30.0000")),
    "quantity_as_text": (terms.quantity(_t.minutes).cast("string"), "30.0000"),
    "truth_as_text": (_t.yes.cast("string"), "true"),
    "truth_as_number": (_t.yes.cast("int64"), 1),
    "unknown": (terms.unknown("string"), None),
    "least_known": (ibis.least(_t.mask, ibis.null().cast("int64")), 13),
}


def values_on(engine: Engine) -> dict[str, object]:
    """What an engine says of each term."""
    engine.build("run.sample", SAMPLE)
    text = compile_text(_t.select(**{name: word for name, (word, _) in WORDS.items()}), engine.name)
    (row,) = engine.fetch(text)
    return dict(zip(WORDS, row, strict=True))


EXPECTED = {name: value for name, (_, value) in WORDS.items()}
