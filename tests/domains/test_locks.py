"""Locks that a worker holds for as long as it lives."""

from __future__ import annotations

from contextlib import closing

import pytest
from django.db import connections

from nuanxin.domains import locks

pytestmark = pytest.mark.django_db


def test_one_holds_it_and_others_see_that_it_is_not_theirs() -> None:
    with locks.held(locks.UPLOAD, 7) as first:
        assert first
        assert locks.is_held(locks.UPLOAD, 7)
        assert not locks.is_held(locks.UPLOAD, 8)
        with (
            closing(connections.create_connection("default")) as other,
            locks.held(locks.UPLOAD, 7, other) as second,
        ):
            assert not second
        assert locks.is_held(locks.UPLOAD, 7)
    assert not locks.is_held(locks.UPLOAD, 7)


def test_it_does_not_stay_with_a_session_that_goes_back_into_the_pool() -> None:
    with (
        pytest.raises(ZeroDivisionError),
        closing(connections.create_connection("default")) as side,
        locks.held(locks.RULES_WORK, 1, side),
    ):
        raise ZeroDivisionError
    assert not locks.is_held(locks.RULES_WORK, 1)
