"""Which model holds which table of the contract."""

from __future__ import annotations

from functools import cache

from django.apps import apps

from nuanxin.domains.changes.models import Live

PREFIX = "live_"


@cache
def models() -> dict[str, type[Live]]:
    """The live models by the contract's table names."""
    found = (model for model in apps.get_models() if issubclass(model, Live))
    return {model._meta.db_table.removeprefix(PREFIX): model for model in found}


def model_of(table: str) -> type[Live]:
    """The live model of a table; KeyError when the contract has none of that name."""
    return models()[table]
