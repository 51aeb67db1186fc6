"""References to facts can be parted whatever the keys hold."""

from __future__ import annotations

import duckdb
import ibis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuanxin.policy.refs import escape, escaped, parted

KEYS = st.lists(st.text("ab;%/:3B", min_size=1, max_size=6), max_size=4)


@given(KEYS)
def test_what_was_joined_is_parted_again(keys: list[str]) -> None:
    refs = [f"spells:{key}" for key in keys]
    assert parted(";".join(f"spells:{escape(key)}" for key in keys)) == refs


@pytest.mark.parametrize("key", ["S1", "a;b", "50%", "%3B", ";;%25", ""])
def test_the_expression_says_the_same(key: str) -> None:
    sql = str(ibis.to_sql(escaped(ibis.literal(key)).name("ref"), dialect="duckdb"))
    [(written,)] = duckdb.sql(sql).fetchall()
    assert written == escape(key)
    assert ";" not in written


def test_no_references_are_none() -> None:
    assert parted(None) == parted("") == []
