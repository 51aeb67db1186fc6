"""The guided tour of the demo: ten scenes, whom to be, where to click, what to see."""

from __future__ import annotations

from django.apps import AppConfig


class TourConfig(AppConfig):
    name = "nuanxin.domains.tour"
    label = "tour"
