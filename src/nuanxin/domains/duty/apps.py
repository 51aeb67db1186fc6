"""What was done and what was given: posts, spells, attendance and the rest of the evidence."""

from __future__ import annotations

from django.apps import AppConfig


class DutyConfig(AppConfig):
    name = "nuanxin.domains.duty"
    label = "duty"
