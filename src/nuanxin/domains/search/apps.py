"""The Django application of search."""

from __future__ import annotations

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """People and units, found by name, sound, initials or number."""

    name = "nuanxin.domains.search"
