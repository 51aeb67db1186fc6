"""The inbox of a unit."""

from __future__ import annotations

from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "nuanxin.domains.inbox"
    label = "inbox"
