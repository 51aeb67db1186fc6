"""A browser page that notes complaints: console errors, CSP violations, foreign requests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from nuanxin.domains.access.roles import Role
from tests.signed_in import cookie
from tests.speech import OWN_TEXT, stray

DESK, PHONE = 1280, 360
LANG = {"zh": "zh-Hans", "en": "en"}


@dataclass
class Watched:
    """A page, the site it belongs to, and what went wrong so far."""

    page: Page
    site: str
    complaints: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def open(
        cls,
        browser: Browser,
        site: str,
        width: int = DESK,
        *,
        script: bool = True,
        role: Role = Role.ORGANISATION,
        session: str = "",
    ) -> Iterator[Watched]:
        """A fresh page of a width, with or without script, signed in in a role, or by the
        key of a session."""
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        context.add_cookies([cookie(role, site, session)])  # type: ignore[list-item]
        watched = cls(context.new_page(), site)
        watched._listen()
        try:
            yield watched
        finally:
            context.close()

    def _listen(self) -> None:
        own = urlsplit(self.site).netloc
        self.page.on("console", lambda said: self.complaints.append(f"console: {said.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on(
            "request",
            lambda request: (
                None
                if urlsplit(request.url).netloc == own
                else self.complaints.append(f"foreign request: {request.url}")
            ),
        )
        self.page.on(
            "response",
            lambda answer: (
                self.complaints.append(f"{answer.status}: {answer.url}")
                if answer.status >= 400
                else None
            ),
        )

    def go(self, path: str) -> Page:
        """Open a path of the site; being asked to sign in where one did not go is a failure."""
        self.page.goto(self.site + path)
        assert "/sign-in/" in path or "/sign-in/" not in self.page.url, "nobody is signed in"
        return self.page

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def look_over(self, language: str, *, dark: bool = True, wide_and_narrow: bool = False) -> None:
        """What every page must keep: no violation (in the dark too, where asked), nothing wider
        than the window (at the desk and on the phone, where asked), no complaint, and one
        language (``zh`` or ``en``)."""
        if wide_and_narrow:
            self.page.set_viewport_size({"width": PHONE, "height": 800})
            assert self.violations() == []
            assert self.sideways() <= 0
            self.page.set_viewport_size({"width": DESK, "height": 800})
        assert self.violations() == []
        assert self.sideways() <= 0
        if dark:
            self.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
            assert self.violations("color-contrast") == []
        assert self.complaints == []
        assert self.page.get_attribute("html", "lang") == LANG[language]
        assert stray(self.page.evaluate(OWN_TEXT), language) == set()

    def violations(self, *rules: str) -> list[str]:
        """What axe finds wrong, one line each; of all its rules, or only of those named."""
        options: dict[str, object] = {"resultTypes": ["violations"]}  # no list of all that passes
        if rules:
            options["runOnly"] = list(rules)
        found = Axe().run(self.page, options=options).response["violations"]
        return [
            f"{v['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
            for v in found
            for node in v["nodes"]
        ]
