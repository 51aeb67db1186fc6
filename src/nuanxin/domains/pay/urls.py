"""The addresses of money."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.pay import pages

app_name = "pay"
urlpatterns = [
    path("pay/", pages.runs, name="runs"),
    path("pay/draft/", pages.draft, name="draft"),
    path("pay/funds/", pages.funds_page, name="funds"),
    path("pay/<int:pk>/", pages.run, name="run"),
    path("pay/<int:pk>/list/", pages.public, name="public"),
    path("pay/<int:pk>/bank.csv", pages.bank, name="bank"),
    path("pay/<int:pk>/settlement.xlsx", pages.settlement, name="settlement"),
    path("pay/<int:pk>/papers/<slug:paper>.<slug:kind>", pages.paper, name="paper"),
    path("pay/<int:pk>/<slug:action>/", pages.act, name="act"),
]
