"""The pages of the three administrators, in a real browser."""

from __future__ import annotations

import pytest
from django.db import connection
from playwright.sync_api import Browser, expect
from pytest_django.plugin import DjangoDbBlocker

from nuanxin.domains.access import administration, services
from nuanxin.domains.access.models import Account, Attempt
from nuanxin.domains.access.roles import Role
from nuanxin.domains.actor import Actor
from tests.browser.watched import PHONE, Watched
from tests.signed_in import device_of

pytestmark = pytest.mark.django_db
BY = Actor("admin", account="admin")
ONE = "/accounts/{}/"


@pytest.fixture(scope="module")
def wang(site: str, django_db_blocker: DjangoDbBlocker) -> int:
    """An account with a role, an ended one, a device, and what was done to it; its number."""
    del site
    with django_db_blocker.unblock():
        with connection.cursor() as cursor:
            cursor.execute("truncate access_act")
        made = administration.make("wang", BY, "新到岗", person_id="P1")
        administration.give(made, Role.FINANCE, BY, "结算", unit_id="U1")
        administration.end(administration.give(made, Role.AUDITOR, BY, "核查"), BY, "完了")
        device_of(made)
        for number in range(7):
            Attempt.objects.create(name="wang", address="192.0.2.7", failed=number != 3)
        services.make_account("closed")
        Account.objects.filter(name="closed").update(is_active=False)
        return made.pk


@pytest.mark.parametrize(
    ("role", "path"),
    [
        (Role.SYSTEM_ADMIN, "/accounts/"),
        (Role.SYSTEM_ADMIN, "/accounts/new/"),
        (Role.SYSTEM_ADMIN, ONE),
        (Role.SECURITY_ADMIN, ONE),
        (Role.SECURITY_ADMIN, "/keys/"),
        (Role.AUDIT_ADMIN, ONE),
        (Role.AUDIT_ADMIN, "/attempts/?show=all"),
        (Role.AUDIT_ADMIN, "/acts/"),
        (Role.AUDIT_ADMIN, "/me/second/"),
    ],
)
def test_is_accessible_and_speaks_one_language(
    chromium: Browser, site: str, wang: int, role: Role, path: str
) -> None:
    for prefix in ("", "/en"):
        with Watched.open(chromium, site, role=role) as watched:
            watched.go(prefix + path.format(wang))
            watched.look_over("en" if prefix else "zh", wide_and_narrow=True)


def test_a_role_is_given_and_a_link_handed_out(chromium: Browser, site: str, wang: int) -> None:
    with Watched.open(chromium, site, role=Role.SECURITY_ADMIN) as watched:
        page = watched.go(ONE.format(wang))
        page.locator("#f-r").select_option("drafter")
        page.get_by_label("用途").fill("起草")
        page.get_by_role("button", name="授予").click()
        expect(page.get_by_role("listitem").filter(has_text="政策起草")).to_contain_text("起草")
        assert watched.complaints == []
    with Watched.open(chromium, site, PHONE, role=Role.SYSTEM_ADMIN) as watched:
        page = watched.go(ONE.format(wang))
        page.locator("#f-link").fill("忘了密码")
        page.get_by_role("button", name="发链接").click()
        expect(page.get_by_text("/sign-in/first/")).to_be_visible()
        watched.look_over("zh")
