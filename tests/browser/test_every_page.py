"""Every page, at desk and phone width, light and dark, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.watched import DESK, PHONE, Watched
from tests.speech import OWN_TEXT, stray

pytestmark = pytest.mark.django_db

PAGES = {
    "board": "/",
    "board of a district": "/?district=中山区&kind=hospital",
    "measure": "/measures/7/",
    "measure with a provision open": "/measures/11/?provision=M11-5",
    "measure not computed": "/measures/1/",
    "units": "/units/",
    "list": "/obligations/",
    "list without a match": "/obligations/?q=nobody",
    "one's obligations": "/obligations/?subject=person:P1",
    "why, owed": "/obligations/rest|P1/",
    "why, breached": "/obligations/shift|P4/",
    "why, unknown": "/obligations/pay|P3|2/",
    "why, of a unit": "/obligations/shift|U2/",
    "fact": "/facts/attendance/A2/",
    "set aside": "/set-aside/",
    "hand in a file": "/import/",
    "what was understood": "/import/1/",
    "a file that was not read": "/import/2/",
    "people": "/people/",
    "one person": "/people/P1/",
    "a merged record": "/people/P3/",
}
LANGUAGES = {"zh": "", "en": "/en"}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_is_accessible_and_keeps_to_itself(
    chromium: Browser, site: str, path: str, prefix: str, width: int
) -> None:
    with Watched.open(chromium, site, width) as watched:
        page = watched.go(prefix + path)
        assert watched.violations() == []
        assert watched.sideways() <= 0
        page.emulate_media(color_scheme="dark")
        assert watched.violations("color-contrast") == []
        assert watched.complaints == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_chinese_page_says_nothing_in_english(watched: Watched, path: str) -> None:
    said = watched.go(path).evaluate(OWN_TEXT)
    assert watched.page.get_attribute("html", "lang") == "zh-Hans"
    assert stray(said, "zh") == set()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_english_page_says_nothing_in_chinese(watched: Watched, path: str) -> None:
    said = watched.go("/en" + path).evaluate(OWN_TEXT)
    assert watched.page.get_attribute("html", "lang") == "en"
    assert stray(said, "en") == set()
