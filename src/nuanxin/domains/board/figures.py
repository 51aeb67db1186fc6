"""From counts to what the board says: standings by state, measure, district, and what is first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from nuanxin.domains.ledger.selectors import Counted
from nuanxin.domains.states import FAMILIES, OPEN, RANK, family
from nuanxin.policy.modality import Modality
from nuanxin.policy.pack import Pack
from nuanxin.policy.registry import Measure
from nuanxin.policy.registry import Obligation as Entry

K = TypeVar("K")
URGENT = ("overdue", "breached", "unknown")
FIRST_THINGS = 5


@dataclass
class Standing:
    """How a set of obligations stands: rows and fen by family of states."""

    rows: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    fen: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    paid: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    @classmethod
    def of(cls, counts: Iterable[Counted]) -> Standing:
        """Add up counts."""
        standing = cls()
        for count in counts:
            kind = family(count.state)
            standing.rows[kind] += count.rows
            if count.quantity_unit == "fen":
                standing.fen[kind] += count.quantity
                standing.paid[kind] += count.quantity_met
        return standing

    @property
    def total(self) -> int:
        return sum(self.rows.values())

    @property
    def urgent(self) -> int:
        """Overdue and breached."""
        return self.rows["overdue"] + self.rows["breached"]

    @property
    def open(self) -> int:
        return sum(self.rows[kind] for kind in OPEN)

    @property
    def met_percent(self) -> Decimal:
        """The share of what is met or kept, in percent with one decimal."""
        share = Decimal(100 * self.rows["met"]) / (self.total or 1)
        return share.quantize(Decimal("0.1"))

    @property
    def owed_fen(self) -> Decimal:
        return sum(self.fen.values(), Decimal(0))

    @property
    def paid_fen(self) -> Decimal:
        return sum(self.paid.values(), Decimal(0))

    def due_fen(self, family: str) -> Decimal:
        """What is not yet paid, in fen, of the obligations of a family."""
        return self.fen[family] - self.paid[family]

    @property
    def figures(self) -> list[tuple[str, int, Decimal]]:
        """Family, rows, and fen (paid of what is met, unpaid of the rest), in fixed order.

        What may be applied for comes last, and only where there is some.
        """
        families = [*FAMILIES, "available"] if self.rows["available"] else FAMILIES
        return [
            (f, self.rows[f], self.paid[f] if f == "met" else self.due_fen(f)) for f in families
        ]

    @property
    def alarms(self) -> list[tuple[str, int, Decimal]]:
        """Overdue, breached and unknown: family, rows and fen not yet paid."""
        return [(f, self.rows[f], self.due_fen(f)) for f in URGENT]


@dataclass(frozen=True)
class Cell:
    """One obligation of a measure: its force as a frame, its worst state as a mark."""

    entry: Entry
    mark: str
    state: str | None


@dataclass(frozen=True)
class MeasureRow:
    """One of the sixteen lines of the board."""

    measure: Measure
    cells: Sequence[Cell]
    standing: Standing

    @property
    def later(self) -> bool:
        """Whether none of its obligations is computed yet."""
        return all(cell.mark in ("later", "none") and not cell.state for cell in self.cells)


@dataclass(frozen=True)
class FirstThing:
    """One of the first things to do: an obligation in an urgent state, and where it is most."""

    entry: Entry
    state: str
    rows: int
    districts: Sequence[str]


def measure_rows(pack: Pack, counts: Sequence[Counted]) -> list[MeasureRow]:
    """A line for every measure of the pack, in order."""
    heaps = grouped(counts, lambda count: count.measure)
    rows = (
        (m, pack.text.of_measure(m.number), heaps.get(m.number, ())) for m in pack.text.measures
    )
    return [
        MeasureRow(m, cells(pack, entries, heap), Standing.of(heap)) for m, entries, heap in rows
    ]


def cells(pack: Pack, entries: Iterable[Entry], counts: Sequence[Counted]) -> list[Cell]:
    """Each obligation with its worst state; what has none says why by its mark."""
    by_provision = grouped(counts, lambda count: count.provision)
    return [
        _cell(entry, pack.is_computed(entry.id), by_provision.get(entry.id, []))
        for entry in entries
    ]


def definitions(pack: Pack, number: int, counts: Sequence[Counted]) -> list[tuple[Cell, Standing]]:
    """Each obligation of a measure, with how it stands."""
    return [
        (cell, Standing.of(t for t in counts if t.provision == cell.entry.id))
        for cell in cells(pack, pack.text.of_measure(number), counts)
    ]


def _cell(entry: Entry, computed: bool, counts: Sequence[Counted]) -> Cell:
    if entry.modality is Modality.ORIENT:
        return Cell(entry, "none", None)
    if not computed:
        return Cell(entry, "later", None)
    worst = min((count.state for count in counts), key=RANK.__getitem__, default=None)
    return Cell(entry, family(worst) if worst else "none", worst)


def first_things(pack: Pack, counts: Sequence[Counted]) -> list[FirstThing]:
    """The most urgent heaps: overdue before breached before unknown, the largest first."""
    entries = {entry.id: entry for entry in pack.text.obligations}
    heaps = grouped(
        (t for t in counts if family(t.state) in URGENT and t.provision in entries),
        lambda count: (count.provision, family(count.state)),
    )
    things = [
        FirstThing(entries[provision], kind, sum(t.rows for t in heap), _most(heap))
        for (provision, kind), heap in heaps.items()
    ]
    things.sort(key=lambda thing: (URGENT.index(thing.state), -thing.rows, thing.entry.id))
    return things[:FIRST_THINGS]


def _most(heap: Iterable[Counted], shown: int = 2) -> list[str]:
    """The districts that hold the most of a heap."""
    rows: dict[str, int] = defaultdict(int)
    for count in heap:
        rows[count.district] += count.rows
    return sorted(filter(None, rows), key=lambda district: (-rows[district], district))[:shown]


def grouped(items: Iterable[Counted], key: Callable[[Counted], K]) -> dict[K, list[Counted]]:
    """Counts by a key, in the order of their first appearance."""
    groups: dict[K, list[Counted]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups
