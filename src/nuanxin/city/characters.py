"""The people of the product's mock pages, cast among the people of the city where they fit."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nuanxin.city.figures import COMMUNITY, read
from nuanxin.city.names import SURNAMES
from nuanxin.city.people import NURSE, People, with_profession
from nuanxin.city.streams import Bools, Ints
from nuanxin.city.units import Units
from nuanxin.policy.contract import PROFESSIONS


@dataclass(frozen=True)
class Cast:
    """Indexes of people: -1 or empty where the city is too small to hold them.

    ``lin`` the nurse of the aid team, ``office`` the director's office that books itself full
    attendance, ``clerk`` who is handed a medical respirator, ``contact`` a family's contact.
    """

    lin: int
    office: Ints
    clerk: int
    contact: int
    names: dict[int, str]


def _names(role: str) -> list[str]:
    return [row["name"] for row in read("characters") if row["role"] == role]


def cast(people: People, units: Units) -> tuple[People, Cast]:
    """Pick the characters and give them their names and offices."""
    nurse_names, heads = _names("nurse"), _names("office")
    first, second = units.hospitals[:2]
    ward = people.staff_of(int(first))
    nurses = ward[people.profession[ward] == NURSE][: len(nurse_names)]
    named = dict(zip(nurses.tolist(), nurse_names, strict=False))
    rest = ward[people.profession[ward] != NURSE]
    office = rest[-min(len(heads), len(rest) // 3) :] if len(rest) > 2 else rest[:0]
    named |= dict(zip(office.tolist(), heads, strict=False))
    clerk = _first_other(people, int(second))
    contact = _first_of(people.flavour == COMMUNITY)
    named |= {clerk: _names("clerk")[0]} if clerk >= 0 else {}
    named |= {contact: _names("contact")[0]} if contact >= 0 else {}
    people = with_profession(people, office, "administrator", leader=True)
    if clerk >= 0:
        people = with_profession(people, np.array([clerk]), "administrator", leader=False)
    lin = int(nurses[0]) if len(nurses) else -1
    if lin >= 0:
        people = with_profession(people, nurses[:1], "nurse", leader=False)
    people = _with_surnames(people, named)
    return people, Cast(lin, office, clerk, contact, named)


def _with_surnames(people: People, named: dict[int, str]) -> People:
    """The surnames follow the given names, so that children bear them."""
    surname = people.surname.copy()
    for index, name in named.items():
        if name[0] in SURNAMES:
            surname[index] = SURNAMES.index(name[0])
    return replace(people, surname=surname)


def _first_of(mask: Bools) -> int:
    found = np.flatnonzero(mask)
    return int(found[0]) if len(found) else -1


def _first_other(people: People, unit: int) -> int:
    """The first person of the unit who is not medical, else -1."""
    staff = people.staff_of(unit)
    found = staff[people.profession[staff] >= PROFESSIONS.index("administrator")]
    return int(found[-1]) if len(found) else -1
