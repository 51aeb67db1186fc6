"""What is owed to one person, what was given, when, by whom, and the facts and rules behind it.

``evidence_of`` returns plain JSON values; ``package`` signs them into a file, and whoever makes a
document of it takes them from here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from nuanxin.domains.changes.models import Change
from nuanxin.domains.duty.models import Delivery, Waiver
from nuanxin.domains.ledger import history, selectors
from nuanxin.domains.ledger.evaluator import Rules
from nuanxin.domains.ledger.models import Criterion, Obligation, Run
from nuanxin.policy.explain import explain_obligations
from nuanxin.policy.provision import CRITERIA_COLUMNS, OBLIGATION_COLUMNS

FORM = 1


class NoEvidence(LookupError):
    """The ledger knows nothing of whom was asked for; the message says what to do."""


def evidence_of(run: Run, person_id: str) -> dict[str, Any]:
    """All that the ledger and the live city know of a person's promises, as plain JSON values.

    Raises NoEvidence when the ledger never heard of the person.
    """
    subject = selectors.subjects(run, [("person", person_id)]).get(("person", person_id))
    if subject is None:
        raise NoEvidence(f"person:{person_id} has no obligation in the ledger; check the number")
    rows = list(
        Obligation.objects.filter(run=run, subject_kind="person", subject_id=person_id).order_by(
            "provision", "period_start", "obligation_id"
        )
    )
    units = selectors.units(run, [subject.unit_id, *(row.owner_unit_id for row in rows)])
    told = _explained(run, rows)
    return {
        "form": FORM,
        "made_at": timezone.localtime().isoformat(timespec="seconds"),
        "pack": run.pack,
        "rules_version": run.version,
        "as_of": run.as_of.isoformat(),
        "person": {
            "id": person_id,
            "name": subject.name,
            "unit": _unit(units.get(subject.unit_id or "")),
        },
        "obligations": [
            {
                **told[row.obligation_id],
                "state": row.state,
                "owner": _unit(units.get(row.owner_unit_id or "")),
                "facts": _facts(run, told[row.obligation_id]["criteria"]),
                "deeds": [_deed(deed) for deed in history.deeds(run, row.pk)],
                "versions": [_version(version) for version in history.versions_of(row)],
            }
            for row in rows
        ],
        "given": [*_given(Delivery, subject_id=person_id)],
        "waived": [*_given(Waiver, person_id=person_id)],
    }


def files_of(told: dict[str, Any]) -> dict[str, bytes]:
    """The files of a package: the values for machines, and a page for people in both languages."""
    page = render_to_string("ledger/evidence.html", {"e": told})
    values = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
    return {"evidence.json": values.encode(), "evidence.html": page.encode()}


def _explained(run: Run, rows: list[Obligation]) -> dict[str, dict[str, Any]]:
    """Law, criteria and parameters of each obligation, by its number."""
    reasons = Criterion.objects.filter(
        run=run, obligation_id__in=[row.obligation_id for row in rows]
    ).values(*CRITERIA_COLUMNS)
    plain = [{name: getattr(row, name) for name in OBLIGATION_COLUMNS} for row in rows]
    asked = Rules().asked(run, None, frozenset(run.absent_tables))
    return {str(told["obligation_id"]): told for told in explain_obligations(asked, plain, reasons)}


def _facts(run: Run, criteria: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The rows that the criteria name, by table and key, as they were evaluated."""
    found = {}
    for criterion in criteria:
        for ref in criterion["facts"]:
            table, _, key = str(ref).partition(":")
            fact = selectors.fact(run, table, key)
            if fact is not None:
                found[f"{table}:{key}"] = fact.row
    return found


def _unit(unit: Any) -> dict[str, str] | None:
    return None if unit is None else {"id": unit.unit_id, "name": unit.name}


def _deed(deed: Any) -> dict[str, Any]:
    names = ("kind", "by", "role", "reason", "on_date", "quantity", "evidence", "at")
    return {name: _json(getattr(deed, name)) for name in names}


def _version(version: history.Version) -> dict[str, Any]:
    names = ("state", "quantity", "quantity_met", "due_on", "since")
    told = {name: _json(getattr(version.row, name)) for name in names}
    return {**told, "until": _json(version.until)}


def _given(model: type[Delivery | Waiver], **whose: str) -> Iterable[dict[str, Any]]:
    """Rows with who recorded them, when, and why."""
    rows = list(model._default_manager.filter(**whose).order_by("on_date", "pk"))
    changes = Change.objects.in_bulk([row.change_id for row in rows])
    for row in rows:
        change = changes.get(row.change_id)
        fields = (f for f in model._meta.concrete_fields if f.attname != "change_id")
        told = {str(f.column): _json(getattr(row, f.attname)) for f in fields}
        if change is not None:
            told |= {"by": change.who, "why": change.why, "at": _json(change.at)}
        yield told


def _json(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else str(value.normalize())
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
