"""The addresses of the API: its operations and its document at one address in any language."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.api import pages
from nuanxin.domains.api.gathered import addresses

app_name = "api"
urlpatterns = [path("openapi.json", pages.openapi, name="openapi"), *addresses()]
