"""Who is sent where and when: the spells of both waves, between them, and the special ones."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nuanxin.city.aid_team import AidTeams, aid_spells
from nuanxin.city.characters import Cast
from nuanxin.city.figures import COMMUNITY, FLAVOURS, VILLAGE, figure, figure_day, read, shares
from nuanxin.city.people import People
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.posts import Posts
from nuanxin.city.rotas import EVERY_DAY, ISOLATION, ROTAS, SIX_HOURS, THREE_SHIFTS
from nuanxin.city.spells import Spells, part, together
from nuanxin.city.streams import Bools, Floats, Ints, chance, choose, stream
from nuanxin.city.units import Units
from nuanxin.city.waves import wave
from nuanxin.policy.contract import POST_KINDS

FEVER_CLINIC = POST_KINDS.index("fever_clinic")
OFFICE_FROM = day("2020-07-01")
LAST_WAVE_DAY = day("2020-08-31")


@dataclass(frozen=True)
class World:
    """What deployments are drawn from."""

    plan: CityPlan
    units: Units
    people: People
    posts: Posts
    cast: Cast
    teams: AidTeams
    spouse: Ints


def make_spells(world: World) -> Spells:
    """All spells, by person and start."""
    rng = stream(world.plan, "spells")
    people, cast = world.people, world.cast
    front = _frontline(rng, world)
    away = np.isin(front, world.teams.everyone)
    special = np.isin(front, np.r_[cast.office, cast.lin])
    first = chance(rng, figure("wave1.join"), len(front))
    second = chance(rng, figure("wave2.join"), len(front)) | (~first & ~away)
    between = chance(rng, figure("between.join"), len(front)) & ~away & ~special
    parts = [
        *aid_spells(world.plan, people, world.units, world.posts, world.teams, cast.lin),
        _before_departure(rng, world, front[away & ~special & chance(rng, 0.4, len(front))]),
        *_in_wave(rng, world, front[first & ~away], "wave1"),
        *_in_wave(rng, world, front[second & ~special], "wave2"),
        _between(rng, world, front[between]),
        *_characters(world),
        _unrecorded(rng, world, front),
    ]
    return together(world.plan, parts)


def _frontline(rng: np.random.Generator, world: World) -> Ints:
    """The people with a spell: the asked share of all, by weight, and everyone of the teams."""
    weight = shares("frontline")[world.people.flavour, 0]
    weight = np.where(world.people.medical | (world.people.flavour != 4), weight, weight * 0.55)
    # Efraimidis and Spirakis (2006): the largest u^(1/w) are a weighted sample.
    key = rng.random(len(weight)) ** (1 / weight)
    key[_kept_at_home(rng, world, key)] = 0.0
    key[world.teams.everyone] = 2.0
    count = max(1, round(figure("frontline.share") * len(key)), len(world.teams.everyone))
    return np.sort(np.argsort(-key, kind="stable")[:count])


def _kept_at_home(rng: np.random.Generator, world: World, key: Floats) -> Bools:
    """Of most medical couples the one who is less likely to be sent."""
    spouse, medical = world.spouse, world.people.medical
    couple = (spouse >= 0) & medical & medical[spouse]
    first = np.minimum(np.arange(len(key)), spouse)
    apart = chance(rng, figure("couple.apart"), len(key))[first]
    less = (key < key[spouse]) | ((key == key[spouse]) & (first != np.arange(len(key))))
    return np.asarray(couple & apart & less)


def _duties(wave_name: str) -> Floats:
    """Weights [2 × flavour + medical, 2 kinds of place × kind of post] of duties.csv."""
    weights = np.zeros((2 * len(FLAVOURS), 2 * len(POST_KINDS)))
    for row in read("duties"):
        group = 2 * FLAVOURS.index(row["flavour"]) + (row["group"] == "medical")
        duty = POST_KINDS.index(row["kind"]) + len(POST_KINDS) * (row["place"] == "community")
        weights[group, duty] = float(row[wave_name])
    return weights


def _posting(
    rng: np.random.Generator, world: World, who: Ints, wave_name: str
) -> tuple[Ints, Ints, Ints]:
    """Post, arranging unit and rota for each person."""
    people, posts = world.people, world.posts
    duty = choose(rng, _duties(wave_name), 2 * people.flavour[who] + people.medical[who])
    away, kind = np.divmod(duty, len(POST_KINDS))
    host = np.where(away > 0, _host(rng, world, who), people.unit[who])
    post = posts.pick(host, kind, rng.integers(0, 1 << 30, len(who)))
    by_host = (host != people.unit[who]) & chance(rng, 0.25, len(who))
    rota = np.array([ROTAS.index(row["rota"]) for row in read("post_kinds")])[posts.kind[post]]
    drawn = rng.random(len(who))
    rota = np.where((rota == ISOLATION) & (drawn < 0.3), THREE_SHIFTS, rota)
    rota = np.where((rota == ISOLATION) & (drawn < 0.5), SIX_HOURS, rota)
    return post, np.where(by_host, host, people.unit[who]), rota


def _host(rng: np.random.Generator, world: World, who: Ints) -> Ints:
    """A community or village of the home district, else the own unit."""
    hosts = world.units.of(COMMUNITY, VILLAGE)
    hosts = hosts[np.argsort(world.units.district[hosts], kind="stable")]
    home = world.people.district[who]
    first, end = (np.searchsorted(world.units.district[hosts], home + i) for i in (0, 1))
    drawn = first + (rng.random(len(who)) * (end - first)).astype(np.int64)
    return np.where(end > first, hosts[np.minimum(drawn, len(hosts) - 1)], world.people.unit[who])


def _in_wave(rng: np.random.Generator, world: World, who: Ints, name: str) -> list[Spells]:
    surge = wave(name)
    start = surge.starts(rng.random(len(who)))
    end = np.maximum(surge.ends(rng.random(len(who))), start + 2)
    spells = part(who, *_spread(_posting(rng, world, who, name), start, end))
    idle = chance(rng, figure("spell.idle"), len(who))
    spells = replace(spells, work_to=np.where(idle, spells.work_from - 1, spells.work_to))
    if name == "wave1":
        spells = replace(spells, open_end=chance(rng, figure("spell.forgotten"), len(who)))
    split = chance(rng, figure("spell.split"), len(who)) & (end - start >= 12) & ~spells.open_end
    return [spells.take(~split), *_split(rng, world, spells.take(split), name)]


def _spread(
    posting: tuple[Ints, Ints, Ints], start: Ints, end: Ints
) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    post, arranged_by, rota = posting
    return post, arranged_by, start, end, rota


def _split(rng: np.random.Generator, world: World, spells: Spells, name: str) -> list[Spells]:
    """The post changes half way, with up to four days between."""
    middle = (spells.start + spells.end) // 2
    start = middle + 1 + rng.integers(0, 5, len(spells))
    first = replace(spells, end=middle, work_to=np.minimum(spells.work_to, middle))
    posting = _posting(rng, world, spells.person, name)
    return [first, part(spells.person, *_spread(posting, start, spells.end))]


def _before_departure(rng: np.random.Generator, world: World, who: Ints) -> Spells:
    """Some of the aid teams had stood at home before they left."""
    leave = np.where(
        np.isin(who, world.teams.east),
        figure_day("aid.east.date"),
        figure_day("aid.leishenshan.date"),
    )
    start = world.plan.first_day + rng.integers(0, 6, len(who))
    return part(who, *_spread(_posting(rng, world, who, "wave1"), start, leave - 1))


def _between(rng: np.random.Generator, world: World, who: Ints) -> Spells:
    """Quarantine sites, fever clinics and checkpoints that went on between the waves."""
    gap = figure_day("wave2.first") - figure_day("wave1.last") - 1
    start = figure_day("wave1.last") + 1 + (rng.random(len(who)) * (gap - 20)).astype(np.int64)
    end = np.minimum(start + rng.integers(14, 60, len(who)), figure_day("wave2.first") - 1)
    return part(who, *_spread(_posting(rng, world, who, "wave1"), start, end))


def _characters(world: World) -> list[Spells]:
    """Nurse Lin in the second wave, and the office that books itself every day."""
    people, cast = world.people, world.cast
    lin = np.array([cast.lin] if cast.lin >= 0 else [], dtype=np.int64)
    return [
        _at_fever_clinic(world, lin, figure_day("wave2.first"), THREE_SHIFTS),
        _at_fever_clinic(world, cast.office[people.leader[cast.office]], OFFICE_FROM, EVERY_DAY),
    ]


def _at_fever_clinic(world: World, who: Ints, start: int, rota: int) -> Spells:
    own = world.people.unit[who]
    post = world.posts.pick(own, np.full(len(who), FEVER_CLINIC), np.zeros(len(who), dtype=int))
    days = (np.full(len(who), start), np.full(len(who), LAST_WAVE_DAY))
    return part(who, post, own, *days, np.full(len(who), rota))


def _unrecorded(rng: np.random.Generator, world: World, front: Ints) -> Spells:
    """People who helped for a few days and for whom nobody entered a spell."""
    helped = chance(rng, figure("spell.unrecorded"), len(world.people))
    helped[front] = False
    helped[world.cast.office] = False
    who = np.flatnonzero(helped)
    start = wave("wave1").starts(rng.random(len(who))) + rng.integers(0, 20, len(who))
    end = start + rng.integers(1, 8, len(who))
    posting = _posting(rng, world, who, "wave1")
    return replace(
        part(who, *_spread(posting, start, end)), recorded=np.zeros(len(who), dtype=np.bool_)
    )


def frontline(people: People, spells: Spells) -> Bools:
    """Which people have a recorded spell."""
    mask = np.zeros(len(people), dtype=np.bool_)
    mask[spells.person[spells.recorded]] = True
    return mask
