"""The Django application of the line of life."""

from __future__ import annotations

from django.apps import AppConfig


class LifeConfig(AppConfig):
    """One person's time, money and promises on one axis, and what does not fit together."""

    name = "nuanxin.domains.life"
