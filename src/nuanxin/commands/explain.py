"""``nuanxin explain``: why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, cast

import typer

from nuanxin.commands.figures import quantity, said
from nuanxin.commands.shared import a_language, evaluated, print_json
from nuanxin.policy.explain import Explanation, explain_listed
from nuanxin.policy.explain import explain as explained

_MARK = {True: "✓", False: "✗", None: "?"}
_COUNT = "·"
_WORD = {
    "owner": {"zh": "责任单位", "en": "owner"},
    "due": {"zh": "期限", "en": "due"},
    "missing": {"zh": "缺的事实", "en": "missing"},
    "facts": {"zh": "依据", "en": "facts"},
    "none": {"zh": "没有义务", "en": "no obligation"},
    "listed": {"zh": "只列示，不作决定", "en": "Listed only, decides nothing"},
    "none_given": {"zh": "没有", "en": "none"},
    "parameters": {"zh": "参数", "en": "parameters"},
}
_COLON = {"zh": "：", "en": ": "}
_FACTS_SHOWN = 6


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("explain")
    def explain(
        facts: Annotated[Path, typer.Argument(help="a folder of CSV, Parquet or XLSX files")],
        subject: Annotated[str, typer.Option(help="person:ID or unit:ID")],
        as_of: Annotated[str, typer.Option(help="the day at whose end the world is seen")],
        provision: Annotated[str | None, typer.Option(help="one provision, as M11-5")] = None,
        pack: Annotated[str, typer.Option(help="the policy")] = "dalian2020",
        set: Annotated[
            list[str] | None, typer.Option(help="key=value[@from[..to]], another parameter")
        ] = None,
        known: Annotated[str | None, typer.Option(help="rules as published by that day")] = None,
        lang: Annotated[str, typer.Option(help="zh or en")] = "zh",
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """Say why: each criterion with value and facts, each parameter with its source.

        Example: nuanxin explain facts --subject person:P00000001 --as-of 2020-04-20
        """
        a_language(lang)
        with evaluated(
            facts,
            pack=pack,
            as_of=as_of,
            settings=set or (),
            known=known,
            subject=subject,
            provisions=None if provision is None else frozenset([provision]),
        ) as done:
            found = explained(done.run, done.engine)
            listed = explain_listed(done.run, done.engine)
        if json:
            head = {"subject": subject, "as_of": as_of, "known": known, "pack": pack}
            print_json({**head, "obligations": found, "listed": listed})
            return
        if not found:
            typer.echo(f"{subject}: {_WORD['none'][lang]}")
        for explanation in [*found, *listed]:
            typer.echo("\n".join(_lines(explanation, lang)) + "\n")


def _lines(e: Explanation, lang: str) -> list[str]:
    def words(name: str) -> str:
        return cast(Mapping[str, str], e[name])[lang]

    law = cast(Mapping[str, Mapping[str, str]], e["law"])
    stands = words("state_text") if "state" in e else _WORD["listed"][lang]
    lines = [
        f"{e['provision']} {words('title')} · {stands}",
        f"  {law['citation'][lang]} [{law['modality'][lang]}] {law['text'][lang]}",
        f"  {e['period_start']} – {e['period_end'] or '…'}{_amount_and_due(e, lang)}"
        f" · {_WORD['owner'][lang]} {e['owner_unit_id'] or '–'}",
    ]
    if e.get("missing"):
        lines.append(f"  {_WORD['missing'][lang]}: {e['missing']}")
    for criterion in cast(Sequence[Mapping[str, object]], e["criteria"]):
        lines.extend(_criterion_lines(criterion, lang))
    parameters = cast(Sequence[Explanation], e["parameters"])
    if parameters:
        lines.append(f"  {_WORD['parameters'][lang]}:")
        lines.extend(_parameter_line(p, lang) for p in parameters)
    return lines


def _amount_and_due(e: Explanation, lang: str) -> str:
    if "state" not in e:
        return ""
    amount = quantity(e["quantity"], str(e["quantity_unit"]), lang, e["quantity_met"])
    return f" · {amount} · {_WORD['due'][lang]} {e['due_on'] or '–'}"


def _criterion_lines(criterion: Mapping[str, object], lang: str) -> list[str]:
    question = cast(Mapping[str, str], criterion["question"])[lang]
    value = criterion["value"]
    is_count = criterion["kind"] == "count"
    mark = _COUNT if is_count else _MARK[cast(bool | None, criterion["holds"])]
    lines = [f"  {mark} {question}"]
    if value is not None:
        shown = said(str(value), str(criterion["kind"]), lang)
        answer = cast(Mapping[str, str], criterion["answer"])[lang].replace("{value}", shown)
        lines[0] += f"{_COLON[lang]}{answer}"
    facts = cast(Sequence[str], criterion["facts"])
    if facts:
        more = f" … +{len(facts) - _FACTS_SHOWN}" if len(facts) > _FACTS_SHOWN else ""
        lines.append(f"      {_WORD['facts'][lang]}: {', '.join(facts[:_FACTS_SHOWN])}{more}")
    return lines


def _parameter_line(parameter: Explanation, lang: str) -> str:
    label = cast(Mapping[str, str], parameter["label"])[lang]
    nothing = {"zh": "–", "en": "–"}
    source = cast(Mapping[str, str], parameter.get("source", nothing))[lang]
    whose = cast(Mapping[str, str], parameter.get("provenance", nothing))[lang]
    value = f"{parameter['value']} {parameter['unit']}"
    return f"    {parameter['key']} = {value} ({whose}) {label}. {source}"
