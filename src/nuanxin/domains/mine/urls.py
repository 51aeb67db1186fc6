"""The addresses of one's own page."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.mine import pages, privacy, wrong

app_name = "mine"
urlpatterns = [
    path("me/", pages.me, name="me"),
    path("me/why/<str:number>/", pages.why_, name="why"),
    path("me/wrong/<str:number>/", wrong.obligation, name="wrong"),
    path("me/wrong-record/", wrong.fact, name="wrong_record"),
    path("me/missing-shift/", wrong.shift, name="missing_shift"),
    path("me/consent/", privacy.consent, name="consent"),
    path("me/evidence/", privacy.evidence, name="evidence"),
    path("me/evidence/cover/", privacy.cover, name="evidence_cover"),
    path("me/data/", privacy.data, name="data"),
    path("me/erasure/", privacy.erasure, name="erasure"),
    path("me/ask/<slug:kind>/", pages.ask, name="ask"),
    path("me/needs/<int:number>/", pages.settle, name="settle"),
]
