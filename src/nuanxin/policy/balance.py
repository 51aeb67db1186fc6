"""The balance of a comparison: who gains, who loses, what it costs, what is owed in arrears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from nuanxin.policy.compare import PAIRS, canonical, changed_keys
from nuanxin.policy.engine import Engine
from nuanxin.policy.evaluate import Run
from nuanxin.policy.parameter import Scalar, Value
from nuanxin.policy.parameters import Parameters

Balance = dict[str, object]
"""Plain JSON values; amounts of money are whole fen."""

MOST_PEOPLE = 20
"""How many of the people who gain or lose most are named; the rest is in the table."""

_FEN = "quantity_unit = 'fen' AND subject_kind <> 'fund'"
_BEFORE, _AFTER = "coalesce(quantity_before, 0)", "coalesce(quantity_after, 0)"
_MOVED = "bool_or(quantity_before IS DISTINCT FROM quantity_after)"
_MONEY = (
    *("before_fen", "after_fen", "difference_fen"),
    *("arrears_fen", "less_fen", "paid_fen", "to_pay_fen"),
)
_SUMS = (
    f"sum({_BEFORE}), sum({_AFTER}), sum({_AFTER} - {_BEFORE}),"
    f" sum(greatest({_AFTER} - {_BEFORE}, 0)), sum(greatest({_BEFORE} - {_AFTER}, 0)),"
    f" sum(coalesce(quantity_met_after, 0)), sum({_AFTER} - coalesce(quantity_met_after, 0))"
)
_OVERPAID = f"""SELECT owner_unit_id, sum(fen)::BIGINT FROM (
    SELECT owner_unit_id, subject_id,
        sum(coalesce(quantity_met_before, 0) - coalesce(quantity_met_after, 0)) AS fen
    FROM {PAIRS} WHERE {_FEN} GROUP BY ALL) WHERE fen > 0 GROUP BY 1"""
_COUNTS = """count(*) FILTER (change = 'new') AS new, count(*) FILTER (change = 'gone') AS gone,
count(*) FILTER (change = 'changed') AS changed,
count(DISTINCT subject_id) FILTER (effect = 'gains') AS gain,
count(DISTINCT subject_id) FILTER (effect = 'loses') AS lose,
count(DISTINCT subject_id) FILTER (effect = 'unclear') AS unclear"""
_CHANGED = """count(*) FILTER (change = 'changed' AND state_before IS DISTINCT FROM state_after),
count(*) FILTER (change = 'changed' AND quantity_before IS DISTINCT FROM quantity_after),
count(*) FILTER (change = 'changed' AND due_on_before IS DISTINCT FROM due_on_after)"""


def balance(before: Run, after: Run, engine: Engine) -> Balance:
    """What ``compared.pairs`` comes to."""
    return {
        "pack": before.pack.id,
        "against": after.pack.id,
        "as_of": after.as_of.isoformat(),
        "known": after.known.isoformat() if after.known else None,
        "parameters": list(_parameters(before, after)),
        "rows": _rows(engine),
        "people": _people(engine),
        "provisions": list(_provisions(before, after, engine)),
        "units": list(_units(engine)),
        "money": _money(engine),
    }


def _parameters(before: Run, after: Run) -> Iterator[Balance]:
    if before.pack is not after.pack:
        return
    for key in changed_keys(before.parameters, after.parameters):
        parameter = after.parameters[key]
        yield {
            "key": key,
            "label": {"zh": parameter.label.zh, "en": parameter.label.en},
            "unit": parameter.unit,
            "before": _said(before.parameters, key, before),
            "after": _said(after.parameters, key, after),
            "by_day": key in after.pack.dated,
            "versions_before": [_version(v) for v in before.parameters[key].values],
            "versions_after": [_version(v) for v in parameter.values],
        }


def _said(parameters: Parameters, key: str, run: Run) -> str:
    return written(parameters.value(key, run.as_of))


def written(value: Scalar) -> str:
    """A value as ``--set`` takes it."""
    return ";".join(value) if isinstance(value, tuple) else str(value)


def _version(version: Value) -> Balance:
    return {
        "value": written(version.value),
        "from": version.start.isoformat(),
        "to": version.end.isoformat() if version.end else None,
        "known": version.known.isoformat(),
    }


def _rows(engine: Engine) -> Balance:
    counted = engine.fetch(f"SELECT change, count(*) FROM {PAIRS} GROUP BY change")
    found = {str(change): count for change, count in counted}
    return {change: found.get(change, 0) for change in ("same", "new", "gone", "changed")}


def _people(engine: Engine) -> Balance:
    """Persons and children by how they fare over all provisions together."""
    each = (
        "SELECT subject_kind, subject_id, bool_or(effect = 'gains') AS gains,"
        " bool_or(effect = 'loses') AS loses, bool_or(effect = 'unclear') AS unclear,"
        f" sum({_AFTER} - {_BEFORE}) FILTER ({_FEN}) AS fen, count(*) AS differences"
        f" FROM {PAIRS} WHERE effect <> 'none' GROUP BY ALL"
    )
    ((gain, lose, both, unclear),) = engine.fetch(
        "SELECT count(*) FILTER (gains AND NOT loses), count(*) FILTER (loses AND NOT gains),"
        f" count(*) FILTER (gains AND loses), count(*) FILTER (NOT gains AND NOT loses)"
        f" FROM ({each})"
    )
    most = engine.fetch(
        f"SELECT subject_kind, subject_id, gains, loses, fen, differences FROM ({each})"
        " WHERE gains OR loses ORDER BY abs(coalesce(fen, 0)) DESC, differences DESC, subject_id"
        f" LIMIT {MOST_PEOPLE}"
    )
    names = ("subject_kind", "subject_id", "gains", "loses", "fen", "differences")
    return {
        "gain": gain,
        "lose": lose,
        "both": both,
        "unclear": unclear,
        "most": [_plain(names, row) for row in most],
    }


def _provisions(before: Run, after: Run, engine: Engine) -> Iterator[Balance]:
    rows = engine.fetch(
        f"SELECT meant, max(provision_before), max(provision_after), quantity_unit, {_COUNTS},"
        f" {_CHANGED}, sum({_BEFORE}), sum({_AFTER}) FROM {PAIRS}"
        " WHERE change <> 'same' GROUP BY meant, quantity_unit ORDER BY meant, quantity_unit"
    )
    names = (
        *("provision", "before", "after", "quantity_unit", "new", "gone", "changed"),
        *("gain", "lose", "unclear", "state_changed", "quantity_changed", "due_changed"),
        *("quantity_before", "quantity_after"),
    )
    titles = {
        canonical(run.pack, o.id): o.title
        for run in (after, before)
        for o in run.pack.text.obligations
    }
    for row in rows:
        told = _plain(names, row)
        title = titles[str(told["provision"])]
        yield {**told, "title": {"zh": title.zh, "en": title.en}}


def _units(engine: Engine) -> Iterator[Balance]:
    """By provision and owing unit."""
    rows = engine.fetch(
        f"SELECT meant, owner_unit_id, quantity_unit, {_COUNTS}, sum({_BEFORE}), sum({_AFTER})"
        f" FROM {PAIRS} WHERE change <> 'same' GROUP BY meant, owner_unit_id, quantity_unit"
        " ORDER BY meant, count(*) DESC, owner_unit_id"
    )
    names = (
        *("provision", "unit_id", "quantity_unit", "new", "gone", "changed"),
        *("gain", "lose", "unclear", "quantity_before", "quantity_after"),
    )
    return (_plain(names, row) for row in rows)


def _money(engine: Engine) -> Balance:
    """Cost by payer, and month by month what is owed in arrears.

    Every day evaluated lies in the past of the as-of day, so a greater amount is arrears:
    ``to_pay_fen`` is what stays to be paid after the change, once what was paid is set against
    it. ``overpaid_fen`` is money that was owed and paid before and is owed no more; payments
    flow from month to month, so it is known by person and payer only.
    """
    (total,) = engine.fetch(f"SELECT {_SUMS} FROM {PAIRS} WHERE {_FEN}")
    payers = engine.fetch(
        f"SELECT owner_unit_id, {_SUMS} FROM {PAIRS} WHERE {_FEN} GROUP BY 1"
        f" HAVING {_MOVED} ORDER BY abs(sum({_AFTER} - {_BEFORE})) DESC, 1"
    )
    months = engine.fetch(
        f"SELECT strftime(period_start, '%Y-%m') AS month, {_SUMS} FROM {PAIRS} WHERE {_FEN}"
        f" GROUP BY 1 HAVING {_MOVED} ORDER BY 1"
    )
    beyond = {unit: int(str(fen)) for unit, fen in engine.fetch(_OVERPAID)}
    return {
        **_plain(_MONEY, [value or 0 for value in total]),
        "overpaid_fen": sum(beyond.values()),
        "payers": [
            {
                **_plain(("unit_id", *_MONEY), row),
                "overpaid_fen": beyond.get(row[0], 0),
            }
            for row in payers
        ],
        "months": [_plain(("month", *_MONEY), row) for row in months],
    }


def _plain(names: Sequence[str], row: Sequence[object]) -> Balance:
    return {name: _number(value) for name, value in zip(names, row, strict=True)}


def _number(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value
