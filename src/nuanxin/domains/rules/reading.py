"""Reading the form of a new value: each field as people write it, Refusal where it cannot stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nuanxin.domains.changes.refusal import Refusal
from nuanxin.domains.rules.models import NewValue
from nuanxin.policy.parameters import Parameters
from nuanxin.policy.provenance import PLACES
from nuanxin.policy.trial import parse

OFFERED = ("sourced", "peer", "unverified", "text")
"""How sure a proposer may say a value is; our own defaults are not proposed."""
HERE = "Dalian"


def read_value(parameters: Parameters, form: Mapping[str, str]) -> NewValue:
    """A new value, not saved; its parameter has to be one of ``parameters``."""
    key = form.get("key", "")
    if key not in parameters:
        raise Refusal("没有这个参数", "there is no such parameter")
    parameter, text = parameters[key], form.get("value", "").strip()
    try:
        parse(parameter, parameter.values[-1].value, text)
    except ValueError as error:
        raise Refusal(f"“{text}”不合这个参数的写法（{parameter.unit}）", str(error)) from None
    start, known = _day(form, "start"), _day(form, "known")
    end = _day(form, "end") if form.get("end", "").strip() else None
    if end is not None and end < start:
        raise Refusal("止于早于起于", "its last day is before its first")
    return NewValue(
        key=key, value=text, start=start, end=end, known=known, source=_source(form), **_whose(form)
    )


def _whose(form: Mapping[str, str]) -> dict[str, str]:
    certainty, jurisdiction = form.get("certainty", ""), form.get("jurisdiction", "")
    if certainty not in OFFERED or jurisdiction not in PLACES:
        raise Refusal(
            "请选来源有多确定、是哪里的规定", "choose how sure it is and whose rule it is"
        )
    if certainty == "peer" and jurisdiction == HERE:
        raise Refusal(
            "参照外地的要写明是哪里，不能写成大连的规定",
            "a rule from elsewhere names the place; it is not Dalian's",
        )
    return {"certainty": certainty, "jurisdiction": jurisdiction}


def _source(form: Mapping[str, str]) -> str:
    told = form.get("source", "").strip()[:500]
    if not told:
        raise Refusal(
            "请写明来源：文号，或者哪一份草案", "name the source: a document, or which draft"
        )
    return told


def _day(form: Mapping[str, str], name: str) -> date:
    told = form.get(name, "").strip()
    try:
        year, month, day = (
            int(part) for part in told.replace("/", "-").replace(".", "-").split("-")
        )
        return date(year, month, day)
    except ValueError:
        raise Refusal(
            f"日期“{told}”看不懂，请写 2020-03-16", f"{told!r} is no date, as 2020-03-16"
        ) from None
