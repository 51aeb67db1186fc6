"""The check of couples."""

from __future__ import annotations

from django.apps import AppConfig


class CouplesConfig(AppConfig):
    name = "nuanxin.domains.couples"
    label = "couples"
