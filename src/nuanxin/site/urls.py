"""Addresses: Chinese at the root, English below /en/. A page has one address per language.

The API has one in any: its language follows the request's header.
"""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from nuanxin.domains.api.pages import reference

urlpatterns = i18n_patterns(
    path("", include("nuanxin.domains.access.urls")),
    path("", include("nuanxin.domains.consent.urls")),
    path("", include("nuanxin.domains.couples.urls")),
    path("", include("nuanxin.domains.erasure.urls")),
    path("", include("nuanxin.domains.family.urls")),
    path("", include("nuanxin.domains.inbox.urls")),
    path("", include("nuanxin.domains.mine.urls")),
    path("", include("nuanxin.domains.pay.urls")),
    path("", include("nuanxin.domains.ledger.urls")),
    path("", include("nuanxin.domains.board.urls")),
    path("", include("nuanxin.domains.intake.urls")),
    path("", include("nuanxin.domains.life.urls")),
    path("", include("nuanxin.domains.people.urls")),
    path("", include("nuanxin.domains.rules.urls")),
    path("", include("nuanxin.domains.search.urls")),
    path("", include("nuanxin.domains.tour.urls")),
    path("api/", reference, name="api_reference"),
    prefix_default_language=False,
)
urlpatterns.append(path("api/v1/", include("nuanxin.domains.api.urls")))
handler403 = "nuanxin.domains.access.pages.forbidden"
handler404 = "nuanxin.site.design.pages.not_found"
handler500 = "nuanxin.site.design.pages.broken"
