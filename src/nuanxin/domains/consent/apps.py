"""Consent per purpose."""

from __future__ import annotations

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "nuanxin.domains.consent"
    label = "consent"
