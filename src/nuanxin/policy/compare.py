"""Compare: two evaluations of the same facts, and each row before beside the same row after.

Rows are the same when their identity is (definitions I2). Between packs a provision answers to
the one it names as its counterpart; what has none stands alone and is new or gone.

``effect`` says how a person or child fares: *gains* when the promise gives or protects more than
before (a new row, a greater quantity, an earlier day, a finding where there was none), *loses*
for the opposite, *unclear* where one side is unknown.
"""

from __future__ import annotations

from collections.abc import Callable

from nuanxin.policy.engine import OpenEngine, literal, make_table
from nuanxin.policy.evaluate import Run, evaluate
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.reach import provisions_reading

Progress = Callable[[str, float], None]
PAIRS = "compared.pairs"

_SIDE = ["state", "quantity", "quantity_met", "due_on"]
_SHARED = (
    *("subject_kind", "subject_id", "period_start", "period_end"),
    *("quantity_unit", "owner_unit_id"),
)
_SETTLED = "('met', 'kept', 'excepted')"
_CHANGE = """CASE WHEN b.obligation_id IS NULL THEN 'new' WHEN a.obligation_id IS NULL THEN 'gone'
WHEN b.state IS DISTINCT FROM a.state OR b.quantity IS DISTINCT FROM a.quantity
    OR b.quantity_met IS DISTINCT FROM a.quantity_met OR b.due_on IS DISTINCT FROM a.due_on
THEN 'changed' ELSE 'same' END"""
_EFFECT = f"""CASE
WHEN change = 'same' OR subject_kind NOT IN ('person', 'child') THEN 'none'
WHEN 'unknown' IN (coalesce(state_before, ''), coalesce(state_after, '')) THEN 'unclear'
WHEN change = 'new' THEN 'gains' WHEN change = 'gone' THEN 'loses'
WHEN quantity_after > quantity_before THEN 'gains'
WHEN quantity_after < quantity_before THEN 'loses'
WHEN coalesce(due_on_after, DATE '9999-12-31') < coalesce(due_on_before, DATE '9999-12-31')
THEN 'gains'
WHEN coalesce(due_on_after, DATE '9999-12-31') > coalesce(due_on_before, DATE '9999-12-31')
THEN 'loses'
WHEN state_before IN {_SETTLED} AND state_after NOT IN {_SETTLED} THEN 'gains'
WHEN state_after IN {_SETTLED} AND state_before NOT IN {_SETTLED} THEN 'loses'
ELSE 'unclear' END"""


def changed_keys(before: Parameters, after: Parameters) -> tuple[str, ...]:
    """The parameters of which some version differs, in order of the pack."""
    return tuple(key for key in after if key not in before or after[key] != before[key])


def touched(before: Run, after: Run) -> frozenset[str] | None:
    """The provisions that can differ; None when that may be all of them."""
    if before.pack is not after.pack:
        return None
    return provisions_reading(after.pack, changed_keys(before.parameters, after.parameters))


def compare(before: Run, after: Run, engine: OpenEngine, on_progress: Progress) -> None:
    """Evaluate both over the facts that the engine holds; leaves ``compared.pairs``.

    A row for each obligation of either side: ``change`` (same, new, gone, changed), ``effect``,
    what both share, and state, quantity, quantity met and due day ``_before`` and ``_after``.
    """
    engine.execute("DROP SCHEMA IF EXISTS compared CASCADE")
    engine.execute("CREATE SCHEMA compared")
    for number, (side, run) in enumerate((("before", before), ("after", after))):
        _evaluate_side(side, run, engine, _half(on_progress, side, number))
    engine.execute(f"CREATE TABLE {PAIRS} AS {_pairs()}")
    for side in ("before", "after"):
        engine.execute(f"DROP TABLE compared.{side}")


def _half(on_progress: Progress, side: str, number: int) -> Progress:
    return lambda what, share: on_progress(f"{side}: {what}", (number + share) / 2)


def _evaluate_side(side: str, run: Run, engine: OpenEngine, on_progress: Progress) -> None:
    evaluate(run, engine, on_progress)
    names = [
        (rule, canonical(run.pack, rule)) for rule in sorted({r.provision for r in run.pack.rules})
    ]
    make_table(engine, "compared.name", {"provision": "VARCHAR", "meant": "VARCHAR"}, names)
    engine.execute(
        f"CREATE TABLE compared.{side} AS SELECT o.* REPLACE (n.meant ||"
        " substr(o.obligation_id, length(o.provision) + 1) AS obligation_id), n.meant"
        " FROM out.obligations AS o JOIN compared.name AS n USING (provision)"
    )


def canonical(pack: Pack, provision: str) -> str:
    """What a provision is, whichever pack computes it: ``dalian2020/M11-5``."""
    counterpart = pack.text.obligation(provision).counterpart
    return counterpart or f"{pack.id}/{provision}"


def _pairs() -> str:
    shared = ", ".join(f"coalesce(b.{name}, a.{name}) AS {name}" for name in _SHARED)
    sides = ", ".join(
        f"{short}.{name} AS {name}_{side}"
        for name in ("provision", *_SIDE)
        for short, side in (("b", "before"), ("a", "after"))
    )
    joined = (
        f"SELECT coalesce(b.meant, a.meant) AS meant, {_CHANGE} AS change, {shared}, {sides},"
        " coalesce(b.obligation_id, a.obligation_id) AS obligation_id"
        " FROM compared.before AS b FULL JOIN compared.after AS a"
        " ON b.obligation_id = a.obligation_id"
    )
    return f"SELECT *, {_EFFECT} AS effect FROM ({joined})"


def differences(order: str = "meant, subject_id, period_start") -> str:
    """The query of all pairs that are not the same."""
    return f"SELECT * FROM {PAIRS} WHERE change <> {literal('same')} ORDER BY {order}"
