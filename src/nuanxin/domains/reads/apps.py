"""Who read whose record: a log that can only grow."""

from __future__ import annotations

from django.apps import AppConfig


class ReadsConfig(AppConfig):
    name = "nuanxin.domains.reads"
    label = "reads"
