"""Made-up instances of the text format, as large as the largest public ones and built like them."""

from __future__ import annotations

import random

KINDS = "adpn"  # early, day, late, night; none may be followed by an earlier one


def large_text(people: int, days: int, shifts: int, seed: int = 1) -> str:
    """An instance of that size; limits leave everybody room for a line that keeps them."""
    rng = random.Random(seed)
    kinds = [KINDS[n * len(KINDS) // shifts] for n in range(shifts)]
    names = [f"{kind}{n}" for n, kind in enumerate(kinds)]
    staff: list[str] = []
    off: list[str] = []
    wanted: list[str] = []
    unwanted: list[str] = []
    for person in range(people):
        part = rng.choice((1.0, 1.0, 1.0, 0.6))
        high = round(days * 5 / 7 * part * 0.9) * 480
        own = [rng.random() < 0.6 for _ in names]
        own[rng.randrange(shifts)] = True
        most = [
            0
            if not mine
            else days
            if kind == "d" or shifts < 3
            else round(days * (0.16 if kind == "n" else 0.13))
            for mine, kind in zip(own, kinds, strict=True)
        ]
        most[kinds.index("d") if "d" in kinds else 0] = days  # or nobody could reach the minutes
        limits = "|".join(f"{name}={n}" for name, n in zip(names, most, strict=True))
        weekends = days // 14 if part == 1 else days // 10
        staff.append(f"P{person},{limits},{high},{high - 960},5,2,2,{weekends}")
        away = _away(rng, days)
        off.append(f"P{person}," + ",".join(map(str, away)))
        for _ in range(max(1, days // 6)):
            day, name, weight = rng.randrange(days), rng.choice(names), rng.randint(1, 3)
            if day not in away:
                wishes = wanted if rng.random() < 0.7 else unwanted
                wishes.append(f"P{person},{day},{name},{weight}")
    need = people * 0.55 / shifts
    cover = [
        f"{day},{name},{int(need + rng.random())},100,1" for day in range(days) for name in names
    ]
    order = {kind: n for n, kind in enumerate(KINDS)}
    types = [
        f"{name},480," + "|".join(o for o in names if order[o[0]] < order[name[0]])
        for name in names
    ]
    parts = {
        "HORIZON": [str(days)], "SHIFTS": types, "STAFF": staff, "DAYS_OFF": off,
        "SHIFT_ON_REQUESTS": wanted, "SHIFT_OFF_REQUESTS": unwanted, "COVER": cover,
    }  # fmt: skip
    return "\n\n".join("\n".join([f"SECTION_{name}", *lines]) for name, lines in parts.items())


def _away(rng: random.Random, days: int) -> list[int]:
    found: set[int] = set()
    for _ in range(max(1, days // 60)):
        begin = rng.randrange(days)
        found.update(range(begin, min(days, begin + rng.randint(1, min(9, 1 + days // 14)))))
    return sorted(found)
