"""The addresses of people."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.people import pages

app_name = "people"
urlpatterns = [
    path("people/", pages.people, name="people"),
    path("people/<str:number>/", pages.person, name="person"),
    path("people/<str:number>/merge/", pages.merge, name="merge"),
    path("people/<str:number>/unmerge/", pages.unmerge, name="unmerge"),
]
