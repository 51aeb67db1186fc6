"""The ledger: what an evaluation found, kept so that it can be read and searched."""

from __future__ import annotations

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "nuanxin.domains.ledger"
    label = "ledger"
