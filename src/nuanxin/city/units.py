"""Units of every kind in a tree: city, districts, streets, communities, hospitals and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.figures import FLAVOURS, HOSPITAL, read, shares
from nuanxin.city.geography import Geography
from nuanxin.city.plan import CityPlan
from nuanxin.city.streams import Bools, Floats, Ints, allocate
from nuanxin.policy.contract import UNIT_KINDS

CITY_DISTRICT = "西岗区"
AWAY = "湖北武汉"
EAST_NAME, LEISHENSHAN_NAME = (
    "驰援湖北医疗队（武汉大学人民医院东院）",
    "驰援湖北医疗队（武汉雷神山）",
)


@dataclass(frozen=True)
class Units:
    """All units. ``district`` and ``street`` index the geography (-1: none), ``staff`` counts."""

    names: tuple[str, ...]
    kind: Ints
    parent: Ints
    district: Ints
    street: Ints
    flavour: Ints
    designated: Bools
    staff: Ints

    def __len__(self) -> int:
        return len(self.names)

    def named(self, name: str) -> int:
        """The index of the unit of that name."""
        return self.names.index(name)

    def of(self, *flavours: int) -> Ints:
        """Indexes of the units of these flavours."""
        return np.flatnonzero(np.isin(self.flavour, flavours))

    @property
    def hospitals(self) -> Ints:
        """Indexes of the hospitals, in the order of hospitals.csv."""
        return self.of(HOSPITAL)


@dataclass
class _Roll:
    rows: list[tuple[str, str, int, int, int, str, bool, float]] = field(default_factory=list)

    def add(
        self,
        name: str,
        kind: str,
        flavour: str,
        district: int,
        *,
        parent: int = -1,
        street: int = -1,
        designated: bool = False,
        weight: float = 1.0,
    ) -> int:
        self.rows.append((name, kind, parent, district, street, flavour, designated, weight))
        return len(self.rows) - 1


@dataclass(frozen=True)
class _Scale:
    """How many units of a kind a city of N people has."""

    people: int

    def count(self, flavour: str, staff: int, least: int, most: int) -> int:
        share = float(shares("size")[FLAVOURS.index(flavour), 0])
        return int(np.clip(round(self.people * share / staff), least, most))


def make_units(plan: CityPlan, land: Geography) -> Units:
    """The units of the city, with the number of people that each employs."""
    roll, scale = _Roll(), _Scale(plan.people)
    city = _city_organs(roll, land)
    district = _district_organs(roll, land, city)
    _hospitals(roll, land, city, district, scale)
    _neighbourhoods(roll, land, district, scale, urban=True)
    _neighbourhoods(roll, land, district, scale, urban=False)
    _others(roll, land, district, scale)
    return _freeze(roll, land, plan.people)


def _freeze(roll: _Roll, land: Geography, people: int) -> Units:
    name, kind, parent, district, street, flavour, designated, weight = zip(*roll.rows, strict=True)
    flavours = np.array([FLAVOURS.index(x) for x in flavour])
    places = np.array(district, dtype=np.int64)
    return Units(
        tuple(name),
        np.array([UNIT_KINDS.index(x) for x in kind]),
        np.array(parent, dtype=np.int64),
        places,
        np.array(street, dtype=np.int64),
        flavours,
        np.array(designated, dtype=np.bool_),
        allocate(people, _weights(flavours, places, np.array(weight), land)),
    )


def _weights(flavour: Ints, district: Ints, weight: Floats, land: Geography) -> Floats:
    """Share of each unit: of its flavour, of its district by population, of its own weight."""
    result = np.zeros(len(flavour))
    for code, (share,) in enumerate(shares("size")):
        mine = flavour == code
        if share:
            local = weight[mine] * _spread(district[mine], land)
            result[mine] = share * local / local.sum()
    return result


def _spread(district: Ints, land: Geography) -> Floats:
    units_there = np.bincount(district, minlength=len(land.districts))
    return np.asarray(land.population[district] / units_there[district])


def _city_organs(roll: _Roll, land: Geography) -> dict[str, int]:
    seat = land.districts.index(CITY_DISTRICT)
    made: dict[str, int] = {}
    for row in read("city_organs"):
        place = -1 if row["district"] == AWAY else seat
        parent = made.get(row["parent"], -1)
        made[row["name"]] = roll.add(
            row["name"], row["kind"], row["flavour"], place, parent=parent, weight=1.5
        )
    return made


def _district_organs(
    roll: _Roll, land: Geography, city: dict[str, int]
) -> dict[tuple[int, str], int]:
    made: dict[tuple[int, str], int] = {}
    for place, name in enumerate(land.districts):
        made[place, "party"] = roll.add(
            f"{name}委", "party_organ", "organ", place, parent=city["市委"]
        )
        rule = roll.add(
            f"{name}人民政府", "government_organ", "organ", place, parent=city["市人民政府"]
        )
        made[place, "rule"] = rule
        for what, kind, flavour in (
            ("卫生健康局", "government_organ", "organ"),
            ("教育局", "government_organ", "organ"),
            ("公安分局", "government_organ", "police"),
            ("疾病预防控制中心", "public_institution", "cdc"),
        ):
            made[place, what] = roll.add(f"{name}{what}", kind, flavour, place, parent=rule)
    return made


def _hospitals(
    roll: _Roll,
    land: Geography,
    city: dict[str, int],
    district: dict[tuple[int, str], int],
    scale: _Scale,
) -> None:
    known = read("hospitals")
    for row in known:
        place = land.districts.index(row["district"])
        parent = (
            city["市卫生健康委员会"] if row["name"][0] == "市" else district[place, "卫生健康局"]
        )
        roll.add(
            row["name"],
            "hospital",
            "hospital",
            place,
            parent=parent,
            designated=row["designated"] == "true",
            weight=float(row["weight"]),
        )
    more = scale.count("hospital", 900, len(known), 260) - len(known)
    for place, number in _by_population(land, more):
        name = f"{land.districts[place]}{_word(number)}分院"
        parent = district[place, "卫生健康局"]
        designated = number % 6 == 1
        roll.add(name, "hospital", "hospital", place, parent=parent, designated=designated)


def _by_population(land: Geography, total: int) -> Iterator[tuple[int, int]]:
    """(district, number within it) for ``total`` things shared out by population."""
    for place, count in enumerate(allocate(max(total, 0), land.population).tolist()):
        for number in range(count):
            yield place, number


def _word(number: int) -> str:
    words = read("neighbourhoods")
    turn, place = divmod(number, len(words))
    return words[place]["word"] + (f"第{turn + 1}" if turn else "")


def _neighbourhoods(
    roll: _Roll,
    land: Geography,
    district: dict[tuple[int, str], int],
    scale: _Scale,
    *,
    urban: bool,
) -> None:
    flavour, ending = ("community", "社区") if urban else ("village", "村")
    total = scale.count(flavour, 20 if urban else 12, 30, 1_100)
    offices: dict[int, int] = {}
    for place, number in _by_population(land, total):
        streets = land.streets_of(place, urban=urban)
        if not streets and not (urban and land.districts[place] == "高新区"):
            continue
        parent, name, street = district[place, "rule"], land.districts[place], -1
        if streets:
            street = streets[number % len(streets)]
            name, number = land.street_name(street), number // len(streets)
            if street not in offices:
                offices[street] = roll.add(
                    _office(name), "government_organ", "organ", place, parent=parent, street=street
                )
            parent = offices[street]
        roll.add(
            f"{name}{_word(number)}{ending}", flavour, flavour, place, parent=parent, street=street
        )


def _office(street: str) -> str:
    if street.endswith("街道"):
        return f"{street}办事处"
    return f"{street}人民政府" if street[-1] in "镇乡" else f"{street}管理处"


def _others(
    roll: _Roll, land: Geography, district: dict[tuple[int, str], int], scale: _Scale
) -> None:
    for flavour, kind, ending, staff, least, most, over in (
        ("institution", "public_institution", "公共服务中心", 80, 11, 300, "rule"),
        ("enterprise", "enterprise", "实业有限公司", 100, 12, 1_200, ""),
        ("school", "school", "学校", 70, 12, 900, "教育局"),
        ("social", "social_organisation", "志愿者协会", 300, 11, 60, ""),
    ):
        for place, number in _by_population(land, scale.count(flavour, staff, least, most)):
            parent = district[place, over] if over else -1
            name = f"{land.districts[place]}{_word(number)}{ending}"
            roll.add(name, kind, flavour, place, parent=parent)


def units_table(units: Units, land: Geography) -> pa.Table:
    """The fact table ``units``."""
    every = np.arange(len(units))
    places = np.where(units.district < 0, len(land.districts), units.district)
    return columns.table(
        "units",
        {
            "unit_id": columns.UNIT(every),
            "name": list(units.names),
            "parent_id": columns.UNIT(units.parent),
            "kind": columns.words(UNIT_KINDS, units.kind),
            "district": columns.words((*land.districts, AWAY), places),
        },
    )
