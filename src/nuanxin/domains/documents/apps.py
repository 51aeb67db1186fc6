"""Official documents in the form of GB/T 9704, as DOCX and as PDF."""

from __future__ import annotations

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "nuanxin.domains.documents"
    label = "documents"
