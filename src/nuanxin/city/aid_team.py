"""The two aid teams to Hubei: 18 medics of 7 hospitals, 511 of 20, with their real dates."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nuanxin.city.figures import figure, figure_day
from nuanxin.city.people import People
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.posts import LIN_WARD, Posts
from nuanxin.city.rotas import ISOLATION, SIX_HOURS
from nuanxin.city.spells import EAST, LEISHENSHAN, Spells, part
from nuanxin.city.streams import Ints, allocate, chance, stream
from nuanxin.city.units import EAST_NAME, LEISHENSHAN_NAME, Units

LEAST = {"aid.east": 2, "aid.leishenshan": 6}
WARD_CHANGE = day("2020-02-25")


@dataclass(frozen=True)
class AidTeams:
    """Indexes of the people of the two teams, ascending."""

    east: Ints
    leishenshan: Ints

    @property
    def everyone(self) -> Ints:
        """Both teams, ascending."""
        return np.union1d(self.east, self.leishenshan)


def choose_teams(plan: CityPlan, people: People, units: Units, lin: int) -> AidTeams:
    """Pick the members; a city too small for the least sizes sends at most half its medics."""
    rng = stream(plan, "aid team")
    taken = np.zeros(len(people), dtype=np.bool_)
    taken[[lin] if lin >= 0 else []] = True
    east = _members(rng, plan, people, units, "aid.east", taken, 0)
    taken[east] = True
    rest = _members(rng, plan, people, units, "aid.leishenshan", taken, int(lin >= 0))
    return AidTeams(east, np.sort(np.r_[rest, lin] if lin >= 0 else rest))


def team_size(plan: CityPlan, team: str) -> int:
    """The real size from 20 000 people on, a proportional share below, never under the least."""
    share = min(1.0, plan.people / figure("aid.full_size_people"))
    return max(LEAST[team], round(figure(f"{team}.size") * share))


def _members(
    rng: np.random.Generator,
    plan: CityPlan,
    people: People,
    units: Units,
    team: str,
    taken: np.ndarray[tuple[int], np.dtype[np.bool_]],
    already: int,
) -> Ints:
    """The team's members: its hospitals send one each, then by their free medical staff."""
    hospitals = units.hospitals[: int(figure(f"{team}.hospitals"))].tolist()
    free = [
        staff[people.medical[staff] & ~taken[staff]] for staff in map(people.staff_of, hospitals)
    ]
    most = np.array([len(staff) for staff in free], dtype=np.int64)
    size = min(team_size(plan, team) - already, int(most.sum()) // 2)
    order = np.argsort(-most, kind="stable")
    count = np.zeros(len(hospitals), dtype=np.int64)
    count[order[:size]] = most[order[:size]] > 0
    left = size - int(count.sum())
    if left > 0:
        count += allocate(left, np.maximum(most - count, 0).astype(np.float64))
    chosen = [rng.permutation(staff)[:n] for staff, n in zip(free, count.tolist(), strict=True)]
    return np.sort(np.concatenate(chosen)).astype(np.int64)


def aid_spells(
    plan: CityPlan, people: People, units: Units, posts: Posts, teams: AidTeams, lin: int
) -> list[Spells]:
    """One spell a member, or two when the ward changes; the member's own unit arranges it."""
    rng = stream(plan, "aid spells")
    return [
        *_team(rng, people, posts, units.named(EAST_NAME), teams.east, "aid.east", EAST, lin),
        *_team(
            rng,
            people,
            posts,
            units.named(LEISHENSHAN_NAME),
            teams.leishenshan,
            "aid.leishenshan",
            LEISHENSHAN,
            lin,
        ),
    ]


def _team(
    rng: np.random.Generator,
    people: People,
    posts: Posts,
    unit: int,
    members: Ints,
    team: str,
    place: int,
    lin: int,
) -> list[Spells]:
    wards = np.flatnonzero(posts.unit == unit)
    ward = wards[rng.integers(0, len(wards), len(members))]
    ward = np.where(members == lin, posts.named(LIN_WARD), ward)
    leave = np.full(len(members), figure_day(f"{team}.date"))
    back = np.full(len(members), figure_day("aid.return"))
    own = people.unit[members]
    long = chance(rng, 0.6, len(members)) | (members == lin)
    rota = np.where(long, SIX_HOURS, ISOLATION)
    spells = part(members, ward, own, leave, back, rota, place)
    spells = replace(
        spells,
        work_from=leave + 2,
        work_to=np.full(len(members), figure_day("aid.last_shift")),
        open_end=chance(rng, 0.7, len(members)),
    )
    moved = chance(rng, 0.15, len(members)) & (members != lin)
    return [spells.take(~moved), *_two_wards(spells.take(moved), wards)]


def _two_wards(spells: Spells, wards: Ints) -> tuple[Spells, Spells]:
    last = np.full(len(spells), WARD_CHANGE)
    next_ward = wards[(np.searchsorted(wards, spells.post) + 1) % len(wards)]
    return (
        replace(spells, end=last, work_to=last, open_end=np.zeros(len(spells), dtype=np.bool_)),
        replace(spells, post=next_ward, start=last + 1, work_from=last + 1),
    )
