"""Building a city: every table in its order, each from its own stream, written as it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.absences import absences_table
from nuanxin.city.aid_team import choose_teams
from nuanxin.city.care import Cared, care_deliveries
from nuanxin.city.cases import findings_table, harmed_people, harms_table, waivers_table
from nuanxin.city.characters import cast
from nuanxin.city.collection import data_requests_table, held_fields_table
from nuanxin.city.declarations import declarations_table
from nuanxin.city.deliveries import deliveries_table
from nuanxin.city.deployments import World, make_spells
from nuanxin.city.diary import with_diary
from nuanxin.city.dirty import BadRow, as_line, as_piece, bad_rows, count
from nuanxin.city.families import Families, children_table, make_families, relations_table
from nuanxin.city.funds import fund_entries_table
from nuanxin.city.geography import Geography, dalian
from nuanxin.city.insurance import insurance_table
from nuanxin.city.pay import Pay, gather, reckon
from nuanxin.city.people import make_people, people_table
from nuanxin.city.plan import CityPlan, CitySummary, Format
from nuanxin.city.posts import make_posts, posts_table
from nuanxin.city.report import told
from nuanxin.city.service import Service, service_of
from nuanxin.city.shifts import REASONS, STATUSES, Rows, attendance
from nuanxin.city.spells import Spells, spells_table
from nuanxin.city.streams import Ints, stream
from nuanxin.city.supplies import Issues, from_rows, stock_issues_table
from nuanxin.city.units import make_units, units_table
from nuanxin.city.write import TableFile, prepare, story

Progress = Callable[[str, float], None]


def _silence(_stage: str, _done: float) -> None:
    return None


@dataclass(frozen=True)
class _City:
    land: Geography
    world: World
    families: Families
    spells: Spells
    service: Service


def build_city(
    plan: CityPlan, out: Path, format: Format = "csv", on_progress: Progress | None = None
) -> CitySummary:
    """Write the city of the plan as fact tables into ``out``, with city.json beside them.

    The folder must be new, empty or an earlier city, which is replaced. The same plan and format
    give the same bytes. ``on_progress`` gets a stage and the share done, 0 to 1. Raises CityError.
    """
    plan.check()
    prepare(out)
    tell = on_progress or _silence
    tell("people", 0.0)
    city = _draw(plan)
    bad = bad_rows(plan, format)
    rows: dict[str, int] = {}
    for place, (name, make) in enumerate(_first_tables(plan, city).items()):
        tell(name, 0.02 + 0.02 * place)
        rows[name] = _write(out, name, format, make(), bad)
    rows["attendance"], pay, issues = _attendance(plan, city, out, format, bad, tell)
    for place, (name, make) in enumerate(_last_tables(plan, city, pay, issues).items()):
        tell(name, 0.88 + 0.01 * place)
        rows[name] = _write(out, name, format, make(), bad)
    story(out, told(plan, format, rows, count(bad), city.world.teams))
    tell("done", 1.0)
    return CitySummary(out, plan, format, rows, count(bad))


def _draw(plan: CityPlan) -> _City:
    land = dalian()
    units = make_units(plan, land)
    people, characters = cast(make_people(plan, units, land), units)
    posts = make_posts(units)
    teams = choose_teams(plan, people, units, characters.lin)
    families = make_families(plan, people, characters.lin)
    world = World(plan, units, people, posts, characters, teams, families.spouse)
    spells = make_spells(world)
    return _City(land, world, families, spells, service_of(len(people), posts, spells))


def _first_tables(plan: CityPlan, city: _City) -> Mapping[str, Callable[[], pa.Table]]:
    world, land, families = city.world, city.land, city.families
    people, units = world.people, world.units
    return {
        "units": lambda: units_table(units, land),
        "people": lambda: people_table(plan, people, land, world.cast.names),
        "relations": lambda: relations_table(plan, people, families),
        "children": lambda: children_table(plan, people, families, land),
        "posts": lambda: posts_table(units, world.posts, land),
        "spells": lambda: spells_table(plan, city.spells, world.posts),
    }


def _last_tables(
    plan: CityPlan, city: _City, pay: Pay, issues: list[Issues]
) -> Mapping[str, Callable[[], pa.Table]]:
    world, service = city.world, city.service
    people, units, lin = world.people, world.units, world.cast.lin
    harmed = harmed_people(plan, service)
    return {
        "absences": lambda: absences_table(plan, service, people.medical, harmed, lin),
        "declarations": lambda: declarations_table(plan, city.spells, world.teams),
        "insurance": lambda: insurance_table(plan, people, service, lin),
        "harms": lambda: harms_table(plan, harmed),
        "findings": lambda: findings_table(plan, people, units, service),
        "deliveries": lambda: _deliveries(plan, city, pay, harmed),
        "stock_issues": lambda: stock_issues_table(plan, units, world.cast.clerk, issues),
        "data_requests": lambda: data_requests_table(plan, units),
        "held_fields": lambda: held_fields_table(units),
        "fund_entries": lambda: fund_entries_table(plan, city.land),
        "waivers": lambda: waivers_table(plan, people, service),
    }


def _deliveries(plan: CityPlan, city: _City, pay: Pay, harmed: tuple[Ints, Ints]) -> pa.Table:
    world, service = city.world, city.service
    people, lin = world.people, world.cast.lin
    first = deliveries_table(plan, people, city.families, service, pay, lin)
    cared = Cared(plan, people, world.units, world.posts, service, pay, harmed)
    return pa.concat_tables([first, *care_deliveries(cared, len(first))])


def _write(out: Path, name: str, format: Format, made: pa.Table, bad: list[BadRow]) -> int:
    with TableFile(out, name, format) as file:
        file.add(made)
        _spoil(file, name, format, bad)
    return file.rows


def _spoil(file: TableFile, name: str, format: Format, bad: list[BadRow]) -> None:
    for row in bad:
        if row.table == name and format == "csv":
            file.add_lines([as_line(row)])
        elif row.table == name:
            file.add(as_piece(row))


def _attendance(
    plan: CityPlan, city: _City, out: Path, format: Format, bad: list[BadRow], tell: Progress
) -> tuple[int, Pay, list[Issues]]:
    """Attendance chunk by chunk; on the way the pay reckoned and the issues sampled from it."""
    people, posts, spells = city.world.people, city.world.posts, city.spells
    rng = stream(plan, "issues at shifts")
    person_ids = columns.PERSON(np.arange(len(people)))
    pay: list[Pay] = []
    issues: list[Issues] = []
    with TableFile(out, "attendance", format) as file:
        for rows in attendance(plan, people, posts, spells):
            if not len(rows):
                continue
            rows = with_diary(plan, spells, city.world.cast.lin, rows)
            file.add(_attendance_piece(rows, file.rows, spells, person_ids))
            pay.append(reckon(people, posts, spells, rows))
            issues.append(from_rows(rng, posts, rows))
            tell("attendance", 0.14 + 0.74 * int(rows.person[-1] + 1) / len(people))
        _spoil(file, "attendance", format, bad)
    return file.rows, gather(pay), issues


def _attendance_piece(rows: Rows, written: int, spells: Spells, person_ids: pa.Array) -> pa.Table:
    number = np.where(rows.named, spells.number[rows.spell], -1)
    return columns.table(
        "attendance",
        {
            "attendance_id": columns.ATTENDANCE(np.arange(written, written + len(rows))),
            "person_id": person_ids.take(pa.array(rows.person)),
            "post_id": columns.POST(rows.post),
            "spell_id": columns.SPELL(number),
            "start": columns.times(rows.start),
            "end": columns.times(rows.end),
            "status": columns.words(STATUSES, rows.status),
            "contact_confirmed": columns.flags(rows.contact),
            "reason_over_8h": columns.words(REASONS, rows.reason),
            "reported_by": columns.UNIT(rows.reporter),
        },
    )
