"""Every page states to whom it opens, and opens to nobody else."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path, reverse
from django.utils import translation

from nuanxin.domains.access.menu import HOME, MENU, home_of, menu_of, opening_to
from nuanxin.domains.access.opening import NOBODY, opening_of, opens
from nuanxin.domains.access.roles import ADMINISTRATORS, Role
from nuanxin.site import urls
from tests.domains.access.routes import routes
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db

BY_CODE = {f"family:{name}" for name in ("home", "enter", "ask", "settle", "leave")}
"""Pages of families: they open by a one-time code, and show nothing without."""
IN_DEMOS = {"tour:tour", "tour:day"}
"""Pages of a demo, on its own machine only: tests/domains/tour."""
DESCRIBES = {"api:openapi", "api_reference"}
"""What the API can do; it names nobody."""
PUBLIC = {
    *DESCRIBES,
    *("access:sign_in", "access:sign_out", "access:set_password", "access:demo"),
    *("access:code", "access:enrol", "access:picture"),
    *BY_CODE,
    *IN_DEMOS,
}


def test_every_page_states_its_roles() -> None:
    silent = [name for name, view, _ in routes() if opening_of(view) == NOBODY]
    assert silent == []


def test_only_signing_in_needs_no_sign_in() -> None:
    assert {name for name, view, _ in routes() if opening_of(view).to_all} == PUBLIC


@pytest.mark.parametrize("role", Role)
def test_a_role_comes_in_or_is_told_in_both_languages(role: Role) -> None:
    client = signed_in(role)
    for name, view, arguments in routes():
        if name in ("access:sign_out", "access:change_role"):
            continue  # they change who is signed in
        address = reverse(name, kwargs=arguments)
        if opening_of(view).admits(role):
            assert client.get(address).status_code != 403, name
        elif name != "board:board":  # the bare address leads everybody to their own first page
            answer = client.get(address)
            assert (answer.status_code, "这一页不对您的角色开放" in answer.content.decode()) == (
                403, True), name  # fmt: skip
            with translation.override("en"):
                answer = client.post(reverse(name, kwargs=arguments))
            assert answer.status_code == 403, name
            assert "This page is not open to your role" in answer.content.decode()


def test_without_a_code_a_page_of_a_family_shows_nothing() -> None:
    for client in (Client(), signed_in(Role.SYSTEM_ADMIN)):
        for name in BY_CODE - {"family:enter", "family:leave"}:
            address = reverse(name, kwargs={"number": 1} if name == "family:settle" else {})
            for answer in (client.get(address), client.post(address)):
                if answer.status_code != 405:
                    assert answer["Location"] == reverse("family:enter"), name


def test_nobody_comes_in_without_signing_in() -> None:
    client = Client()
    for name, view, arguments in routes():
        address = reverse(name, kwargs=arguments)
        if not opening_of(view).to_all:
            answer = client.get(address)
            assert (answer.status_code, answer["Location"][:9]) == (302, "/sign-in/"), name
            assert client.post(address)["Location"] == "/sign-in/", name


def test_administrators_open_no_page_about_people() -> None:
    for name, view, _ in routes():
        if not name.startswith("access:") and name not in BY_CODE | IN_DEMOS | DESCRIBES:
            assert not any(opening_of(view).admits(role) for role in ADMINISTRATORS), name


@pytest.mark.parametrize("role", Role)
def test_the_first_page_and_the_navigation_open_to_the_role(role: Role) -> None:
    client = signed_in(role)
    answer = client.get("/", follow=True)
    assert answer.status_code == 200
    page = answer.content.decode()
    shown = {item.page for item in menu_of(role)}
    for item in MENU:
        mark = f'<a href="{reverse(item.page)}"'
        assert (mark in page.partition("</header>")[0]) == (item.page in shown)
    assert opening_to(home_of(role)).admits(role)
    assert set(HOME) <= set(Role)


def silent(_: HttpRequest) -> HttpResponse:
    return HttpResponse("secret")


stated = opens(Role.FINANCE)(lambda _: HttpResponse("money"))
urlpatterns = [*urls.urlpatterns, path("silent/", silent), path("stated/", stated)]


@override_settings(ROOT_URLCONF=__name__)
def test_a_page_that_states_nothing_is_closed() -> None:
    assert Client().get("/silent/").status_code == 302
    finance = signed_in(Role.FINANCE)
    assert finance.get("/silent/").status_code == 403
    assert finance.get("/stated/").content == b"money"
