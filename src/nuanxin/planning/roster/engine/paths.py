"""Compiled loops: the cheapest line of one person, exactly.

``to_go`` is the cost from every (day, state, load) to the end when weekends and other counters are
priced at a multiplier instead of counted; ``walk`` follows it; ``labels`` counts for real and
uses it as a bound. Loads are whole units; infinite is what cannot be.
"""

# numba's decorator has no types; the signatures here are for readers.
from __future__ import annotations

import numpy as np
from numba import njit

NONE, SATURDAY, SUNDAY, FIRST_SUNDAY = 0, 1, 2, 3
EPSILON = 1e-7


@njit(cache=True)
def to_go(cells, load, first, group, to, cost, works, weekday, incomplete, band, fin, price, start):
    """B[day, state, load]: cost of the best rest; ``price`` is paid for each weekend.

    ``fin[state, load]`` is what follows the last day; the first begins in state ``start``.
    """
    days, states, size = cells.shape[0], works.shape[0], fin.shape[1]
    best = np.empty((days + 1, states, size))
    for s in range(states):
        for m in range(size):
            best[days, s, m] = fin[s, m]
    for day in range(days - 1, -1, -1):
        kind = weekday[day]
        low, high = band[day, 0], band[day, 1]
        next_low, next_high = band[day + 1, 0], band[day + 1, 1]
        for s in range(states):
            row = best[day, s]
            for m in range(low, high + 1):
                row[m] = np.inf
            for a in range(first[s], first[s + 1]):
                g = group[a]
                c = cells[day, g] + cost[a]
                if c == np.inf:
                    continue
                if kind >= 2:
                    if kind == 2 and works[s] != (g != 0):
                        c += incomplete
                    if g != 0 and not works[s]:
                        c += price
                elif kind == 1 and g != 0:
                    c += price
                step = load[g]
                begin, end = max(low, next_low - step), min(high, next_high - step) + 1
                if begin < end:
                    here = row[begin:end]
                    after = best[day + 1, to[a], begin + step : end + step]
                    for m in range(end - begin):
                        v = c + after[m]
                        here[m] = v if v < here[m] else here[m]
    if band[0, 0] > 0 or band[0, 1] < 0:  # the load at the start can lead nowhere
        best[0, start, 0] = np.inf
    return best


@njit(cache=True)
def bands(days, load, first, group, to, fin, start):
    """Per day the lowest and highest load that a line can have there: (days + 1, 2)."""
    states, last = first.shape[0] - 1, fin.shape[1] - 1
    least = 0
    while least < last and fin[:, least].min() == np.inf:
        least += 1
    found = np.empty((days + 1, 2), dtype=np.int64)
    reach = np.full(states, -1, dtype=np.int64)
    reach[start] = 0
    rest = np.zeros(states, dtype=np.int64)
    for day in range(days + 1):
        found[day, 1] = min(last, reach.max())
        found[days - day, 0] = max(0, least - rest.max())
        after = np.full(states, -1, dtype=np.int64)
        more = np.full(states, -(1 << 40), dtype=np.int64)
        for s in range(states):
            for a in range(first[s], first[s + 1]):
                step = load[group[a]]
                if reach[s] >= 0:
                    after[to[a]] = max(after[to[a]], reach[s] + step)
                more[s] = max(more[s], rest[to[a]] + step)
        reach, rest = after, more
    return found


@njit(cache=True)
def walk(best, start, cells, load, first, group, to, cost, works, weekday, incomplete, band, price):
    """The groups of the line that ``best`` promises, and its weekends."""
    days = cells.shape[0]
    line = np.zeros(days, dtype=np.int64)
    s, m, weekends = start, 0, 0
    for day in range(days):
        kind = weekday[day]
        low, arc, went = np.inf, -1, 0
        for a in range(first[s], first[s + 1]):
            g = group[a]
            if not band[day + 1, 0] <= m + load[g] <= band[day + 1, 1]:
                continue
            c = cells[day, g] + cost[a] + best[day + 1, to[a], m + load[g]]
            w = 0
            if kind >= 2:
                if kind == 2 and works[s] != (g != 0):
                    c += incomplete
                w = 1 if g != 0 and not works[s] else 0
            elif kind == 1 and g != 0:
                w = 1
            c += w * price
            if c < low:
                low, arc, went = c, a, w
        if arc < 0:
            return line, -1
        line[day] = group[arc]
        m += load[group[arc]]
        s = to[arc]
        weekends += went
    return line, weekends


@njit(cache=True)
def follow(groups, load, first, group, to, cost, works, weekday, incomplete):
    """Where a line of groups leads from state 0: (state, load, weekends, cost of its rules)."""
    s, m, weekends, total = 0, 0, 0, 0.0
    for day in range(groups.shape[0]):
        g, kind, arc = groups[day], weekday[day], -1
        for a in range(first[s], first[s + 1]):
            if group[a] == g:
                arc = a
                break
        if arc < 0:
            return s, m, weekends, np.inf
        if kind == 2 and works[s] != (g != 0):
            total += incomplete
        if g != 0 and (kind == 1 or (kind >= 2 and not works[s])):
            weekends += 1
        total += cost[arc]
        m += load[g]
        s = to[arc]
    return s, m, weekends, total


@njit(cache=True)
def labels(
    best,
    start,
    cells,
    load,
    first,
    group,
    to,
    cost,
    works,
    weekday,
    incomplete,
    band,
    price,
    soft,
    most,
    counts,
    gains,
    limits,
    starts,
    worth,
    threshold,
    width,
):
    """The cheapest line with weekends and counters kept, if it costs at most ``threshold``.

    ``most`` weekends; each beyond costs ``soft`` (infinite: forbidden). ``gains[day, g, f]`` add to
    counter f, set to ``starts[day, f]`` where that is not negative, never above ``limits[day, f]``.
    ``best`` was made with cells that charge ``worth[f]`` for each unit of counter f.
    Only the ``width`` most promising labels of a day go on. Returns (cost, groups, complete,
    labels made): complete is False when others were dropped, and the line may not be the cheapest.
    """
    days, states, size = cells.shape[0], works.shape[0], best.shape[2]
    capacity = 1 << 14
    l_cost = np.empty(capacity)
    l_state = np.empty(capacity, dtype=np.int32)
    l_load = np.empty(capacity, dtype=np.int32)
    l_week = np.empty(capacity, dtype=np.int32)
    l_parent = np.empty(capacity, dtype=np.int32)
    l_group = np.empty(capacity, dtype=np.int32)
    l_next = np.empty(capacity, dtype=np.int32)
    l_count = np.empty((capacity, counts), dtype=np.int16)
    l_live = np.empty(capacity, dtype=np.int32)
    l_promise = np.empty(capacity)
    head = np.full(states * size, -1, dtype=np.int32)
    l_cost[0], l_state[0], l_load[0], l_week[0], l_parent[0] = 0.0, start, 0, 0, -1
    l_live[0] = 1
    for f in range(counts):
        l_count[0, f] = 0
    low, high, total = 0, 1, 1
    complete = True
    now = np.zeros(max(counts, 1), dtype=np.int16)
    for day in range(days):
        kind = weekday[day]
        for i in range(low, high):
            if l_live[i] == 0:
                continue
            s, m, c0, w0 = l_state[i], l_load[i], l_cost[i], l_week[i]
            for a in range(first[s], first[s + 1]):
                g = group[a]
                m1 = m + load[g]
                if not band[day + 1, 0] <= m1 <= band[day + 1, 1]:
                    continue
                c = c0 + cells[day, g] + cost[a]
                w = w0
                if kind == 2 and works[s] != (g != 0):
                    c += incomplete
                if (kind == 1 and g != 0) or (kind >= 2 and g != 0 and not works[s]):
                    if w >= most:
                        c += soft
                    else:
                        w += 1
                t = to[a]
                # Weekends left over would have been paid for in the bound.
                promise = c + best[day + 1, t, m1] - price * (most - w)
                if promise == np.inf:
                    continue
                fits = True
                for f in range(counts):
                    v = l_count[i, f]
                    if starts[day, f] >= 0:
                        v = starts[day, f]
                    v += gains[day, g, f]
                    if v > limits[day, f]:
                        fits = False
                        break
                    now[f] = v
                    promise -= worth[f] * (limits[day, f] - v)
                if not (fits and promise <= threshold):
                    continue
                b = t * size + m1
                j, before = head[b], -1
                beaten = False
                while j >= 0:
                    following = l_next[j]
                    if l_cost[j] <= c + EPSILON and l_week[j] <= w:
                        less = True
                        for f in range(counts):
                            if l_count[j, f] > now[f]:
                                less = False
                                break
                        if less:
                            beaten = True
                            break
                    if c <= l_cost[j] + EPSILON and w <= l_week[j]:
                        more = True
                        for f in range(counts):
                            if now[f] > l_count[j, f]:
                                more = False
                                break
                        if more:
                            l_live[j] = 0
                            if before < 0:
                                head[b] = following
                            else:
                                l_next[before] = following
                            j = following
                            continue
                    before = j
                    j = following
                if beaten:
                    continue
                if total == capacity:
                    capacity *= 2
                    l_cost = _grown(l_cost)
                    l_state, l_load = _grown(l_state), _grown(l_load)
                    l_week, l_parent = _grown(l_week), _grown(l_parent)
                    l_group, l_next = _grown(l_group), _grown(l_next)
                    l_live, l_promise = _grown(l_live), _grown(l_promise)
                    wider = np.empty((capacity, counts), dtype=np.int16)
                    wider[:total] = l_count
                    l_count = wider
                l_cost[total], l_state[total], l_load[total] = c, t, m1
                l_week[total], l_parent[total], l_group[total] = w, i, g
                l_live[total] = 1
                l_promise[total] = promise
                for f in range(counts):
                    l_count[total, f] = now[f]
                l_next[total] = head[b]
                head[b] = total
                total += 1
        for i in range(high, total):
            head[l_state[i] * size + l_load[i]] = -1
        low, high = high, total
        if low == high:
            return np.inf, np.zeros(days, dtype=np.int64), complete, total
        if high - low > width:
            cut, left = _cut(l_promise, l_live, low, high, width)
            if cut < np.inf:
                complete = False
                for i in range(low, high):
                    if l_live[i] and l_promise[i] >= cut:
                        l_live[i] = 1 if l_promise[i] == cut and left > 0 else 0
                        left -= l_live[i]
    found, at = np.inf, -1
    for i in range(low, high):
        if l_live[i]:
            c = l_cost[i] + best[days, l_state[i], l_load[i]]
            if c < found:
                found, at = c, i
    line = np.zeros(days, dtype=np.int64)
    if at < 0:
        return np.inf, line, complete, total
    for day in range(days - 1, -1, -1):
        line[day] = l_group[at]
        at = l_parent[at]
    return found, line, complete, total


@njit(cache=True)
def _cut(promise, live, low, high, width):
    """The (width + 1)th smallest promise of those alive, and how many may equal it."""
    held = np.empty(high - low)
    number = 0
    for i in range(low, high):
        if live[i]:
            held[number] = promise[i]
            number += 1
    if number <= width:
        return np.inf, 0
    begin, end = 0, number - 1
    while begin < end:
        pivot = held[(begin + end) // 2]
        i, j = begin, end
        while i <= j:
            while held[i] < pivot:
                i += 1
            while held[j] > pivot:
                j -= 1
            if i <= j:
                held[i], held[j] = held[j], held[i]
                i += 1
                j -= 1
        if width <= j:
            end = j
        elif width >= i:
            begin = i
        else:
            break
    left = width
    for i in range(number):
        if held[i] < held[width]:
            left -= 1
    return held[width], left


@njit(cache=True)
def _grown(array):
    wider = np.empty(2 * array.shape[0], dtype=array.dtype)
    wider[: array.shape[0]] = array
    return wider


@njit(cache=True)
def grouped(cells, members, bounds):
    """The cheapest role of each group on each day: (costs, roles)."""
    days, groups = cells.shape[0], bounds.shape[0] - 1
    costs = np.full((days, groups), np.inf)
    roles = np.zeros((days, groups), dtype=np.int16)
    for day in range(days):
        for g in range(groups):
            for k in range(bounds[g], bounds[g + 1]):
                c = cells[day, members[k]]
                if c < costs[day, g]:
                    costs[day, g] = c
                    roles[day, g] = members[k]
    return costs, roles


@njit(cache=True)
def listing(
    best,
    start,
    cells,
    members,
    bounds,
    load,
    first,
    group,
    to,
    cost,
    works,
    weekday,
    incomplete,
    band,
    price,
    soft,
    most,
    threshold,
    limit,
):
    """All lines of roles that cost at most ``threshold``, depth first; (lines, whether that is all).

    More than ``limit`` are not sought. ``cells[day, role]``; weekends as in ``labels``.
    """
    days = cells.shape[0]
    found = np.zeros((limit, days), dtype=np.int16)
    number = 0
    s_arc = np.zeros(days + 1, dtype=np.int64)
    s_role = np.zeros(days + 1, dtype=np.int64)
    s_state = np.zeros(days + 1, dtype=np.int64)
    s_load = np.zeros(days + 1, dtype=np.int64)
    s_week = np.zeros(days + 1, dtype=np.int64)
    s_cost = np.zeros(days + 1)
    line = np.zeros(days, dtype=np.int16)
    s_state[0] = start
    s_arc[0] = first[start]
    day = 0
    steps = 0
    while day >= 0:
        steps += 1
        if steps > 400 * limit:
            return found[:number], False
        s = s_state[day]
        a = s_arc[day]
        if a >= first[s + 1]:
            day -= 1
            continue
        g = group[a]
        k = bounds[g] + s_role[day]
        if k >= bounds[g + 1]:
            s_arc[day] += 1
            s_role[day] = 0
            continue
        s_role[day] += 1
        m = s_load[day] + load[g]
        if not band[day + 1, 0] <= m <= band[day + 1, 1]:
            continue
        kind = weekday[day]
        c = s_cost[day] + cells[day, members[k]] + cost[a]
        w = s_week[day]
        if kind == 2 and works[s] != (g != 0):
            c += incomplete
        if (kind == 1 and g != 0) or (kind >= 2 and g != 0 and not works[s]):
            if w >= most:
                c += soft
            else:
                w += 1
        if not (c + best[day + 1, to[a], m] - price * (most - w) <= threshold):
            continue
        line[day] = members[k]
        if day + 1 == days:
            if c + best[days, to[a], m] <= threshold:
                if number == limit:
                    return found[:number], False
                found[number] = line
                number += 1
            continue
        day += 1
        s_state[day], s_load[day], s_week[day], s_cost[day] = to[a], m, w, c
        s_arc[day], s_role[day] = first[to[a]], 0
    return found[:number], True
