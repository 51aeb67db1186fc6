"""The addresses of consent."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.consent import pages

app_name = "consent"
urlpatterns = [
    path("publicity/", pages.publicity, name="publicity"),
]
