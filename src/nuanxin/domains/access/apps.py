"""Who may do what: accounts, roles, what a page opens to, whose rows are whose."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    name = "nuanxin.domains.access"
    label = "access"

    def ready(self) -> None:
        """Row security follows every migration: a new table is closed until it has its rule."""
        post_migrate.connect(_secure_rows, sender=self)


def _secure_rows(**_: Any) -> None:
    from nuanxin.domains.access.row_security import apply

    apply()
