"""The addresses of what people do about an obligation."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.ledger import pages

app_name = "ledger"
urlpatterns = [
    path("deeds/<slug:kind>/", pages.do, name="do"),
    path("then/", pages.then, name="then"),
]
