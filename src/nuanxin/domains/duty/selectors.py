"""Reading duty: which shifts are whose to keep."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from nuanxin.domains.duty.models import Attendance, Post, Spell


def kept_by(units: Iterable[str]) -> QuerySet[Attendance]:
    """The shifts that units answer for: at their own posts, and of those they sent elsewhere.

    An aid team works at posts that no unit of the city runs; who arranged the spell keeps them.
    """
    sent = Spell.objects.filter(arranged_by__in=list(units))
    own = Q(post__unit__in=list(units))
    by_us = Exists(sent.filter(person=OuterRef("person"), post=OuterRef("post")))
    # The posts first: shifts are found by post, not by looking at all of them.
    posts = Post.objects.filter(Q(unit__in=list(units)) | Q(pk__in=sent.values("post")))
    return Attendance.objects.filter(own | Q(by_us), post__in=posts)
