"""The balance of a comparison as a person reads it on a terminal, in Chinese or English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nuanxin.commands.figures import number, yuan

_WORDS = {
    "head": {
        "zh": "{pack} → {against}，截至 {as_of}",
        "en": "{pack} → {against}, as of {as_of}",
    },
    "known": {"zh": "，只用 {known} 前已公布的规则", "en": ", rules published by {known} only"},
    "set": {"zh": "改动", "en": "Changes"},
    "by_day": {"zh": "逐日适用", "en": "applied day by day"},
    "whole": {"zh": "按截止日的值判断", "en": "judged by its value on the as-of day"},
    "rows": {
        "zh": "义务：新增 {new}，消失 {gone}，变化 {changed}，不变 {same}",
        "en": "Obligations: {new} new, {gone} gone, {changed} changed, {same} the same",
    },
    "people": {
        "zh": "人：受益 {gain}，受损 {lose}，有得有失 {both}，待核 {unclear}",
        "en": "People: {gain} gain, {lose} lose, {both} both, {unclear} unclear",
    },
    "by_measure": {"zh": "按条款", "en": "By measure"},
    "measure": {
        "zh": "受益 {gain} 人，受损 {lose} 人；新增 {new}，消失 {gone}，变化 {changed}"
        "（状态 {state_changed}，数量 {quantity_changed}，期限 {due_changed}）",
        "en": "{gain} gain, {lose} lose; {new} new, {gone} gone, {changed} changed"
        " (state {state_changed}, quantity {quantity_changed}, due {due_changed})",
    },
    "money": {
        "zh": "费用：{before} → {after} 元，差 {difference}；补发 {arrears}，少付 {less}，"
        "仍需支付 {to_pay}，已多付 {overpaid}",
        "en": "Cost: {before} → {after} yuan, difference {difference}; arrears {arrears},"
        " less {less}, still to pay {to_pay}, overpaid {overpaid}",
    },
    "by_payer": {"zh": "按付款单位", "en": "By payer"},
    "by_month": {"zh": "按月补发", "en": "Arrears by month"},
    "by_unit": {"zh": "按责任单位", "en": "By owing unit"},
    "amounts": {
        "zh": "{before} → {after} 元，差 {difference}，仍需支付 {to_pay}",
        "en": "{before} → {after} yuan, difference {difference}, still to pay {to_pay}",
    },
    "unit": {
        "zh": "受益 {gain}，受损 {lose}，共 {rows} 条",
        "en": "{gain} gain, {lose} lose, {rows} rows",
    },
    "most": {"zh": "变化最大的人", "en": "Who is moved most"},
    "nobody": {"zh": "（无）", "en": "(none)"},
    "same": {"zh": "没有差别。", "en": "No difference."},
    "more": {"zh": "……另有 {left} 条，见 --json", "en": "… {left} more, see --json"},
}
_SHOWN = 10

Told = Mapping[str, Any]


def told(found: Told, lang: str) -> Iterator[str]:
    """The lines of the report."""

    def say(name: str, **values: object) -> str:
        return _WORDS[name][lang].format(**values)

    known = say("known", known=found["known"]) if found["known"] else ""
    yield say("head", **_only(found, "pack", "against", "as_of")) + known
    yield from _parameters(found, say, lang)
    yield say("rows", **found["rows"])
    yield say("people", **_only(found["people"], "gain", "lose", "both", "unclear"))
    if not found["provisions"]:
        yield say("same")
        return
    yield f"{say('by_measure')}:"
    for row in found["provisions"]:
        name = row["after"] or row["before"]
        yield f"  {name} {row['title'][lang]} [{row['quantity_unit']}]: {say('measure', **row)}"
    yield from _money(found["money"], say)
    yield f"{say('by_unit')}:"
    yield from _listed([_unit_line(row, say) for row in found["units"]], say)
    yield f"{say('most')}:"
    yield from _listed([_person_line(row) for row in found["people"]["most"]], say)


def _parameters(found: Told, say: Any, lang: str) -> Iterator[str]:
    if found["parameters"]:
        yield f"{say('set')}:"
    for p in found["parameters"]:
        versions = "; ".join(
            f"{v['value']} ({v['from']}{' – ' + v['to'] if v['to'] else ' –'})"
            for v in p["versions_after"]
        )
        how = say("by_day" if p["by_day"] else "whole")
        yield f"  {p['key']} {p['label'][lang]}: {p['before']} → {p['after']} {p['unit']}, {how}"
        yield f"    {versions}"


def _money(money: Told, say: Any) -> Iterator[str]:
    if not money["before_fen"] and not money["after_fen"]:
        return
    yield say("money", **_yuan(money))
    if not money["months"]:
        return
    for name, key in (("by_payer", "payers"), ("by_month", "months")):
        yield f"{say(name)}:"
        lines = [
            f"  {row.get('unit_id', row.get('month')) or '–'}: {say('amounts', **_yuan(row))}"
            for row in money[key]
        ]
        yield from _listed(lines, say)


def _unit_line(row: Told, say: Any) -> str:
    rows = row["new"] + row["gone"] + row["changed"]
    provision = row["provision"].partition("/")[2]
    words = say("unit", rows=rows, **_only(row, "gain", "lose"))
    return f"  {provision} {row['unit_id'] or '–'} [{row['quantity_unit']}]: {words}"


def _person_line(row: Told) -> str:
    mark = {(True, False): "+", (False, True): "−", (True, True): "±"}[row["gains"], row["loses"]]
    money = f" {yuan(row['fen'])}" if row["fen"] else ""
    return (
        f"  {mark} {row['subject_kind']}:{row['subject_id']}{money} ({number(row['differences'])})"
    )


def _listed(lines: Sequence[str], say: Any) -> Iterator[str]:
    yield from lines[:_SHOWN] or [f"  {say('nobody')}"]
    if len(lines) > _SHOWN:
        yield f"  {say('more', left=len(lines) - _SHOWN)}"


def _yuan(row: Told) -> dict[str, str]:
    names = ("before", "after", "difference", "arrears", "less", "to_pay", "overpaid")
    return {name: yuan(row[f"{name}_fen"]) for name in names if f"{name}_fen" in row}


def _only(row: Told, *names: str) -> dict[str, object]:
    return {name: row[name] for name in names}
