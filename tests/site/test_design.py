"""The parts of the design system, drawn by tags."""

from __future__ import annotations

import re

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from nuanxin.site.design.templatetags.design import LEAST, band, certainty, shares, state


def test_shares_add_up_and_none_is_too_thin_to_see() -> None:
    for counts in ([1], [99999, 1], [1, 1, 1], [1000000, 1, 1, 1, 1, 1, 1], [1] * 7):
        widths = shares(counts)
        assert sum(widths) == pytest.approx(100)
        assert min(widths) >= LEAST - 1e-9


def test_a_band_says_its_numbers_in_the_fixed_order() -> None:
    counts = {"overdue": 1, "met": 12345, "unknown": 0, "owed": 3}
    with translation.override("en"):
        drawn = band(counts)
    assert 'aria-label="Met 12,345, Owed 3, Overdue 1"' in drawn
    assert re.findall(r"#p-(\w+)", drawn) == ["met", "owed", "overdue"]


def test_an_empty_band_says_so() -> None:
    with translation.override("en"):
        assert 'aria-label="none"' in band({})


def test_a_state_is_a_mark_and_a_word() -> None:
    with translation.override("zh-hans"):
        chip = state("not_kept", "chip")
    assert "#m-breached" in chip
    assert "未做到" in chip


@pytest.mark.parametrize(
    ("code", "steps"), [("text", 4), ("sourced", 3), ("peer", 2), ("unverified", 1), ("default", 1)]
)
def test_certainty_is_steps_and_a_word(code: str, steps: int) -> None:
    drawn = certainty(code)
    assert drawn.count('class="on"') == steps
    assert drawn.count('class="off"') == 4 - steps


@pytest.mark.parametrize(
    ("path", "language", "other"),
    [("/", "zh-hans", "/en/"), ("/measures/7/?state=met", "zh-hans", "/en/measures/7/?state=met"),
     ("/en/measures/7/?q=%E6%9E%97", "en", "/measures/7/?q=%E6%9E%97")],
)  # fmt: skip
def test_the_switch_leads_to_the_same_page(path: str, language: str, other: str) -> None:
    with translation.override(language):
        request = RequestFactory().get(path)
        drawn = Template("{% other_language %}").render(Context({"request": request}))
    assert f'href="{other}"' in drawn
