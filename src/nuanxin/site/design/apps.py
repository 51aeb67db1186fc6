"""The design system: tokens, components, marks, and the tags that draw them."""

from __future__ import annotations

from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "nuanxin.site.design"
    label = "design"
