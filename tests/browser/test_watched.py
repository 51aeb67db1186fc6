"""The checks of pages do find what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.watched import PHONE, Watched

RIGHT = '<html lang="en"><title>A</title><main><h1>A</h1><p>Text</p></main></html>'


@pytest.fixture
def blank(chromium: Browser) -> Iterator[Watched]:
    """A page of the phone's width, to be filled."""
    with chromium.new_context(viewport={"width": PHONE, "height": 800}) as context:
        yield Watched(context.new_page(), "http://127.0.0.1")


def test_nothing_is_wrong_with_a_page_that_is_right(blank: Watched) -> None:
    blank.page.set_content(RIGHT)
    assert blank.violations() == []
    assert blank.sideways() <= 0


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ('<img src="data:,">', "image-alt"),
        ('<input type="text">', "label"),
        ('<p style="color: #bbb; background: #fff">pale</p>', "color-contrast"),
    ],
)
def test_a_violation_is_told_by_its_rule(blank: Watched, wrong: str, rule: str) -> None:
    blank.page.set_content(RIGHT.replace("<p>Text</p>", wrong))
    assert [found.partition(":")[0] for found in blank.violations()] == [rule]
    assert len(blank.violations(rule)) == 1
    assert blank.violations("html-has-lang") == []


def test_what_is_wider_than_the_phone_is_told(blank: Watched) -> None:
    blank.page.set_content(RIGHT.replace("<p>", f'<p style="width: {PHONE + 40}px">'))
    assert blank.sideways() > 0
