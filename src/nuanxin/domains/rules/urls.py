"""The addresses of the policy desk."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.rules import pages

app_name = "rules"
urlpatterns = [
    path("rules/", pages.desk, name="desk"),
    path("rules/gaps/", pages.gaps, name="gaps"),
    path("rules/packs/", pages.packs, name="packs"),
    path("rules/parameters/<str:key>/", pages.parameter, name="parameter"),
    path("rules/parameters/<str:key>/propose/", pages.propose, name="propose"),
    path("rules/<int:number>/", pages.proposal, name="proposal"),
    path("rules/<int:number>/<slug:action>/", pages.act, name="act"),
]
