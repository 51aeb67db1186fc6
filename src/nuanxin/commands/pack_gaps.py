"""``nuanxin pack gaps``: what the text leaves open, how we settle it, and whom it concerns."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from nuanxin.commands.shared import Refused, a_date, a_language, print_json, progress
from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.gaps import Count, concerned
from nuanxin.facts import load_facts
from nuanxin.packs import load_pack
from nuanxin.policy.evaluate import Run
from nuanxin.policy.pack import Pack

_WORDS = {
    "gaps": {"zh": "原文没有写到的", "en": "What the text leaves out"},
    "defaults": {
        "zh": "原文没有写明、由本系统默认的",
        "en": "What the text leaves open, and our default",
    },
    "measures": {"zh": "第 {numbers} 条", "en": "measure {numbers}"},
    "default": {"zh": "默认", "en": "default"},
    "concerns": {"zh": "涉及 {said}", "en": "concerns {said}"},
    "nobody": {"zh": "涉及 0 人", "en": "concerns nobody"},
}
_KINDS = {
    "person": {"zh": "{n} 人", "en": "{n} person"},
    "child": {"zh": "{n} 名子女", "en": "{n} child"},
    "unit": {"zh": "{n} 个单位", "en": "{n} unit"},
    "request": {"zh": "{n} 份填报要求", "en": "{n} request"},
    "issue": {"zh": "{n} 次发放", "en": "{n} issue"},
    "fund": {"zh": "{n} 项资金", "en": "{n} fund"},
}
_MANY = {"child": "children"}
Counts = tuple[Mapping[str, Count], Mapping[str, Count]]


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("gaps")
    def gaps(
        name: Annotated[str, typer.Argument(help="the pack: a name or folder")] = "dalian2020",
        facts: Annotated[Path | None, typer.Option(help="count whom they concern here")] = None,
        as_of: Annotated[str | None, typer.Option(help="the day at whose end they count")] = None,
        lang: Annotated[str, typer.Option(help="zh or en")] = "zh",
        json: Annotated[bool, typer.Option("--json", help="print one JSON object")] = False,
    ) -> None:
        """List what the text leaves out or open, with our default, and whom it concerns.

        Example: nuanxin pack gaps dalian2020 --facts facts --as-of 2020-04-20
        """
        a_language(lang)
        if (facts is None) != (as_of is None):
            raise Refused("--facts and --as-of go together: give both or neither")
        pack = load_pack(name)
        counts = _counted(pack, facts, str(as_of)) if facts else None
        found = listed(pack, counts)
        if json:
            print_json({"pack": pack.id, "as_of": as_of, **found})
        else:
            typer.echo("\n".join(_lines(found, lang)))


def listed(pack: Pack, counts: Counts | None) -> dict[str, list[dict[str, Any]]]:
    """The gaps of the pack and those of each obligation, with counts when there are any."""
    gaps = [
        {
            "key": gap.key,
            "measures": list(gap.measures),
            "text": vars(gap.text),
            "concerns": counts[0].get(gap.key) if counts else None,
        }
        for gap in pack.text.gaps
    ]
    obligations = [
        {
            "provision": o.id,
            "title": vars(o.title),
            "gap": vars(o.gap),
            "default": vars(o.default),
            "certainty": o.certainty,
            "computed": pack.is_computed(o.id),
            "concerns": counts[1].get(o.id, {}) if counts and pack.is_computed(o.id) else None,
        }
        for o in pack.text.obligations
    ]
    return {"gaps": gaps, "obligations": obligations}


def _counted(pack: Pack, facts: Path, as_of: str) -> Counts:
    day = a_date(as_of)
    with tempfile.TemporaryDirectory(prefix="nuanxin-") as spill, progress() as bar:
        task = bar.add_task("reading facts", total=1.0)
        engine = DuckDB(Path(spill))
        report = load_facts(
            facts, engine.connection, day, lambda what: bar.update(task, description=what)
        )
        run = Run(pack, day, pack.parameters, frozenset(report.absent_tables))
        return concerned(
            run, engine, lambda what, share: bar.update(task, description=what, completed=share)
        )


def _lines(found: Mapping[str, list[dict[str, Any]]], lang: str) -> Iterator[str]:
    yield f"{_WORDS['gaps'][lang]}:"
    for gap in found["gaps"]:
        numbers = ("、" if lang == "zh" else ", ").join(str(n) for n in gap["measures"])
        measures = _WORDS["measures"][lang].format(numbers=numbers)
        yield f"  [{measures}] {gap['text'][lang]}{_concern(gap['concerns'], lang)}"
    yield f"{_WORDS['defaults'][lang]}:"
    for o in found["obligations"]:
        yield f"  {o['provision']} {o['title'][lang]}{_concern(o['concerns'], lang)}"
        yield f"      {o['gap'][lang]}"
        yield f"      {_WORDS['default'][lang]} ({o['certainty']}): {o['default'][lang]}"


def _concern(counts: Count | None, lang: str) -> str:
    if counts is None:
        return ""
    if not counts:
        return f" · {_WORDS['nobody'][lang]}"
    said = [_number_of(kind, n, lang) for kind, n in counts.items()]
    return " · " + _WORDS["concerns"][lang].format(said=", ".join(said))


def _number_of(kind: str, n: int, lang: str) -> str:
    said = _KINDS[kind][lang].format(n=f"{n:,}")
    if lang == "zh" or n == 1:
        return said
    return said.replace(kind, _MANY.get(kind, f"{kind}s"))
