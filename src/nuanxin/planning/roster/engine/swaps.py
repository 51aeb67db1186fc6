"""Compiled loops: small changes of a roster, tried by the million.

Where ``paths`` finds the best line of one person, these loops ask what it costs when two people
exchange some days, when a person has one role for some days, or when their days move along. A
change is followed until the rules on runs are where they were before, so it costs the same however
long the horizon. Everybody keeps every hard rule throughout.
"""

# numba's decorator has no types; the signatures here are for readers.
from __future__ import annotations

import numpy as np
from numba import njit

from nuanxin.planning.roster.engine.paths import SATURDAY, SUNDAY

# Records keep what is asked together side by side, and the loops' arguments few.
ARC = np.dtype([("to", "i2"), ("works", "i2"), ("cost", "f4")])  # to −1: forbidden
ROLE = np.dtype([("group", "i4"), ("load", "i4")])
PERSON = np.dtype(
    [
        ("incomplete", "f8"),
        ("soft", "f8"),  # of each weekend beyond ``most``
        ("most", "i4"),
        ("able", "i4"),  # the number of roles that are possible at all
        ("peer", "i4"),  # the number of people with a role of work in common
        ("counter", "i4"),  # the first of the counters, and the one after the last
        ("counters", "i4"),
        ("tie", "i4"),
        ("ties", "i4"),
        ("load", "i4"),  # of the roster in hand
        ("weekends", "i4"),
    ]
)
COUNTER = np.dtype([("first", "i4"), ("last", "i4"), ("most", "i4"), ("used", "i4")])
ROW = np.dtype([(name, "f8") for name in ("level", "least", "under", "hard", "over", "held")])
TIE = np.dtype([("row", "i4"), ("day", "i4")])  # day −1: every day
DAY = np.dtype([("role", "i2"), ("state", "i2"), ("weekend", "i2"), ("paid", "f4")])

LONGEST = 14  # days of one change
PAINTED = 5  # days that one role is given
SWAP, PAINT = 0.5, 0.85  # up to which draw a change is of that kind; beyond, days move along
MISS = np.inf


@njit(cache=True)
def laid(arcs, roles, people, weekday, counters, gain, line, days, number):
    """Take in the line of one person."""
    person, s = people[number], 0
    person.load = person.weekends = 0
    for d in range(line.shape[0]):
        role = line[d]
        days[d].role, days[d].state = role, s
        s, days[d].paid, days[d].weekend = _step(arcs, roles, person, weekday[d], s, role)
        person.load += roles[role].load
        person.weekends += days[d].weekend
    days[line.shape[0]].state = s
    for c in range(person.counter, person.counters):
        counters[c].used = 0
        for d in range(counters[c].first, counters[c].last + 1):
            counters[c].used += gain[c, line[d]]


@njit(cache=True)
def _step(arcs, roles, person, kind, s, role):
    """One day of a line: the state after (−1: forbidden), what it costs, weekends counted."""
    arc = arcs[s, roles[role].group]
    on, was = role != 0, arc.works != 0
    cost, counted = arc.cost, 0
    if kind == SUNDAY and was != on:
        cost += person.incomplete
    if on and (kind == SATURDAY or (kind >= SUNDAY and not was)):
        counted = 1
    return arc.to, cost, counted


@njit(cache=True)
def _cost(arcs, roles, person, fin, cells, weekday, counters, gain, days, a, b, new):
    """What it costs a person to have ``new`` on the days from ``a`` to ``b`` (exclusive)."""
    for d in range(a, b):
        if cells[d, new[d - a]] == MISS:
            return MISS
    s, total, load, weekends = days[a].state, 0.0, 0, 0
    for d in range(a, weekday.shape[0]):
        role = days[d].role
        if d < b:
            total += cells[d, new[d - a]] - cells[d, role]
            load += roles[new[d - a]].load - roles[role].load
            role = new[d - a]
        elif s == days[d].state:
            break
        s, cost, counted = _step(arcs, roles, person, weekday[d], s, role)
        if s < 0:
            return MISS
        total += cost - days[d].paid
        weekends += counted - days[d].weekend
    after = person.load + load
    if after < 0 or after >= fin.shape[0]:
        return MISS
    total += fin[after] - fin[person.load]
    if weekends:
        beyond = max(0, person.weekends + weekends - person.most)
        beyond -= max(0, person.weekends - person.most)
        if beyond:
            total += person.soft * beyond
    if not total < MISS:
        return MISS
    for c in range(person.counter, person.counters):
        if counters[c].first < b and counters[c].last >= a:
            more = _more(counters[c], gain[c], days, a, b, new)
            if more > 0 and counters[c].used + more > counters[c].most:
                return MISS
    return total


@njit(cache=True)
def _more(counter, gain, days, a, b, new):
    """What a change adds to a counter."""
    more = 0
    for d in range(max(a, counter.first), min(b - 1, counter.last) + 1):
        more += gain[new[d - a]] - gain[days[d].role]
    return more


@njit(cache=True)
def _put(arcs, roles, person, weekday, counters, gain, days, a, b, new):
    """Make it so, but for the rows."""
    for c in range(person.counter, person.counters):
        if counters[c].first < b and counters[c].last >= a:
            counters[c].used += _more(counters[c], gain[c], days, a, b, new)
    s = days[a].state
    for d in range(a, weekday.shape[0]):
        day = days[d]
        if d < b:
            person.load += roles[new[d - a]].load - roles[day.role].load
            day.role = new[d - a]
        elif s == day.state:
            return
        day.state = s
        s, day.paid, counted = _step(arcs, roles, person, weekday[d], s, day.role)
        person.weekends += counted - day.weekend
        day.weekend = counted
    days[weekday.shape[0]].state = s


@njit(cache=True)
def _cover(rows, cover, a, b, old, new):
    """Cover has ``new`` instead of ``old`` on these days; what that costs."""
    total = 0.0
    for d in range(a, b):
        was, now = old[d - a], new[d - a]
        for which in range(2):
            row, other = cover[which, d, was], cover[which, d, now]
            if row != other:
                if row >= 0:
                    total += _change(rows[row], -1.0)
                if other >= 0:
                    total += _change(rows[other], 1.0)
    return total


@njit(cache=True)
def _tied(rows, person, ties, tie_gain, a, b, old, new):
    """The same for the rows that tie this person to others."""
    total = 0.0
    for n in range(person.tie, person.ties):
        day, more = ties[n].day, 0.0
        if day < 0:
            for d in range(b - a):
                more += tie_gain[n, new[d]] - tie_gain[n, old[d]]
        elif a <= day < b:
            more = tie_gain[n, new[day - a]] - tie_gain[n, old[day - a]]
        if more != 0.0:
            total += _change(rows[ties[n].row], more)
    return total


@njit(cache=True)
def _change(row, gain):
    """Put so much into a row; what that costs."""
    before = _row_cost(row)
    row.held += gain
    return _row_cost(row) - before


@njit(cache=True)
def _row_cost(row):
    short, above = row.level - row.held, row.held - row.level
    if short > 0:
        return short * row.under + max(0.0, row.least - row.held) * row.hard
    return above * row.over


@njit(cache=True)
def _random(seed):
    """A number in [0, 1), the next of a row that ``seed`` holds (xorshift)."""
    x = seed[0]
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    x ^= x << np.uint64(17)
    seed[0] = x
    return (x >> np.uint64(11)) * (1.0 / 9007199254740992.0)


@njit(cache=True)
def _draw(seed, days, own, peers, people, a, size, p, old, mine, other):
    """Draw a change for person ``p``: the other person, −1 where there is none, −2: nothing."""
    for i in range(size):
        old[i] = days[p, a + i].role
    kind, last = _random(seed), size - 1
    if kind < SWAP:
        if not people[p].peer:
            return -2
        q = peers[p, int(_random(seed) * people[p].peer)]
        for i in range(size):
            mine[i] = other[i] = days[q, a + i].role
        # Equal ends make it a shorter one.
        return -2 if mine[0] == old[0] or mine[last] == old[last] else q
    if kind < PAINT:
        if size > PAINTED:
            return -2
        role = own[p, int(_random(seed) * people[p].able)]
        mine[:size] = role
        return -2 if old[0] == role or old[last] == role else -1
    if _random(seed) < 0.5:
        mine[0] = old[last]
        mine[1:size] = old[:last]
    else:
        mine[last] = old[0]
        mine[:last] = old[1:size]
    return -2 if mine[0] == old[0] or mine[last] == old[last] else -1


@njit(cache=True)
def swaps(
    arcs, roles, people, own, peers, fin, cells, weekday, counters, gain, rows, cover, ties,
    tie_gain, days, seed, best, found, now, heat, tries,
):  # fmt: skip
    """Try so many changes at the temperature ``heat``; ``best`` becomes the best roster met.

    ``now`` and ``found`` are what the roster in hand and the best one cost more than the first;
    returns them as they have become.
    """
    number, horizon = people.shape[0], weekday.shape[1]
    marked = False  # the best is in hand, and not yet kept
    old, mine, other = np.empty((3, LONGEST), dtype=np.int16)
    longest = min(LONGEST, horizon)
    for _ in range(tries):
        p = int(_random(seed) * number)
        size = 1 + int(_random(seed) * _random(seed) * longest)
        a = int(_random(seed) * (horizon - size + 1))
        b = a + size
        q = _draw(seed, days, own, peers, people, a, size, p, old, mine, other)
        if q < -1:
            continue
        person, allowed = people[p], -heat * np.log(1.0 - _random(seed))
        cost = _cost(
            arcs[p], roles[p], person, fin[p], cells[p], weekday[p], counters, gain, days[p],
            a, b, mine,
        )  # fmt: skip
        if q >= 0 and cost < MISS:
            cost += _cost(
                arcs[q], roles[q], people[q], fin[q], cells[q], weekday[q], counters, gain,
                days[q], a, b, old,
            )  # fmt: skip
        if not cost < MISS:
            continue
        if q < 0:
            cost += _cover(rows, cover, a, b, old, mine)
        else:
            cost += _tied(rows, people[q], ties, tie_gain, a, b, other, old)
        cost += _tied(rows, person, ties, tie_gain, a, b, old, mine)
        if cost > allowed:
            if q < 0:
                _cover(rows, cover, a, b, mine, old)
            else:
                _tied(rows, people[q], ties, tie_gain, a, b, old, other)
            _tied(rows, person, ties, tie_gain, a, b, mine, old)
            continue
        if marked and cost > 0:
            _keep(days, best)
            marked = False
        _put(arcs[p], roles[p], person, weekday[p], counters, gain, days[p], a, b, mine)
        if q >= 0:
            _put(arcs[q], roles[q], people[q], weekday[q], counters, gain, days[q], a, b, old)
        now += cost
        if now < found - 0.5:
            found, marked = now, True
    if marked:
        _keep(days, best)
    return found, now


@njit(cache=True)
def _keep(days, best):
    for p in range(best.shape[0]):
        for d in range(best.shape[1]):
            best[p, d] = days[p, d].role
