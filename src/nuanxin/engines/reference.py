"""The reference of a pack as Markdown in both languages: what belongs to what, for each measure.

Measure ↔ provision ↔ parameters with source and certainty ↔ golden cases ↔ page ↔ tests. Written
from the pack itself, so that a page that is not current can be told by writing it anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from nuanxin.engines.check import all_cases
from nuanxin.packs.sheet import written
from nuanxin.policy.cases import Case
from nuanxin.policy.modality import Modality
from nuanxin.policy.pack import Pack
from nuanxin.policy.parameter import Parameter, Value
from nuanxin.policy.provenance import CERTAINTY, place
from nuanxin.policy.registry import Measure, Obligation

LANGUAGES = ("zh", "en")
_WORDS = {
    "made": {
        "zh": "由 `nuanxin pack reference` 生成，请勿手改。",
        "en": "Written by `nuanxin pack reference`; not to be edited by hand.",
    },
    "measure": {"zh": "第 {n} 条", "en": "Measure {n}"},
    "force": {"zh": "效力", "en": "Force"},
    "subject": {"zh": "对象", "en": "Subject"},
    "holder": {"zh": "责任方", "en": "Duty holder"},
    "trigger": {"zh": "触发", "en": "Trigger"},
    "limit": {"zh": "限度", "en": "Limit"},
    "exception": {"zh": "例外", "en": "Exception"},
    "evidence": {"zh": "证据", "en": "Evidence"},
    "gap": {"zh": "未写明", "en": "Left open"},
    "default": {"zh": "默认", "en": "Default"},
    "citation": {"zh": "出处", "en": "Citation"},
    "counterpart": {"zh": "对应", "en": "Counterpart"},
    "page": {"zh": "页面", "en": "Page"},
    "tests": {"zh": "测试", "en": "Tests"},
    "cases": {"zh": "算例", "en": "Golden cases"},
    "parameters": {"zh": "参数", "en": "Parameters"},
    "not_computed": {"zh": "尚未由事实计算。", "en": "Not yet computed from facts."},
    "certainty": {"zh": "确定程度", "en": "Certainty"},
    "computed": {"zh": "已计算", "en": "computed"},
    "index": {"zh": "条款索引", "en": "Index of provisions"},
    "further": {"zh": "本条的其他参数", "en": "Further parameters of this measure"},
    "none": {"zh": "无", "en": "none"},
}
_HEAD = {
    "zh": "| 键 | 含义 | 值 | 单位 | 起 | 公布 | 地方 | 确定程度 | 来源 |",
    "en": "| key | meaning | value | unit | from | known | place | certainty | source |",
}


def reference(pack: Pack, root: Path) -> dict[str, str]:
    """The pages by path, as ``zh/m07.md``; ``root`` is the checkout whose tests are named."""
    cases = all_cases(pack)
    pages = {"index.md": _front(pack)}
    for lang in LANGUAGES:
        pages[f"{lang}/index.md"] = _joined(_index(pack, cases, lang))
        for measure in pack.text.measures:
            page = _joined(_measure(pack, measure, cases, root, lang))
            pages[f"{lang}/m{measure.number:02}.md"] = page
    return pages


def write_reference(pack: Pack, root: Path, out: Path) -> list[Path]:
    """Write the pages into ``out``; returns those that changed, also those taken away."""
    pages = {out / name: text for name, text in reference(pack, root).items()}
    changed = []
    for file, text in pages.items():
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            changed.append(file)
    for stale in {f for lang in LANGUAGES for f in (out / lang).glob("*.md")} - set(pages):
        stale.unlink()
        changed.append(stale)
    return sorted(changed)


def _front(pack: Pack) -> str:
    text = pack.text
    return _joined(
        [
            f"# {text.title.zh} · {text.title.en}",
            *(f"{_WORDS['made'][lang]}" for lang in LANGUAGES),
            "- [中文](zh/index.md)\n- [English](en/index.md)",
        ]
    )


def _index(pack: Pack, cases: Sequence[Case], lang: str) -> Iterator[str]:
    yield f"# {pack.text.title.of(lang)}"
    yield pack.text.citation.of(lang)
    yield f"## {_WORDS['index'][lang]}"
    lines = []
    for o in pack.text.obligations:
        count = sum(case.provision == o.id for case in cases)
        state = f" · {_WORDS['cases'][lang]}: {count}" if pack.is_computed(o.id) else ""
        link = f"[{o.id}](m{o.measure:02}.md#{o.id.lower()})"
        lines.append(f"- {link} {o.title.of(lang)} · {o.modality.text.of(lang)}{state}")
    yield "\n".join(lines)
    if pack.text.gaps:
        yield f"## {_WORDS['gap'][lang]}"
        yield "\n".join(f"- {gap.text.of(lang)}" for gap in pack.text.gaps)


def _measure(
    pack: Pack, measure: Measure, cases: Sequence[Case], root: Path, lang: str
) -> Iterator[str]:
    yield f"# {_WORDS['measure'][lang].format(n=measure.number)} · {measure.title.of(lang)}"
    yield measure.text.of(lang)
    yield f"{_WORDS['page'][lang]}: `/measures/{measure.number}/`"
    named: set[str] = set()
    for obligation in pack.text.of_measure(measure.number):
        named.update(pack.parameters_of(obligation.id))
        yield from _obligation(pack, obligation, cases, root, lang)
    further = [
        p
        for key, p in pack.parameters.items()
        if measure.number in p.measures and key not in named and _is_own(pack, key)
    ]
    if further:
        yield f"## {_WORDS['further'][lang]}"
        yield _parameters(further, lang)


def _is_own(pack: Pack, key: str) -> bool:
    return pack.base is None or pack.parameters[key] is not pack.base.parameters.get(key)


def _obligation(
    pack: Pack, o: Obligation, cases: Sequence[Case], root: Path, lang: str
) -> Iterator[str]:
    yield (
        f"## {o.id}\n\n**{o.title.of(lang)}**：{o.summary.of(lang)}"
        if lang == "zh"
        else (f"## {o.id}\n\n**{o.title.en}**: {o.summary.en}")
    )
    told = [
        ("force", f"{Modality(o.modality).text.of(lang)} ({o.modality})"),
        *((n, getattr(o, n).of(lang)) for n in ("subject",)),
        ("holder", o.duty_holder.of(lang)),
        *((n, getattr(o, n).of(lang)) for n in ("trigger", "limit", "exception", "evidence")),
        *((n, getattr(o, n).of(lang)) for n in ("gap", "default")),
        ("certainty", CERTAINTY[o.certainty].of(lang)),
        ("citation", o.citation.of(lang)),
        *([("counterpart", f"`{o.counterpart}`")] if o.counterpart else []),
        ("page", f"`/obligations/?provision={o.id}`"),
    ]
    if not pack.is_computed(o.id):
        yield _listed(told, lang)
        yield _WORDS["not_computed"][lang]
        return
    yield _listed([*told, ("tests", ", ".join(f"`{t}`" for t in _tests(pack, o, root)))], lang)
    own = [case for case in cases if case.provision == o.id]
    yield f"### {_WORDS['cases'][lang]} {o.id}"
    names = [f"- {case.name.zh if lang == 'zh' else case.name.en}" for case in own]
    yield "\n".join(names) or _WORDS["none"][lang]
    keys = pack.parameters_of(o.id)
    if keys:
        yield f"### {_WORDS['parameters'][lang]} {o.id}"
        yield _parameters([pack.parameters[key] for key in keys], lang)


def _tests(pack: Pack, o: Obligation, root: Path) -> Iterator[str]:
    """The tests of a provision: its cases, and the independent evaluator where it has one."""
    yield f"cases/{o.id}.yaml"
    stem = o.id.lower().replace("-", "_")
    for name in (f"tests/oracle/{stem}.py", f"tests/oracle/{stem.partition('_')[0]}.py"):
        if pack.base is None and (root / name).exists():
            yield name
            return


def _listed(told: Sequence[tuple[str, str]], lang: str) -> str:
    colon = "：" if lang == "zh" else ": "
    return "\n".join(f"- {_WORDS[name][lang]}{colon}{text}" for name, text in told)


def _parameters(parameters: Sequence[Parameter], lang: str) -> str:
    lines = [_HEAD[lang], "|---" * 9 + "|"]
    lines += [_version(p, version, lang) for p in parameters for version in p.values]
    return "\n".join(lines)


def _version(parameter: Parameter, version: Value, lang: str) -> str:
    end = f" – {version.end}" if version.end else ""
    note = f" ({version.note.of(lang)})" if version.note else ""
    cells = (
        f"`{parameter.key}`",
        parameter.label.of(lang),
        written(version.value),
        parameter.unit,
        f"{version.start}{end}" + ("" if version.precision == "day" else f" ({version.precision})"),
        str(version.known),
        place(version.jurisdiction).of(lang),
        CERTAINTY[version.certainty].of(lang),
        version.source.of(lang) + note,
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _joined(parts: Sequence[str] | Iterator[str]) -> str:
    return "\n\n".join(parts) + "\n"
