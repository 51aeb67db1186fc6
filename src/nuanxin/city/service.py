"""Each person's service at a glance: first and last day in the spring and in the summer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nuanxin.city.figures import figure_day
from nuanxin.city.posts import Posts
from nuanxin.city.spells import Spells
from nuanxin.city.streams import Bools, Ints

NEVER = 10_000_000


@dataclass(frozen=True)
class Service:
    """By person, from recorded spells: days, NEVER where there is none.

    Spring is what starts before 2020-07-22. ``treats`` marks people who treated confirmed cases
    in the city, ``away`` those sent to Hubei from ``away_start`` on.
    """

    spring_start: Ints
    spring_end: Ints
    summer_start: Ints
    away_start: Ints
    treats: Bools
    away: Bools

    @property
    def spring(self) -> Bools:
        """Who served in the spring."""
        return np.asarray(self.spring_start < NEVER)

    @property
    def spring_over(self) -> Bools:
        """Whose service of the spring had ended before the summer."""
        return np.asarray(self.spring_end < figure_day("wave2.first"))

    @property
    def summer(self) -> Bools:
        """Who serves in the summer."""
        return np.asarray(self.summer_start < NEVER)


def service_of(people: int, posts: Posts, spells: Spells) -> Service:
    """The service of every person."""
    told = spells.take(spells.recorded)
    early = told.start < figure_day("wave2.first")
    spring, summer = told.take(early), told.take(~early)
    spring_end = np.full(people, -NEVER)
    np.maximum.at(spring_end, spring.person, spring.end)
    treats, away = (np.zeros(people, dtype=np.bool_) for _ in range(2))
    treats[told.person[posts.treats[told.post] & (told.place < 0)]] = True
    away[told.person[told.place >= 0]] = True
    return Service(
        _earliest(people, spring),
        np.where(spring_end < 0, NEVER, spring_end),
        _earliest(people, summer),
        _earliest(people, told.take(told.place >= 0)),
        treats,
        away,
    )


def _earliest(people: int, spells: Spells) -> Ints:
    start = np.full(people, NEVER)
    np.minimum.at(start, spells.person, spells.start)
    return start
