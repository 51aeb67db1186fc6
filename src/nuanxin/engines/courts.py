"""Two courts before which a mutant is brought: golden cases, and whole cities.

Golden cases say what they expect. Of a city it is known what the pack as it is says of it; that
this is right must be proved elsewhere, as the row-by-row evaluator of the tests does for the
cities that ``make var/cities`` writes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import duckdb

from nuanxin.engines.check import all_cases
from nuanxin.engines.duckdb import DuckDB
from nuanxin.engines.stand import Stand
from nuanxin.facts import load_facts
from nuanxin.facts.memory import hold_facts
from nuanxin.policy.gathering import Gathering, gather, gathered
from nuanxin.policy.pack import Pack
from nuanxin.policy.provision import OBLIGATION_COLUMNS
from nuanxin.policy.reach import Reading

Progress = Callable[[str, float], None]
Rows = list[dict[str, object]]
_SAID = OBLIGATION_COLUMNS[1:]


class NotSound(Exception):
    """What mutants are to be held against does not even hold for the pack as it is."""


class CaseStand(Stand):
    """One gathering of golden cases."""

    court = "cases"

    def __init__(self, pack: Pack, gathering: Gathering, engine: DuckDB, reading: Reading) -> None:
        """Hold the facts of the cases."""
        self.gathering = gathering
        super().__init__(
            pack,
            engine,
            lambda con: hold_facts(gathering.facts, con, gathering.days),
            gathering.as_of,
            gathering.provisions,
            reading,
        )

    def faults(self) -> dict[int, list[str]]:
        """What the cases say against the pack as it is."""
        return self.gathering.faults(self.rows(self.provisions))

    def minds(self, provision: str, rows: Rows) -> bool:
        """Whether a case of the provision expects other rows."""
        found = self.gathering.faults(rows)
        return any(self.gathering.cases[place].provision == provision for place in found)


class CityStand(Stand):
    """A city in a folder, as of a day."""

    court = "cities"

    def __init__(
        self,
        pack: Pack,
        city: tuple[Path, date],
        provisions: Collection[str],
        engine: DuckDB,
        reading: Reading,
    ) -> None:
        """Read the city and keep what the pack says of it. FactsError when it is unusable."""
        folder, as_of = city

        def read(con: duckdb.DuckDBPyConnection) -> frozenset[str]:
            return frozenset(load_facts(folder, con, as_of).absent_tables)

        super().__init__(pack, engine, read, as_of, frozenset(provisions), reading)
        self.said = _by_provision(self.rows(provisions))

    def minds(self, provision: str, rows: Rows) -> bool:
        """Whether these are other rows than the pack's."""
        return _by_provision(rows).get(provision) != self.said.get(provision)


def _by_provision(rows: Iterable[Mapping[str, object]]) -> dict[str, Counter[tuple[object, ...]]]:
    """Rows of obligations without their ids; what is only listed is left to the cases."""
    found: dict[str, Counter[tuple[object, ...]]] = {}
    for row in rows:
        if row["state"] is not None:
            own = found.setdefault(str(row["provision"]), Counter())
            own[tuple(row[name] for name in _SAID)] += 1
    return found


def case_stands(
    pack: Pack, provisions: Collection[str], reading: Reading, engine: DuckDB, tell: Progress
) -> Iterator[Stand]:
    """The golden cases of these provisions. NotSound when one does not hold for the pack."""
    waiting = gather([case for case in all_cases(pack) if case.provision in provisions])
    count = len(waiting)
    while waiting:
        tell("evaluating the golden cases", max(0.0, 1 - len(waiting) / count))
        gathering = waiting.pop(0)
        stand = CaseStand(pack, gathering, engine, reading)
        faults = stand.faults()
        if not faults:
            yield stand
            continue
        stand.close()
        if len(gathering.cases) == 1:
            case = gathering.cases[0]
            raise NotSound(f"{case.provision} {case.name.en}: {faults[0][0]} (nuanxin pack check)")
        # These speak of what the cases share, as a fund of the city: each stands alone.
        waiting += [gathered([gathering.cases[place]]) for place in faults]
        agreed = [case for place, case in enumerate(gathering.cases) if place not in faults]
        waiting += gather(agreed)


def cities_in(folder: Path) -> list[tuple[Path, date]]:
    """The cities of a folder: subfolders of tables named by the day, as ``2020-04-20-a``.

    ValueError when there is none, or a name begins with no day.
    """
    found = [(place, _day(place)) for place in sorted(folder.glob("*/"))]
    if not found:
        raise ValueError(f"{folder}: expected folders of facts named by their day, as 2020-04-20")
    return found


def _day(folder: Path) -> date:
    try:
        return date.fromisoformat(folder.name[:10])
    except ValueError:
        raise ValueError(
            f"{folder}: expected a name that begins with the day to judge, as 2020-04-20"
        ) from None


def city_stands(
    pack: Pack,
    cities: Collection[tuple[Path, date]],
    provisions: Collection[str],
    reading: Reading,
    engine: DuckDB,
    tell: Progress,
) -> Iterator[Stand]:
    """These cities as the pack judges them; of provisions it does not compute nothing is asked."""
    for number, city in enumerate(cities):
        tell(f"evaluating {city[0].name}", number / len(cities))
        yield CityStand(pack, city, provisions, engine, reading)
