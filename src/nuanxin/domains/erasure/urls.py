"""The addresses of erasure."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.erasure import pages

app_name = "erasure"
urlpatterns = [
    path("erasure/", pages.requests, name="requests"),
    path("erasure/ask/", pages.ask, name="ask"),
    path("erasure/<int:number>/", pages.decide, name="decide"),
]
