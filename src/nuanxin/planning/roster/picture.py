"""A roster as one picture: the grid with wishes and violations, cover below and above."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape

from nuanxin.planning.roster.check import Report, check
from nuanxin.planning.roster.finding import Finding
from nuanxin.planning.roster.model import Problem, Roster

CELL, ROW, NAMES, TOP = 26, 20, 110, 34
_TINTS = ("#dbeafe", "#dcfce7", "#fef3c7", "#fde2e4", "#ede9fe", "#e0f2f1", "#fbe9d7", "#e8eaed")
_WEEKDAYS = "一二三四五六日"
_STYLE = (
    "text{font:11px system-ui,'Noto Sans CJK SC',sans-serif;fill:#1f2933}"
    ".off{fill:#fff}.bad{fill:none;stroke:#b42318;stroke-width:2.5}"
    ".wish{fill:none;stroke:#946200;stroke-width:1.2;stroke-dasharray:3 2}"
    ".met{fill:#1a7f4b}.line{stroke:#c5ccd3;stroke-width:.6}.week{fill:#f3f4f6}"
    "@media print{@page{size:A4 landscape;margin:8mm}svg{width:100%;height:auto}}"
)


def svg(problem: Problem, roster: Roster) -> str:
    """The picture as SVG: red frames break a hard rule, dashed ones leave a wish unmet."""
    report = check(problem, roster)
    height = TOP + ROW * (len(problem.people) + len(_shown(problem)) + 2) + 40
    width = NAMES + CELL * problem.days + 50
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img">',
        f"<title>{escape(problem.name)}: {report.objective}</title><style>{_STYLE}</style>",
        *_head(problem),
        *_grid(problem, roster, report),
        *_cover(problem, roster),
        *_legend(problem, report, height - 14),
        "</svg>",
    ]
    return "\n".join(parts)


def html(problem: Problem, roster: Roster) -> str:
    """The picture on a page of its own, with all findings as a list below."""
    report = check(problem, roster)
    items = "".join(
        f"<li>{escape(str(f))}{'' if f.penalty is None else f' · {f.penalty}'}</li>"
        for f in sorted(report.findings, key=lambda f: (f.penalty is not None, -(f.penalty or 0)))
    )
    return (
        '<!doctype html><html lang="zh-Hans"><meta charset="utf-8">'
        f"<title>{escape(problem.name)}</title><body>{svg(problem, roster)}"
        f"<h2>检查结果 Findings</h2><ol>{items}</ol></body></html>\n"
    )


def _text(x: float, y: float, words: str, more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" {more}>{escape(words)}</text>'


def _shown(problem: Problem) -> list[tuple[str, str | None]]:
    return sorted({(c.shift, c.skill) for c in problem.cover}, key=str)


def _head(problem: Problem) -> Iterator[str]:
    rows = len(problem.people) + len(_shown(problem)) + 1
    for day in range(problem.days):
        x = NAMES + CELL * day
        if problem.weekday(day) >= 5:
            yield (
                f'<rect class="week" x="{x}" y="{TOP - 30}" width="{CELL}"'
                f' height="{30 + ROW * rows}"/>'
            )
        middle = 'text-anchor="middle"'
        yield _text(x + CELL / 2, TOP - 18, str(day), middle)
        yield _text(x + CELL / 2, TOP - 5, _WEEKDAYS[problem.weekday(day)], middle)


def _grid(problem: Problem, roster: Roster, report: Report) -> Iterator[str]:
    tints = {s.id: _TINTS[n % len(_TINTS)] for n, s in enumerate(problem.shifts)}
    cells = {(a.person, a.day): a for a in roster.assignments}
    found: dict[tuple[str | None, int | None], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.person, finding.day].append(finding)
    for number, person in enumerate(problem.people):
        y = TOP + ROW * number
        whole = found[person.id, None]
        mark = "!" if any(f.penalty is None for f in whole) else ""
        yield _text(4, y + 14, f"{mark}{person.id}"[:16])
        wished = {(w.day, w.shift) for w in person.wishes if w.on}
        for day in range(problem.days):
            x, a = NAMES + CELL * day, cells.get((person.id, day))
            if a is not None:
                yield (
                    f'<rect x="{x + 1}" y="{y + 1}" width="{CELL - 2}" height="{ROW - 2}"'
                    f' fill="{tints.get(a.shift, "#fff")}"/>'
                )
                yield _text(x + CELL / 2, y + 14, a.shift[:3], 'text-anchor="middle"')
            if a is not None and (day, a.shift) in wished:
                yield f'<circle class="met" cx="{x + CELL - 5}" cy="{y + 5}" r="2"/>'
            yield from _frame(x, y, found[person.id, day])
        end = NAMES + CELL * problem.days
        yield f'<line class="line" x1="0" y1="{y + ROW}" x2="{end}" y2="{y + ROW}"/>'
        cost = sum(f.penalty or 0 for key, fs in found.items() if key[0] == person.id for f in fs)
        yield _text(end + 4, y + 14, str(cost) if cost else "")


def _frame(x: int, y: int, findings: list[Finding]) -> Iterator[str]:
    if not findings:
        return
    kind = "bad" if any(f.penalty is None for f in findings) else "wish"
    words = "; ".join(str(f) for f in findings)
    yield (
        f'<rect class="{kind}" x="{x + 1.5}" y="{y + 1.5}" width="{CELL - 3}"'
        f' height="{ROW - 3}"><title>{escape(words)}</title></rect>'
    )


def _cover(problem: Problem, roster: Roster) -> Iterator[str]:
    """One row for each kind of cover: how many are below (−) or above (+) what is wanted."""
    there = Counter((a.day, a.shift, a.skill) for a in roster.assignments)
    anyone = Counter((a.day, a.shift) for a in roster.assignments)
    wanted = {(c.day, c.shift, c.skill): c for c in problem.cover}
    for number, (shift, skill) in enumerate(_shown(problem)):
        y = TOP + ROW * (len(problem.people) + 1 + number)
        yield _text(4, y + 14, f"{shift} {skill or ''}"[:16])
        for day in range(problem.days):
            cover = wanted.get((day, shift, skill))
            if cover is None:
                continue
            now = there[day, shift, skill] if skill else anyone[day, shift]
            gap, x = now - cover.wanted, NAMES + CELL * day
            colour = "#b42318" if gap < 0 else "#52606d" if gap == 0 else "#1d4ed8"
            words = f"{gap:+d}".replace("-", "−") if gap else "·"
            yield _text(x + CELL / 2, y + 14, words, f'text-anchor="middle" style="fill:{colour}"')


def _legend(problem: Problem, report: Report, y: int) -> Iterator[str]:
    words = (
        f"{problem.name}  目标值 objective {report.objective}"
        f"  违反硬规则 hard rules broken {len(report.violations)}"
        "  红框 hard · 虚线 soft · 绿点 wish met · − 缺员 short · + 超员 over"
    )
    yield _text(4, y, words)
