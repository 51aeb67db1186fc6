"""Export and erasure of a person's data."""

from __future__ import annotations

from django.apps import AppConfig


class ErasureConfig(AppConfig):
    name = "nuanxin.domains.erasure"
    label = "erasure"
