"""What the import pages draw."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from nuanxin.domains.intake.words import OUTCOMES
from nuanxin.domains.wording import pick, say

register = template.Library()
ORDER = ("new", "changed", "same", "refused")
PATTERN = {"new": "met", "changed": "planned", "same": "excepted", "refused": "breached"}


@register.filter
def sheet_only(file: str) -> str:
    """The sheet of ``file.xlsx#sheet``; the file where there is but one."""
    return file.partition("#")[2] or file


@register.simple_tag
def outcome_band(counts: Mapping[str, int]) -> SafeString:
    """The outcomes of all rows as one band; its label says the numbers."""
    rows = {name: counts.get("refused_rows" if name == "refused" else name, 0) for name in ORDER}
    total = sum(rows.values()) or 1
    start, parts = 0.0, []
    for name, n in rows.items():
        if n:
            parts.append((f"{start:.2f}", f"{100 * n / total:.2f}", PATTERN[name]))
            start += 100 * n / total
    label = say("，", ", ").join(
        f"{pick(OUTCOMES[name][1])} {n:,}" for name, n in rows.items() if n
    )
    drawn = format_html_join(
        "", '<rect x="{}%" width="{}%" height="100%" fill="url(#p-{})"/>', parts
    )
    return format_html(
        '<svg class="band band--tall" role="img" aria-label="{}">{}</svg>',
        label or say("没有行", "no rows"),
        drawn,
    )
