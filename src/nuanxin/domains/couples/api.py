"""Whether the spouse of one's own serves too, for other systems."""

from __future__ import annotations

from django.http import HttpRequest

from nuanxin.domains.actor import actor_of
from nuanxin.domains.api.operations import Operations
from nuanxin.domains.api.shapes import Asked, Day, Name, Told
from nuanxin.domains.couples.roles import ASKING
from nuanxin.domains.couples.services import spouse_serves
from nuanxin.policy.text import Text

api = Operations(Text("爱人", "Couples"))


class OfWhom(Asked):
    """Whose spouse, and on which day."""

    person_id: Name
    on: Day


class Serves(Told):
    """Yes or no: no name, no unit."""

    serves: bool


@api.post("/spouse-checks", Text("爱人是不是也在一线", "Does the spouse serve too"), ASKING, Serves)
def spouse_check(request: HttpRequest, asked: OfWhom) -> Serves:
    """About somebody of the token's unit; every question is written down, so many an hour."""
    return Serves(serves=spouse_serves(asked.person_id, asked.on, actor_of(request)))
