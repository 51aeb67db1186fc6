"""The Django application of rule changes."""

from __future__ import annotations

from django.apps import AppConfig


class RulesConfig(AppConfig):
    """Changes of parameters: proposed, tried, approved, in force."""

    name = "nuanxin.domains.rules"
