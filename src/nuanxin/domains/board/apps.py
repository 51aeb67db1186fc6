"""The board: sixteen measures, how far they are kept, down to the single fact."""

from __future__ import annotations

from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "nuanxin.domains.board"
    label = "board"
