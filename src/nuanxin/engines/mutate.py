"""The mutation score of a pack: which slips golden cases and cities find, and which they do not."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from nuanxin.engines.attempt import Slip
from nuanxin.engines.courts import NotSound, Progress, case_stands, cities_in, city_stands
from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.judging import Judge, judged_by
from nuanxin.engines.log import Log
from nuanxin.engines.score import SURVIVES, Score
from nuanxin.policy.compiler import read_text, texts
from nuanxin.policy.equivalent import accepted_of
from nuanxin.policy.mutants import Mutant, mutants_of_parameter, mutants_of_text
from nuanxin.policy.pack import Pack
from nuanxin.policy.reach import Reading, keys_of, provisions_of_text

__all__ = ["NotSound", "Target", "mutate", "sampled", "targets"]

City = tuple[Path, date]


@dataclass(frozen=True)
class Target:
    """A mutant, the provisions that may find it, and a name that tells it from all others."""

    mutant: Mutant
    provisions: frozenset[str]
    id: str


def targets(pack: Pack, provisions: Collection[str] = (), only: str = "") -> list[Target]:
    """All mutants that rules of these provisions stand on; all rules without any.

    ``only`` is the beginning of the texts to look at. What a pack takes over from its base is
    held by the cases of the base.
    """
    rules = [r for r in pack.own_rules if not provisions or r.provision in provisions]
    reach, own = provisions_of_text(pack, rules), texts(pack)
    found: list[Target] = []
    for text, read_by in reach.items():
        if text in own and text.startswith(only):
            sql = read_text(pack, text)
            found += _named(mutants_of_text(text, sql), frozenset(read_by), sql)
    by_key: dict[str, set[str]] = {}
    for text, read_by in reach.items():
        for key in keys_of(pack, text) & _own_keys(pack):
            by_key.setdefault(key, set()).update(read_by)
    for key in sorted(by_key):
        if f"parameters/{key}".startswith(only):
            found += _named(mutants_of_parameter(pack, key), frozenset(by_key[key]), "")
    return found


def _named(mutants: Iterable[Mutant], provisions: frozenset[str], text: str) -> Iterator[Target]:
    for mutant in mutants:
        digest = hashlib.sha256(f"{mutant.at} {text}".encode()).hexdigest()[:16]
        yield Target(mutant, provisions, f"{digest} {mutant.name}")


def _own_keys(pack: Pack) -> set[str]:
    taken = pack.base.parameters if pack.base else {}
    return {key for key, p in pack.parameters.items() if key not in taken or taken[key] is not p}


def sampled(found: Sequence[Target], count: int | None, seed: int = 2020) -> list[Target]:
    """As many of the mutants as asked, the same ones for the same seed."""
    if count is None or count >= len(found):
        return list(found)
    return random.Random(seed).sample(list(found), count)


def mutate(
    pack: Pack,
    found: Sequence[Target],
    tell: Progress,
    *,
    cities: Path | None = None,
    log: Path | None = None,
    jobs: int = 1,
) -> Score:
    """Bring every mutant before the golden cases of what reads it, then before the cities.

    Each verdict is written to the ``log``; what it already knows is not tried again. An interrupt
    stops it with what is known so far. Raises NotSound when the cases do not hold for the pack
    itself, ValueError when the folder of cities is none.
    """
    score, accepted = Score(mutants=len(found)), accepted_of(pack.folder)
    book = Log(log, [*pack.folders(), *([cities] if cities else [])])
    known = {target.id: book.verdict(target.id) for target in found}
    for target in found:
        if (verdict := known[target.id]) is not None:
            score.add(target.mutant, verdict, accepted)
    waiting = [target for target in found if known[target.id] is None]
    judge = _Courts(pack, waiting, cities_in(cities) if cities else [], tell)
    try:
        for number, verdict in judged_by(judge, len(waiting), jobs):
            target = waiting[number]
            book.write(target.id, verdict)
            score.add(target.mutant, verdict, accepted)
            tell(_told(score, target.mutant), len(score.judged) / len(found))
    except KeyboardInterrupt:
        score.stopped = True
    used = [reason for _, reason in score.explained]
    score.unused = [entry for entry in accepted if entry not in used]
    return score


class _Courts(Judge):
    """All stands of a pack, made when the first mutant comes."""

    def __init__(
        self, pack: Pack, waiting: Sequence[Target], cities: Sequence[City], tell: Progress
    ) -> None:
        self.pack, self.waiting, self.cities, self.tell = pack, waiting, cities, tell

    def open(self) -> None:
        engine = DuckDB(threads=1)
        provisions = frozenset[str]().union(*(target.provisions for target in self.waiting))
        rules = [rule for rule in self.pack.rules if rule.provision in provisions]
        common = (provisions, Reading.of(self.pack, rules), engine, self.tell)
        self.courts = [
            list(case_stands(self.pack, *common)),
            list(city_stands(self.pack, self.cities, *common)),
        ]

    def judge(self, number: int) -> str:
        """What became of a mutant; one that breaks the engine twice is found out by that."""
        for _ in range(2):
            try:
                return self._verdict(number)
            except duckdb.FatalException:
                self.open()
        return self.courts[0][0].court

    def _verdict(self, number: int) -> str:
        """The stand that killed last is asked first: slips of one text are found by the same."""
        target = self.waiting[number]
        slip = Slip.of(target.mutant)
        for stands in self.courts:
            for place, stand in enumerate(stands):
                if stand.kills(slip, target.provisions):
                    stands.insert(0, stands.pop(place))
                    return stand.court
        return SURVIVES


def _told(score: Score, mutant: Mutant) -> str:
    return f"{mutant.text}: {score.killed} killed, {len(score.unexplained)} survive"
