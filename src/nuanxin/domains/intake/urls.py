"""The addresses of bringing files in."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.intake import pages

app_name = "intake"
urlpatterns = [
    path("import/", pages.desk, name="desk"),
    path("import/templates/<slug:table>.xlsx", pages.template, name="template"),
    path("import/<int:number>/", pages.upload, name="upload"),
    path("import/<int:number>/write/", pages.write, name="write"),
    path("import/<int:number>/read/", pages.read, name="read"),
    path("import/<int:number>/stop/", pages.stop, name="stop"),
    path("import/<int:number>/forget/", pages.forget, name="forget"),
    path("import/<int:number>/refused.xlsx", pages.refused, name="refused"),
]
