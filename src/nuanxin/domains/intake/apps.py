"""Evidence in and out: files as officials keep them, templates, facts folders."""

from __future__ import annotations

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "nuanxin.domains.intake"
    label = "intake"
