"""Compiled loops: all of them at once, and somewhere that can be written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nuanxin.planning.roster.engine import cache, paths, swaps
from nuanxin.planning.roster.engine.warm import warm
from nuanxin.planning.roster.solve import solve

from .test_solve import ward

LOOPS = (
    paths.to_go,
    paths.bands,
    paths.walk,
    paths.follow,
    paths.labels,
    paths.grouped,
    paths.listing,
    swaps.laid,
    swaps.swaps,
)


def test_one_form_of_each_loop_serves_every_search() -> None:
    warm()
    solve(ward(), 20)
    assert [len(loop.signatures) for loop in LOOPS] == [1] * len(LOOPS)


def test_a_folder_of_its_own_where_nothing_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(cache.VARIABLE, raising=False)
    monkeypatch.setattr(cache, "_writable", lambda _: False)
    cache.choose_cache()
    assert Path(os.environ[cache.VARIABLE]).is_dir()
    monkeypatch.delenv(cache.VARIABLE)


def test_the_folder_of_the_package_is_taken_where_it_can_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(cache.VARIABLE, raising=False)
    monkeypatch.setattr(cache, "_writable", lambda folder: folder.name == "__pycache__")
    cache.choose_cache()
    assert cache.VARIABLE not in os.environ


def test_a_run_that_finds_nothing_compiled_still_ends_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Slow:
        """A compiler that never comes to an end."""

        def poll(self) -> None:
            return None

    monkeypatch.setattr(cache, "_made", lambda: False)
    monkeypatch.setattr(cache.subprocess, "Popen", lambda *_, **__: Slow())
    plan = solve(ward(), 0.5)
    assert plan.report.valid
    assert plan.seconds < 5
