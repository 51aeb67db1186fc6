"""The addresses of the auditor's pages."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.life import pages

app_name = "life"
urlpatterns = [
    path("audit/", pages.audit, name="audit"),
    path("people/<str:number>/life/", pages.life, name="life"),
]
