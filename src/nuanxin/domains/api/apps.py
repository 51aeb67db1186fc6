"""The application."""

from __future__ import annotations

from django.apps import AppConfig


class Api(AppConfig):
    """What the API shares."""

    name = "nuanxin.domains.api"
    label = "api"
