"""What a policy says: its measures and obligations as bilingual text, read from ``pack.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from nuanxin.policy.modality import Modality
from nuanxin.policy.parameter import CERTAINTIES
from nuanxin.policy.reading import Entry, PackError, read_yaml
from nuanxin.policy.text import Text

__all__ = ["Gap", "Measure", "Obligation", "PackError", "PackText", "Text", "load_pack_text"]

SUBJECT_KINDS = ("person", "unit", "child", "request", "issue", "fund")

_HEAD = ("id", "title", "issued", "jurisdiction", "citation")
_BODY = ("measures", "obligations", "gaps", "base", "dated", "unwaivable")
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
    ``certainty`` how sure that default is. ``counterpart`` is the provision of another pack that
    promises the same, as ``dalian2020/M11-5``.
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
    counterpart: str | None = None

    @property
    def reference(self) -> str:
        """The short reference shown to people, as ``11-5``."""
        return f"{self.measure}-{self.id.partition('-')[2]}"


@dataclass(frozen=True)
class Gap:
    """Something that the policy leaves out, listed for its drafters.

    By its ``key`` the pack may tell whom it concerns.
    """

    key: str
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


def load_pack_text(folder: Path, base: PackText | None = None) -> PackText:
    """The words in ``folder/pack.yaml``; PackError names the entry that is wrong.

    A pack that stands on another and names no measures of its own has those of its base.
    """
    file = folder / "pack.yaml"
    pack = Entry.of(file.name, read_yaml(file)).only(_HEAD, _BODY)
    if base is not None and "measures" not in pack.data and "obligations" not in pack.data:
        measures, obligations = base.measures, tuple(_inherited(base))
    else:
        pack.only((*_HEAD, "measures", "obligations"), _BODY)
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
        gaps=_gaps(pack, base if base is not None and measures is base.measures else None),
    )


def _inherited(base: PackText) -> Iterator[Obligation]:
    for obligation in base.obligations:
        meant = obligation.counterpart or f"{base.id}/{obligation.id}"
        yield replace(obligation, counterpart=meant)


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
    entry.only(
        ("id", "measure", "modality", "subject_kind", "certainty", *_TEXTS), ("counterpart",)
    )
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
        counterpart=entry.string("counterpart") if "counterpart" in entry.data else None,
    )


def _gaps(pack: Entry, base: PackText | None) -> tuple[Gap, ...]:
    if "gaps" in pack.data:
        return tuple(_gap(e) for e in _entries(pack, "gaps"))
    return base.gaps if base is not None else ()


def _gap(entry: Entry) -> Gap:
    entry.only(("key", "measures", "text"))
    return Gap(entry.string("key"), tuple(entry.items("measures")), entry.text("text"))


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
