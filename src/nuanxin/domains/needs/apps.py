"""What a worker or their family asks for."""

from __future__ import annotations

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "nuanxin.domains.needs"
    label = "needs"
