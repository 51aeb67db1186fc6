"""The Django application of search."""

from __future__ import annotations

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """People and units, found by name, sound, initials or number."""

    name = "nuanxin.domains.search"

    def ready(self) -> None:
        """Let the marks of id numbers follow the keys."""
        from nuanxin.domains.seals.places import after_rotation
        from nuanxin.domains.search.filling import forget_tails

        after_rotation.append(forget_tails)
