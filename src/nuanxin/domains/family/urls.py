"""The addresses of the family's page."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.family import pages

app_name = "family"
urlpatterns = [
    path("family/", pages.home, name="home"),
    path("family/in/", pages.enter, name="enter"),
    path("family/ask/", pages.ask, name="ask"),
    path("family/needs/<int:number>/", pages.settle, name="settle"),
    path("family/out/", pages.leave, name="leave"),
    path("me/family/", pages.make_code, name="make_code"),
]
