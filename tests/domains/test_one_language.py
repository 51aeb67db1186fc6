"""No page says a word in the other language: every address, every role that it opens to.

Beside the browser's look at rendered pages (tests/browser/test_every_page.py), this one reads
the source of whatever the addresses know, so that a new page cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings
from django.urls import resolve, reverse
from django.utils.translation import override

from nuanxin.domains.access.opening import opening_of
from nuanxin.domains.access.roles import Role
from tests.domains.access.routes import routes
from tests.signed_in import signed_in
from tests.speech import OwnText, stray

pytestmark = pytest.mark.django_db
LANGUAGES = {"zh": "zh-hans", "en": "en"}


def said(role: Role) -> Iterator[tuple[str, str, OwnText]]:
    """What each page says to a role, in both languages: address, language, text."""
    client = signed_in(role)
    for name, view, arguments in routes():
        if not opening_of(view).admits(role) or name == "access:sign_out":
            continue
        for language, code in LANGUAGES.items():
            with override(code):
                path = reverse(name, kwargs=arguments)
            answer = client.get(path)
            if answer["Content-Type"].startswith("text/html") and not answer.streaming:
                yield path, language, OwnText(answer.content.decode())


@override_settings(DEMO=True)
@pytest.mark.usefixtures("loaded")
def test_every_page_of_every_role_speaks_one_language_and_offers_what_opens() -> None:
    dead: set[tuple[str, str, str]] = set()
    found: dict[tuple[str, str], set[str]] = {}
    for role in Role:
        pages = 0
        for path, language, page in said(role):
            if not page.language:
                continue  # a redirection or a refusal without a page
            pages += 1
            assert page.language == language, path
            if words := stray(page.text, language):
                found[role, path] = words
            if not path.endswith("/tour/"):  # which tells of all roles
                dead |= {(role, path, link) for link in page.links if not leads(link, role)}
        assert pages >= 2, role
    assert found == {}
    assert dead == set(), "a page offers what does not open"


def leads(link: str, role: Role) -> bool:
    """Whether a link stays on its page or opens to the role."""
    address = link.partition("#")[0].partition("?")[0]
    if not address.startswith("/"):
        return True
    with override("en" if address.startswith("/en/") else "zh-hans"):
        opening = opening_of(resolve(address).func)
    return opening.to_all or opening.by_token or opening.admits(role)


class TestTheLookItself:
    def test_a_stray_word_is_found(self) -> None:
        page = OwnText('<html lang="zh-Hans"><p>总览 <b>Board</b></p><img alt="a map"></html>')
        assert stray(page.text, "zh") == {"Board", "map"}

    def test_what_is_not_to_be_translated_is_passed_over(self) -> None:
        page = OwnText(
            '<html lang="en"><p translate="no">林<br>晓</p><a lang="zh-Hans" title="中文">中文</a>'
            "<i>总</i></html>"
        )
        assert stray(page.text, "en") == {"总"}
