"""Explain: why each obligation stands as it does, in words, values, facts and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from nuanxin.policy.criteria import words_of
from nuanxin.policy.engine import Engine
from nuanxin.policy.evaluate import Run
from nuanxin.policy.modality import State
from nuanxin.policy.parameter import Parameter
from nuanxin.policy.provenance import provenance
from nuanxin.policy.provision import CRITERIA_COLUMNS, LISTED_COLUMNS, OBLIGATION_COLUMNS
from nuanxin.policy.refs import parted
from nuanxin.policy.text import Text

Explanation = dict[str, object]
"""One obligation, or one entry of a list, with its reasons, as plain JSON values."""


def explain(run: Run, engine: Engine) -> list[Explanation]:
    """Explain the rows that an evaluation with criteria left in ``out``, subject's rows only."""
    return [
        _with_state(told) for told in _all_explained(run, engine, "obligations", OBLIGATION_COLUMNS)
    ]


def explain_obligations(
    run: Run, rows: Iterable[Mapping[str, object]], reasons: Iterable[Mapping[str, object]]
) -> list[Explanation]:
    """Explain rows of ``obligations`` that are at hand, by the rows of ``criteria``."""
    return [_with_state(told) for told in _rows_explained(run, rows, reasons, "obligation_id")]


def _with_state(told: Explanation) -> Explanation:
    return {**told, "state_text": _both(State(str(told["state"])).text)}


def explain_listed(run: Run, engine: Engine) -> list[Explanation]:
    """Explain what orientations list, subject's entries only; an entry has no state."""
    return _all_explained(run, engine, "listed", LISTED_COLUMNS)


def _all_explained(
    run: Run, engine: Engine, table: str, columns: tuple[str, ...]
) -> list[Explanation]:
    key = columns[0]
    subject = (run.subject or "").partition(":")[2].replace("'", "''")
    where = f"WHERE subject_id = '{subject}'" if run.subject else ""
    rows = _fetch(engine, columns, f"out.{table} {where}")
    return _rows_explained(run, rows, _fetch(engine, CRITERIA_COLUMNS, "out.criteria"), key)


def _rows_explained(
    run: Run,
    rows: Iterable[Mapping[str, object]],
    reasons: Iterable[Mapping[str, object]],
    key: str,
) -> list[Explanation]:
    criteria: dict[object, list[Mapping[str, object]]] = {}
    for criterion in reasons:
        criteria.setdefault(criterion["obligation_id"], []).append(criterion)
    return [
        _explained(run, row, criteria.get(row[key], []))
        for row in sorted(rows, key=lambda row: str(row[key]))
    ]


def _fetch(engine: Engine, columns: tuple[str, ...], source: str) -> list[dict[str, object]]:
    rows = engine.fetch(f"SELECT {', '.join(columns)} FROM {source}")
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _explained(
    run: Run, row: Mapping[str, object], criteria: Iterable[Mapping[str, object]]
) -> Explanation:
    provision, criteria = str(row["provision"]), list(criteria)
    words = run.pack.text.obligation(provision)
    order = {name: place for place, name in enumerate(_criterion_names(run, provision))}
    in_order = sorted(criteria, key=lambda c: order.get(str(c["criterion"]), len(order)))
    return {
        **{name: _json(value) for name, value in row.items()},
        "title": _both(words.title),
        "law": {
            "citation": _both(words.citation),
            "text": _both(words.summary),
            "modality": _both(words.modality.text),
            "default": _both(words.default),
            "certainty": words.certainty,
        },
        "duty_holder": _both(words.duty_holder),
        "criteria": [_criterion(run, provision, criterion) for criterion in in_order],
        "parameters": [
            _parameter(run.parameters[key], run.as_of)
            for key in _parameters_used(run, provision, {str(c["criterion"]) for c in criteria})
        ],
    }


def _criterion_names(run: Run, provision: str) -> list[str]:
    return [c.name for rule in run.pack.rules_of(provision) for c in rule.ruling.criteria]


def _parameters_used(run: Run, provision: str, criteria: set[str]) -> list[str]:
    """The parameters of the rule that asked these criteria: a provision may have several."""
    rules = [
        rule
        for rule in run.pack.rules_of(provision)
        if criteria & {criterion.name for criterion in rule.ruling.criteria}
    ]
    return list(dict.fromkeys(key for rule in rules for key in rule.parameters))


def _criterion(run: Run, provision: str, criterion: Mapping[str, object]) -> Explanation:
    words = words_of(run.pack.criteria, provision, str(criterion["criterion"]))
    return {
        "criterion": criterion["criterion"],
        "holds": criterion["holds"],
        "value": criterion["value"],
        "kind": words.kind,
        "question": _both(words.question),
        "answer": _both(words.answer),
        "facts": parted(cast(str | None, criterion["fact_refs"])),
    }


def _parameter(parameter: Parameter, on: date) -> Explanation:
    version = parameter.version(on)
    found: Explanation = {
        "key": parameter.key,
        "label": _both(parameter.label),
        "unit": parameter.unit,
        "value": _json(parameter.value(on)),
    }
    if version is not None:
        found |= {
            "from": version.start.isoformat(),
            "known": version.known.isoformat(),
            "jurisdiction": version.jurisdiction,
            "certainty": version.certainty,
            "source": _both(version.source),
            "provenance": _both(provenance(version)),
        }
    return found


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _json(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value
