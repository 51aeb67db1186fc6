"""Doing a write once: all of it in one transaction, and the same key gives the same answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from pydantic import BaseModel

from nuanxin.domains.actor import actor_of
from nuanxin.domains.api.models import Reply
from nuanxin.domains.api.problems import Invalid
from nuanxin.policy.text import Text

HEADER = "Idempotency-Key"
LONGEST = 200
KEPT = timedelta(days=1)
VISIBLE = Text("一到二百个可见的字符", "one to 200 visible characters")
ANOTHER = Text(
    "这个键已经用在另一个请求上；请换一个", "this key was used for another request; choose another"
)
Answer = TypeVar("Answer", bound=BaseModel)


def once(
    request: HttpRequest, kind: type[Answer], act: Callable[[], Answer], *, is_form: bool
) -> Answer:
    """Do a write, or give the answer that it had when the same request came with its key before.

    Of two at the same instant one waits for the other. What is refused is not kept.
    """
    key = request.headers.get(HEADER)
    with transaction.atomic():
        if key is None:
            return act()
        if not 0 < len(key) <= LONGEST or not key.isprintable() or not key.isascii():
            raise Invalid([(f"header.{HEADER}", VISIBLE)])
        mine = {"account": actor_of(request).account, "key": key}
        Reply.objects.filter(at__lt=timezone.now() - KEPT).delete()
        digest = _digest(request, is_form)
        told, fresh = Reply.objects.get_or_create(**mine, defaults={"digest": digest})
        if not fresh:
            if told.digest != digest:
                raise Invalid([(f"header.{HEADER}", ANOTHER)])
            return kind.model_validate(told.body)
        answer = act()
        told.body = answer.model_dump(mode="json")
        told.save(update_fields=["body"])
        return answer


def _digest(request: HttpRequest, is_form: bool) -> str:
    """What makes two requests the same: method, address, and all that was sent."""
    sent = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    if not is_form:
        sent.update(request.body)
        return sent.hexdigest()
    for name, value in sorted(request.POST.items()):
        sent.update(f"{name}={value}\n".encode())
    for name, file in sorted(request.FILES.items()):
        sent.update(f"{name}={getattr(file, 'name', '')}\n".encode())
        for chunk in file.chunks():  # type: ignore[union-attr]
            sent.update(chunk)
        file.seek(0)  # type: ignore[union-attr]
    return sent.hexdigest()
