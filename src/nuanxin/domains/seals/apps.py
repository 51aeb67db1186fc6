"""Personal numbers and secrets at rest: sealed by keys that stand apart from the database."""

from __future__ import annotations

from django.apps import AppConfig


class SealsConfig(AppConfig):
    name = "nuanxin.domains.seals"
    label = "seals"
