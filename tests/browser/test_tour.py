"""The tour of the scenes, as a demo shows it, and the page where one signs in to it."""

from __future__ import annotations

import pytest
from django.test import override_settings
from playwright.sync_api import Browser

from tests.browser.watched import Watched

pytestmark = pytest.mark.django_db


@override_settings(DEMO=True)
@pytest.mark.parametrize("path", ["/tour/", "/sign-in/"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_is_accessible_and_speaks_one_language(
    chromium: Browser, site: str, path: str, prefix: str
) -> None:
    with Watched.open(chromium, site) as watched:
        watched.go(prefix + path)
        watched.look_over("en" if prefix else "zh", wide_and_narrow=True)
