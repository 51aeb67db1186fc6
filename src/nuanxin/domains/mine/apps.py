"""The worker's own page."""

from __future__ import annotations

from django.apps import AppConfig


class MineConfig(AppConfig):
    name = "nuanxin.domains.mine"
    label = "mine"
