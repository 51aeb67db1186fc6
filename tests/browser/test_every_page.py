"""Every page, at desk and phone width, light and dark, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.watched import Watched

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
def test_is_accessible_and_speaks_one_language(
    chromium: Browser, site: str, path: str, prefix: str
) -> None:
    with Watched.open(chromium, site) as watched:
        watched.go(prefix + path)
        watched.look_over("en" if prefix else "zh", wide_and_narrow=True)
