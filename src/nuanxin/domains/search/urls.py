"""The address of search."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.search import pages

app_name = "search"
urlpatterns = [path("search/", pages.search, name="search")]
