"""The mutation score of a pack: which slips its golden cases find, and which they do not."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from nuanxin.engines.check import all_cases
from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.stand import Stand
from nuanxin.policy.compiler import read_text, texts
from nuanxin.policy.equivalent import Accepted, accepted_of
from nuanxin.policy.gathering import gather, gathered
from nuanxin.policy.mutants import Mutant, mutants_of_parameter, mutants_of_text
from nuanxin.policy.pack import Pack
from nuanxin.policy.reach import keys_of, provisions_of_text

Progress = Callable[[str, float], None]


@dataclass
class Score:
    """How many mutants were tried, and what became of them; survivors with the reason if known."""

    tried: Counter[str] = field(default_factory=Counter)
    killed: Counter[str] = field(default_factory=Counter)
    explained: list[tuple[Mutant, Accepted]] = field(default_factory=list)
    unexplained: list[Mutant] = field(default_factory=list)
    unused: list[Accepted] = field(default_factory=list)
    mutants: int = 0
    stopped: bool = False

    @property
    def share(self) -> float:
        """The share killed of all mutants tried but those known to say the same."""
        told = sum(self.tried.values()) - len(self.explained)
        return sum(self.killed.values()) / told if told else 1.0


class NotSound(Exception):
    """The golden cases do not even hold for the pack as it is."""


@dataclass(frozen=True)
class Target:
    """A mutant and the provisions whose cases may find it."""

    mutant: Mutant
    provisions: frozenset[str]


def targets(pack: Pack, provisions: Collection[str] = ()) -> list[Target]:
    """All mutants that rules of these provisions stand on; all rules without any.

    What a pack takes over from its base is held by the cases of the base.
    """
    rules = [r for r in pack.own_rules if not provisions or r.provision in provisions]
    reach, own = provisions_of_text(pack, rules), texts(pack)
    found = [
        Target(mutant, frozenset(read_by))
        for text, read_by in reach.items()
        if text in own
        for mutant in mutants_of_text(text, read_text(pack, text))
    ]
    by_key: dict[str, set[str]] = {}
    for text, read_by in reach.items():
        for key in keys_of(pack, text) & _own_keys(pack):
            by_key.setdefault(key, set()).update(read_by)
    for key in sorted(by_key):
        found += (Target(m, frozenset(by_key[key])) for m in mutants_of_parameter(pack, key))
    return found


def _own_keys(pack: Pack) -> set[str]:
    taken = pack.base.parameters if pack.base else {}
    return {key for key, p in pack.parameters.items() if key not in taken or taken[key] is not p}


def sampled(found: Sequence[Target], count: int | None, seed: int = 2020) -> list[Target]:
    """As many of the mutants as asked, the same ones for the same seed."""
    if count is None or count >= len(found):
        return list(found)
    return random.Random(seed).sample(list(found), count)


def mutate(pack: Pack, found: Sequence[Target], on_progress: Progress) -> Score:
    """Try every mutant on the golden cases of the provisions that read it.

    Stops at an interrupt with what is known so far. Raises NotSound when the cases do not hold
    for the pack itself.
    """
    score, accepted = Score(mutants=len(found)), accepted_of(pack.folder)
    provisions = frozenset().union(*(target.provisions for target in found))
    try:
        stands = _stands(pack, provisions, on_progress)
        for number, target in enumerate(found):
            on_progress(_told(score, target.mutant), number / len(found))
            _try(target, stands, score, accepted)
    except KeyboardInterrupt:
        score.stopped = True
    used = [entry for _, entry in score.explained]
    score.unused = [entry for entry in accepted if entry not in used]
    return score


def _stands(pack: Pack, provisions: Collection[str], on_progress: Progress) -> list[Stand]:
    engine = DuckDB(threads=1)
    waiting = gather([case for case in all_cases(pack) if case.provision in provisions])
    count, stands = len(waiting), list[Stand]()
    while waiting:
        on_progress("evaluating the golden cases", max(0.0, 1 - len(waiting) / count))
        gathering = waiting.pop(0)
        stand = Stand(pack, gathering, engine)
        faults = stand.faults()
        if not faults:
            stands.append(stand)
            continue
        stand.close()
        if len(gathering.cases) == 1:
            case = gathering.cases[0]
            raise NotSound(f"{case.provision} {case.name.en}: {faults[0][0]} (nuanxin pack check)")
        # These speak of what the cases share, as a fund of the city: each stands alone.
        waiting += [gathered([gathering.cases[place]]) for place in faults]
        agreed = [case for place, case in enumerate(gathering.cases) if place not in faults]
        waiting += gather(agreed)
    return stands


def _try(target: Target, stands: list[Stand], score: Score, accepted: Iterable[Accepted]) -> None:
    """The stand that killed last is asked first: slips of one text are mostly found by the same."""
    mutant = target.mutant
    score.tried[mutant.kind] += 1
    for place, stand in enumerate(stands):
        if stand.gathering.provisions & target.provisions and stand.kills(mutant):
            stands.insert(0, stands.pop(place))
            score.killed[mutant.kind] += 1
            return
    reason = next((entry for entry in accepted if entry.covers(mutant)), None)
    if reason is None:
        score.unexplained.append(mutant)
    else:
        score.explained.append((mutant, reason))


def _told(score: Score, mutant: Mutant) -> str:
    survivors = len(score.unexplained)
    return f"{mutant.text}: {sum(score.killed.values())} killed, {survivors} survive"
