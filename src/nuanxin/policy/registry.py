"""What a policy says: its measures and obligations as bilingual text, read from ``pack.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from nuanxin.policy.modality import Modality
from nuanxin.policy.parameter import CERTAINTIES
from nuanxin.policy.reading import Entry, PackError, read_yaml
from nuanxin.policy.text import Text

__all__ = ["Gap", "Measure", "Obligation", "PackError", "PackText", "Text", "load_pack_text"]

SUBJECT_KINDS = ("person", "unit", "child", "request", "issue", "fund")

_TEXTS = (
    *("subject", "duty_holder", "title", "summary", "trigger", "limit"),
    *("exception", "evidence", "gap", "default", "citation"),
)


@dataclass(frozen=True)
class Measure:
    """One numbered measure of a policy, in our own words."""

    number: int
    title: Text
    text: Text


@dataclass(frozen=True)
class Obligation:
    """One obligation of a measure: who owes what to whom, and how we read it.

    ``gap`` is what the policy leaves open, ``default`` how this pack settles it, and
    ``certainty`` how sure that default is.
    """

    id: str
    measure: int
    modality: Modality
    subject_kind: str
    subject: Text
    duty_holder: Text
    title: Text
    summary: Text
    trigger: Text
    limit: Text
    exception: Text
    evidence: Text
    gap: Text
    default: Text
    certainty: str
    citation: Text

    @property
    def reference(self) -> str:
        """The short reference shown to people, as ``11-5``."""
        return f"{self.measure}-{self.id.partition('-')[2]}"


@dataclass(frozen=True)
class Gap:
    """Something that the policy leaves out, listed for its drafters."""

    measures: tuple[int, ...]
    text: Text


@dataclass(frozen=True)
class PackText:
    """The words of one pack: measures in order of number, obligations in order of id."""

    id: str
    title: Text
    issued: date
    jurisdiction: Text
    citation: Text
    measures: tuple[Measure, ...]
    obligations: tuple[Obligation, ...]
    gaps: tuple[Gap, ...]

    def measure(self, number: int) -> Measure:
        """The measure of that number; KeyError when the pack has none."""
        for measure in self.measures:
            if measure.number == number:
                return measure
        raise KeyError(f"{self.id} has no measure {number}")

    def obligation(self, provision: str) -> Obligation:
        """The obligation of that id, as ``M11-5``; KeyError when the pack has none."""
        for obligation in self.obligations:
            if obligation.id == provision:
                return obligation
        raise KeyError(f"{self.id} has no obligation {provision}")

    def of_measure(self, number: int) -> tuple[Obligation, ...]:
        """The obligations of one measure."""
        return tuple(o for o in self.obligations if o.measure == number)


def load_pack_text(folder: Path) -> PackText:
    """The words in ``folder/pack.yaml``; PackError names the entry that is wrong."""
    file = folder / "pack.yaml"
    pack = Entry.of(file.name, read_yaml(file)).only(
        ("id", "title", "issued", "jurisdiction", "citation", "measures", "obligations"),
        ("gaps",),
    )
    measures = tuple(_measure(e) for e in _entries(pack, "measures", "number"))
    obligations = tuple(_obligation(e) for e in _entries(pack, "obligations", "id"))
    _check_numbers(file.name, measures, obligations)
    return PackText(
        id=pack.string("id"),
        title=pack.text("title"),
        issued=pack.day("issued"),
        jurisdiction=pack.text("jurisdiction"),
        citation=pack.text("citation"),
        measures=measures,
        obligations=obligations,
        gaps=tuple(_gap(e) for e in _entries(pack, "gaps")) if "gaps" in pack.data else (),
    )


def _entries(pack: Entry, field: str, name: str | None = None) -> Iterator[Entry]:
    for position, data in enumerate(pack.items(field), start=1):
        entry = Entry.of(f"{pack.where}: {field} {position}", data)
        if name is not None and name in entry.data:
            entry = Entry(f"{pack.where}: {field} {entry.data[name]}", entry.data)
        yield entry


def _measure(entry: Entry) -> Measure:
    entry.only(("number", "title", "text"))
    return Measure(entry.whole("number"), entry.text("title"), entry.text("text"))


def _obligation(entry: Entry) -> Obligation:
    entry.only(("id", "measure", "modality", "subject_kind", "certainty", *_TEXTS))
    provision, measure = entry.string("id"), entry.whole("measure")
    if not provision.startswith(f"M{measure:02}-") or not provision[4:].isdecimal():
        raise entry.bad("id", f"M{measure:02}-1, M{measure:02}-2, …")
    return Obligation(
        id=provision,
        measure=measure,
        modality=Modality(entry.word("modality", tuple(Modality))),
        subject_kind=entry.word("subject_kind", SUBJECT_KINDS),
        certainty=entry.word("certainty", CERTAINTIES),
        **{field: entry.text(field) for field in _TEXTS},
    )


def _gap(entry: Entry) -> Gap:
    entry.only(("measures", "text"))
    return Gap(tuple(entry.items("measures")), entry.text("text"))


def _check_numbers(
    file: str, measures: tuple[Measure, ...], obligations: tuple[Obligation, ...]
) -> None:
    _running(file, "measures", (m.number for m in measures))
    if orphan := {o.measure for o in obligations} - {m.number for m in measures}:
        raise PackError(f"{file}: obligations of measure {min(orphan)}, which is not there")
    for measure in measures:
        items = (int(o.id[4:]) for o in obligations if o.measure == measure.number)
        _running(file, f"obligations of measure {measure.number}", items)
    ids = [o.id for o in obligations]
    if ids != sorted(ids, key=lambda i: (int(i[1:3]), int(i[4:]))):
        raise PackError(f"{file}: the obligations are not in order of id")


def _running(file: str, what: str, numbers: Iterable[int]) -> None:
    found = list(numbers)
    if not found or found != list(range(1, len(found) + 1)):
        raise PackError(f"{file}: {what} are numbered {found}, expected 1, 2, 3, … once each")
