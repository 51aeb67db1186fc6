"""An officer's first and second sign-in, in a real browser."""

from __future__ import annotations

import re
import time
from itertools import product

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.plugin import DjangoDbBlocker

from nuanxin.domains.access import services
from nuanxin.domains.access.roles import Role
from tests.browser.watched import DESK, PHONE, Watched

pytestmark = pytest.mark.django_db
PASSWORD = "杏花春雨江南2020"
PICTURE = "document.querySelector('img.qr').naturalWidth"


@pytest.fixture(scope="module", autouse=True)
def officers(site: str, django_db_blocker: DjangoDbBlocker) -> None:
    """An officer for each language and width, who never signed in."""
    del site
    with django_db_blocker.unblock():
        for language, width in product(("zh", "en"), (DESK, PHONE)):
            made = services.make_account(f"device-{language}-{width}")
            services.grant(made, Role.UNIT_HR, unit_id="U1", purpose="人事")
            made.set_password(PASSWORD)
            made.save()


def sign_in(page: Page, name: str) -> None:
    page.locator("#f-n").fill(name)
    page.locator("#f-p").fill(PASSWORD)
    page.locator("main button").click()


def show(page: Page, device: pyotp.TOTP, *, later: int = 0) -> None:
    """Type what the device shows, or will show so many seconds later."""
    page.locator("#f-c").fill(device.at(int(time.time()) + later))
    page.locator("main button").click()


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["zh", "en"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_device_is_set_up_and_asked_for(
    chromium: Browser, site: str, prefix: str, width: int
) -> None:
    language = "en" if prefix else "zh"
    with Watched.open(chromium, site, width, session="nobody") as watched:
        page = watched.go(f"{prefix}/sign-in/")
        sign_in(page, f"device-{language}-{width}")
        expect(page.locator("img.qr")).to_be_visible()
        page.wait_for_load_state()
        assert page.evaluate(PICTURE) > 0
        watched.look_over(language, dark=True)
        secret = re.sub(r"\s", "", page.locator("section b").inner_text())
        show(page, pyotp.TOTP(secret))
        expect(page.locator("ol li")).to_have_count(10)
        watched.look_over(language, dark=True)
        page.locator("main a.btn").click()
        expect(page.locator(".who")).to_be_visible()
        page.goto(f"{site}{prefix}/me/second/")
        watched.look_over(language, dark=True)
        page.context.clear_cookies()
        sign_in(watched.go(f"{prefix}/sign-in/"), f"device-{language}-{width}")
        expect(page.locator("#f-c")).to_be_visible()
        watched.look_over(language, dark=True)
        show(page, pyotp.TOTP(secret), later=30)
        expect(page.locator(".who")).to_be_visible()
        assert watched.complaints == []
