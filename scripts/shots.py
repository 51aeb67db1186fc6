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
SHOTS = {
    "board": ("", 1280),
    "board.en": ("en/", 1280),
    "board.phone": ("", 360),
    "measure": ("measures/11/", 1280),
}
"""File name: page below the address, and width in pixels."""


@contextmanager
def demo() -> Iterator[str]:
    """The one-click sign-in of a running demo, stopped at the end as Ctrl-C would."""
    command = [str(Path(sys.executable).parent / "nuanxin"), "demo"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            yield _sign_in(process)
        finally:
            process.send_signal(signal.SIGINT)


def _sign_in(process: subprocess.Popen[str]) -> str:
    told = []
    for line in process.stdout or ():
        if found := re.search(r"http://\S+/sign-in/demo/\S+", line):
            return found[0]
        told.append(line)
    sys.exit("the demo ended without a sign-in:\n" + "".join(told[-10:]))


def shoot(browser: Browser, sign_in: str) -> None:
    """Write every shot of SHOTS; ends with an error when a page does not answer."""
    address = sign_in.partition("sign-in/")[0]
    for name, (page_path, width) in SHOTS.items():
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
    with demo() as sign_in, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        shoot(browser, sign_in)
        browser.close()


if __name__ == "__main__":
    main()
