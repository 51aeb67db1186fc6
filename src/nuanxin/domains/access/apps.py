"""Who may do what: accounts, roles, what a page opens to."""

from __future__ import annotations

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "nuanxin.domains.access"
    label = "access"
