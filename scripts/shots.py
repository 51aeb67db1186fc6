"""Screenshots of the demo board into docs/shots: starts the demo, looks at it, stops it."""

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
SHOTS: dict[str, tuple[str, int] | tuple[str, int, str]] = {
    "board": ("", 1280),
    "board.en": ("en/", 1280),
    "board.phone": ("", 360),
    "measure": ("measures/11/", 1280),
    "my.phone": ("me/", 360, "demo-worker"),
    "my.en.phone": ("en/me/", 360, "demo-worker"),
    "my": ("me/", 1280, "demo-worker"),
    "family.phone": ("family/", 360, "demo-family"),
    "inbox": ("inbox/", 1280, "demo-unit-hr"),
    "attendance.phone": ("inbox/attendance/", 360, "demo-unit-hr"),
    "community": ("inbox/", 1280, "demo-community"),
}
"""File name: page below the address, width in pixels, and whose page (else the first account's)."""
LAST = "demo-audit-admin"
"""The account that the demo names last."""


@contextmanager
def demo() -> Iterator[dict[str, str]]:
    """The one-click sign-ins of a running demo by account, stopped at the end as Ctrl-C would."""
    command = [str(Path(sys.executable).parent / "nuanxin"), "demo"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            yield _sign_in(process)
        finally:
            process.send_signal(signal.SIGINT)


def _sign_in(process: subprocess.Popen[str]) -> dict[str, str]:
    """The sign-ins as the demo tells them: an account in brackets, then its address."""
    told: list[str] = []
    found: dict[str, str] = {}
    for line in process.stdout or ():
        told.append(line)
        if address := re.search(r"http://\S+/sign-in/demo/\S+", line):
            name = re.search(r"\((demo-[\w-]+)\)", told[-2])
            found[name[1] if name else ""] = address[0]
            if LAST in found:
                return found
    sys.exit("the demo ended without its sign-ins:\n" + "".join(told[-10:]))


def shoot(browser: Browser, sign_ins: dict[str, str]) -> None:
    """Write every shot of SHOTS; ends with an error when a page does not answer."""
    for name, (page_path, width, *who) in SHOTS.items():
        sign_in = sign_ins[str(who[0])] if who else next(iter(sign_ins.values()))
        address = sign_in.partition("sign-in/")[0]
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(sign_in)
        answer = page.goto(address + page_path)
        if answer is None or not answer.ok:
            sys.exit(f"{address}{page_path} did not answer")
        page.screenshot(path=FOLDER / f"{name}.png", full_page=name != "board")
        page.close()


def main() -> None:
    """Take all shots with the Chromium of the system."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("needs Chromium: apt-get install chromium fonts-noto-cjk")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with demo() as sign_ins, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        shoot(browser, sign_ins)
        browser.close()


if __name__ == "__main__":
    main()
