"""The addresses of the board, from the whole down to one fact."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.board import pages

app_name = "board"
urlpatterns = [
    path("", pages.board, name="board"),
    path("measures/<int:number>/", pages.measure, name="measure"),
    path("obligations/", pages.obligations, name="obligations"),
    path("obligations/<path:obligation_id>/", pages.obligation, name="obligation"),
    path("units/", pages.units, name="units"),
    path("evidence/<slug:kind>/<path:obligation_id>/", pages.evidence, name="evidence"),
    path("facts/<slug:table>/<path:key>/", pages.fact, name="fact"),
    path("set-aside/", pages.set_aside, name="set_aside"),
]
