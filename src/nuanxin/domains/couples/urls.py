"""The address of the check of couples."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.couples import pages

app_name = "couples"
urlpatterns = [path("couples/", pages.check, name="check")]
