"""Where a request comes from, also where a server with a certificate stands before ours."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def address(request: HttpRequest) -> str | None:
    """The address of whoever asks; None where it is not known.

    Behind such a server (``NUANXIN_HTTPS``) it is the last that X-Forwarded-For names, which that
    server has seen itself; whoever asks may have written those before it.
    """
    seen = str(request.META.get("REMOTE_ADDR", ""))
    if settings.HTTPS:
        seen = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip() or seen
    try:
        return str(ip_address(seen))
    except ValueError:
        return None
