"""Every page, at desk and phone width, light and dark, in both languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.watched import DESK, PHONE, Watched

pytestmark = pytest.mark.django_db

PAGES = {
    "board": "/",
    "board of a district": "/?district=中山区&kind=hospital",
    "measure": "/measures/7/",
    "measure with a provision open": "/measures/11/?provision=M11-5",
    "measure not computed": "/measures/1/",
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

OWN_TEXT = """() => {
  const own = document.documentElement.lang.slice(0, 2);
  const said = [document.title];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { said.push(node.data); return; }
    if (node.nodeType !== Node.ELEMENT_NODE || ["SCRIPT", "STYLE"].includes(node.tagName)) return;
    if (node.getAttribute("translate") === "no") return;
    if (node.lang && node.lang.slice(0, 2) !== own) return;
    for (const name of ["aria-label", "title", "alt", "placeholder", "data-label"])
      if (node.hasAttribute(name)) said.push(node.getAttribute(name));
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return said.join("\\n");
}"""
HAN = re.compile("[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
STANDARDS = {"GB", "KN"}


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
    assert set(LATIN_WORD.findall(said)) - STANDARDS == set()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_english_page_says_nothing_in_chinese(watched: Watched, path: str) -> None:
    said = watched.go("/en" + path).evaluate(OWN_TEXT)
    assert watched.page.get_attribute("html", "lang") == "en"
    assert HAN.findall(said) == []
