"""The addresses of the tour."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.tour import pages

app_name = "tour"
urlpatterns = [
    path("tour/", pages.tour, name="tour"),
    path("tour/day/", pages.day, name="day"),
]
