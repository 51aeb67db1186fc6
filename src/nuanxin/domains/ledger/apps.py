"""The ledger: what an evaluation found, kept so that it can be read and searched."""

from __future__ import annotations

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "nuanxin.domains.ledger"
    label = "ledger"

    def ready(self) -> None:
        """Let every change of live facts be followed."""
        from nuanxin.domains.changes.services import after_change
        from nuanxin.domains.ledger.following import follow

        after_change.append(follow)
