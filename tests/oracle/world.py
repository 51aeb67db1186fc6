"""What is seen at the end of the as-of day (T1): facts dated later do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeVar

from .model import (
    DAY,
    Absence,
    Cover,
    Delivery,
    Facts,
    Params,
    Person,
    Post,
    Spell,
    Waiver,
    Work,
)
from .records import (
    Child,
    Finding,
    FundEntry,
    Harm,
    HeldField,
    Issue,
    Request,
    Rostered,
    Unit,
)
from .workdays import Workdays

Record = TypeVar("Record")


@dataclass(frozen=True, eq=False)
class World:
    """The facts of one day; a world is only ever the same as itself."""

    facts: Facts
    as_of: date
    params: Params
    workdays: Workdays
    people: dict[str, Person]
    posts: dict[str, Post]
    spells: list[Spell]
    work: list[Work]
    absences: list[Absence]
    releases: list[tuple[date, str]]
    tasks: list[tuple[date, str]]
    covers: list[Cover] | None
    couples: list[tuple[str, str]]
    deliveries: list[Delivery]
    waivers: list[Waiver]
    rostered: list[Rostered]
    issues: list[Issue]
    harms: list[Harm]
    children: list[Child]
    requests: list[Request]
    held: list[HeldField]
    units: dict[str, Unit]
    unworked: list[Rostered]
    funds: list[FundEntry]
    findings: list[Finding]

    @property
    def merit(self) -> Mapping[str, int]:
        """The numbers of measures 1 to 6."""
        return self.params.merit

    @property
    def end(self) -> datetime:
        """The end of the as-of day: midnight of the next."""
        return datetime.combine(self.as_of + DAY, time())

    def work_of(self, person_id: str) -> list[Work]:
        return [work for work in self.work if work.person_id == person_id]

    def absent(self, person_id: str, *kinds: str) -> set[date]:
        """The dates up to as-of on which an absence of one of these kinds lies."""
        return {
            day
            for absence in self.absences
            if absence.person_id == person_id and absence.kind in kinds
            for day in dates(absence.start_date, min(absence.end_date, self.as_of))
        }


def dates(first: date, last: date) -> list[date]:
    """Every date from first to last, both included; none when last is before first."""
    return [first + DAY * step for step in range((last - first).days + 1)]


def see(facts: Facts, as_of: date, params: Mapping[str, object] | None) -> World:
    def table(name: str) -> Iterable[dict[str, Any]]:
        return facts.get(name) or []

    def until(name: str, column: str) -> Iterable[dict[str, Any]]:
        return (row for row in table(name) if row[column] <= as_of)

    def moments(name: str, column: str) -> Iterable[dict[str, Any]]:
        return (row for row in table(name) if row[column].date() <= as_of)

    declared = list(until("declarations", "date"))
    worked = [row for row in moments("attendance", "start") if row["status"] == "worked"]
    planned = [row for row in table("attendance") if row["status"] == "planned"]
    return World(
        facts=facts,
        as_of=as_of,
        params=Params.of(params),
        workdays=Workdays({row["date"]: row["is_workday"] for row in table("calendar")}),
        people={row["person_id"]: _record(Person, row) for row in table("people")},
        posts={row["post_id"]: _record(Post, row) for row in table("posts")},
        spells=[_record(Spell, row) for row in until("spells", "start_date")],
        work=[_record(Work, row) for row in worked],
        absences=[_record(Absence, row) for row in until("absences", "start_date")],
        releases=[(row["date"], row["person_id"]) for row in declared if row["kind"] == "release"],
        tasks=[
            (row["date"], row["kind"])
            for row in declared
            if row["kind"] in ("task_end", "task_reopened")
        ],
        covers=(
            [_record(Cover, row) for row in facts["insurance"]] if "insurance" in facts else None
        ),
        couples=[
            (row["person_id"], row["relative_id"])
            for row in table("relations")
            if row["kind"] == "spouse"
        ],
        deliveries=[_record(Delivery, row) for row in until("deliveries", "on_date")],
        waivers=[_record(Waiver, row) for row in until("waivers", "on_date")],
        rostered=[_record(Rostered, row) for row in (*planned, *worked)],
        issues=[_record(Issue, row) for row in moments("stock_issues", "at")],
        harms=[_record(Harm, row) for row in until("harms", "date")],
        children=[_record(Child, row) for row in table("children")],
        requests=[_record(Request, row) for row in moments("data_requests", "issued_at")],
        held=[_record(HeldField, row) for row in table("held_fields")],
        units={row["unit_id"]: _record(Unit, row) for row in table("units")},
        unworked=[
            _record(Rostered, row) for row in table("attendance") if row["status"] != "worked"
        ],
        funds=[_record(FundEntry, row) for row in until("fund_entries", "on_date")],
        findings=[_record(Finding, row) for row in until("findings", "decided_on")],
    )


def _record(kind: type[Record], row: dict[str, Any]) -> Record:
    names: Iterable[str] = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return kind(**{name: row.get(name) for name in names})
