"""Screenshots of the demo's main pages into docs/shots: starts the demo, looks at it, stops it."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "shots"
SHOTS = {
    "board": ("organisation", "", 1280),
    "board.en": ("organisation", "en/", 1280),
    "board.phone": ("organisation", "", 360),
    "measure": ("organisation", "measures/11/", 1280),
    "why": ("organisation", "obligations/?q=林晓岚", 1280),
    "money": ("finance", "pay/", 1280),
    "import": ("unit-hr", "import/", 1280),
    "tour": ("organisation", "tour/", 1280),
    "my.phone": ("worker", "me/", 360),
    "my.en.phone": ("worker", "en/me/", 360),
    "my": ("worker", "me/", 1280),
    "family.phone": ("family", "family/", 360),
    "inbox": ("unit-hr", "inbox/", 1280),
    "attendance.phone": ("unit-hr", "inbox/attendance/", 360),
    "community": ("community", "inbox/", 1280),
}
"""File name: the demo account that looks, page below the address, and width in pixels."""
WHOLE = {"why", "my"}
"""Shots of the whole page, as are those of a phone; others show its first view."""
INTO = {"why": "main tbody th a"}
"""Shots of the page behind the first such link."""
Links = dict[str, str]
"""The one-click sign-in of each demo account, by its name without ``demo-``."""


@contextmanager
def demo() -> Iterator[Links]:
    """The one-click sign-ins of a running demo, stopped at the end as Ctrl-C would."""
    command = [str(Path(sys.executable).parent / "nuanxin"), "demo"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            yield _sign_ins(process)
        finally:
            process.send_signal(signal.SIGINT)


def _sign_ins(process: subprocess.Popen[str]) -> Links:
    told: list[str] = []
    found: Links = {}
    wanted = {account for account, _, _ in SHOTS.values()}
    for line in process.stdout or ():
        if link := re.search(r"http://\S+/sign-in/demo/\S+", line):
            name = re.search(r"\(demo-([\w-]+)\)", told[-1])
            found[name[1] if name else ""] = link[0]
        if wanted <= found.keys():
            return found
        told.append(line)
    sys.exit("the demo ended without its sign-ins:\n" + "".join(told[-10:]))


def shoot(browser: Browser, links: Links) -> None:
    """Write every shot of SHOTS; ends with an error when a page does not answer."""
    for name, (account, page_path, width) in SHOTS.items():
        address = links[account].partition("sign-in/")[0]
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto(links[account])
        answer = page.goto(address + page_path)
        if answer is None or not answer.ok:
            sys.exit(f"{address}{page_path} did not answer")
        if name in INTO:
            page.locator(INTO[name]).first.click()
        page.screenshot(path=FOLDER / f"{name}.png", full_page=name in WHOLE or width < 800)
        context.close()


def main() -> None:
    """Take all shots with the Chromium of the system."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("needs Chromium: apt-get install chromium fonts-noto-cjk")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with demo() as links, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        shoot(browser, links)
        browser.close()


if __name__ == "__main__":
    main()
