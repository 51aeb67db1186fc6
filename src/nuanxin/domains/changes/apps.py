"""Every write of the live city: who, why, and the value that stood before."""

from __future__ import annotations

from django.apps import AppConfig


class ChangesConfig(AppConfig):
    name = "nuanxin.domains.changes"
    label = "changes"
