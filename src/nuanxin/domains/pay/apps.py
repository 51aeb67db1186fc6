"""Money: pay runs that cannot pay a day twice, and the books of restricted funds."""

from __future__ import annotations

from django.apps import AppConfig


class PayConfig(AppConfig):
    name = "nuanxin.domains.pay"
    label = "pay"
