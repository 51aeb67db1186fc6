"""The addresses of the inbox."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.inbox import pages

app_name = "inbox"
urlpatterns = [
    path("inbox/", pages.inbox, name="inbox"),
    path("inbox/attendance/", pages.attendance, name="attendance"),
    path("inbox/answer/<slug:kind>/<int:number>/", pages.answer, name="answer"),
    path("inbox/requests/", pages.data_requests, name="requests"),
    path("inbox/requests/<str:number>/back/", pages.hand_back, name="hand_back"),
    path("inbox/family/", pages.family, name="family"),
]
