"""What every installation relies on: migrations, checks, the key, the home folder."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.core.management import call_command

from nuanxin.site import home as home_module
from nuanxin.site.home import CHECKOUT, home
from nuanxin.site.keys import secret_key


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_django_finds_nothing_to_complain_about() -> None:
    call_command("check", fail_level="WARNING")


def test_over_https_nothing_is_left_to_complain_about(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "nuanxin.site.settings",
            "NUANXIN_HOME": str(tmp_path),
            "NUANXIN_HTTPS": "1",
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert stat.S_IMODE((tmp_path / "seal_keys").stat().st_mode) == 0o600


def test_the_key_is_made_once_and_kept_closed(tmp_path: Path) -> None:
    place = tmp_path / "new"
    key = secret_key(place)
    assert len(key) >= 64
    assert secret_key(place) == key
    assert stat.S_IMODE((place / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in place.iterdir()] == ["secret_key"]


def test_installations_have_keys_of_their_own(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_starting_at_once_yields_one_key(tmp_path: Path) -> None:
    keys: list[str] = []
    threads = [threading.Thread(target=lambda: keys.append(secret_key(tmp_path))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


def test_the_home_is_named_or_in_the_checkout_or_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUANXIN_HOME", str(tmp_path))
    assert home() == tmp_path
    monkeypatch.delenv("NUANXIN_HOME")
    monkeypatch.chdir(tmp_path)
    assert home() == CHECKOUT / "var"
    monkeypatch.setattr(home_module, "CHECKOUT", tmp_path / "site-packages")
    assert home() == tmp_path / "var"
