"""The page of a worker's family."""

from __future__ import annotations

from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "nuanxin.domains.family"
    label = "family"
