"""The people: one row each, by unit, with employment, profession, party, title and the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from nuanxin.city import columns
from nuanxin.city.columns import UNKNOWN_DAY
from nuanxin.city.figures import FLAVOURS, HOSPITAL, shares
from nuanxin.city.geography import Geography
from nuanxin.city.names import SURNAMES, person_names
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.streams import Bools, Ints, chance, choose, stream
from nuanxin.city.units import Units
from nuanxin.policy.contract import EMPLOYMENTS, MEDICAL_PROFESSIONS, PROFESSIONS

NURSE, DOCTOR = PROFESSIONS.index("nurse"), PROFESSIONS.index("doctor")
VOLUNTEER = EMPLOYMENTS.index("volunteer")
EDUCATION = ("below_college", "college", "bachelor", "master", "doctor")
PARTY = ("member", "probationary", "applicant", "none")
TITLES = ("none", "junior", "intermediate", "associate", "full")
SEXES = ("女", "男")
YEAR = 365


@dataclass(frozen=True)
class People:
    """All people in order of unit. Indexes point at units, districts, streets; days are days."""

    unit: Ints
    flavour: Ints
    profession: Ints
    employment: Ints
    leader: Bools
    male: Ints
    born: Ints
    district: Ints
    street: Ints
    surname: Ints

    def __len__(self) -> int:
        return len(self.unit)

    @property
    def medical(self) -> Bools:
        """Whether the profession is medical (definitions S2)."""
        return np.asarray(self.profession < len(MEDICAL_PROFESSIONS))

    def staff_of(self, unit: int) -> Ints:
        """Indexes of the people of one unit."""
        first, end = np.searchsorted(self.unit, [unit, unit + 1])
        return np.arange(first, end)


def make_people(plan: CityPlan, units: Units, land: Geography) -> People:
    """Draw the people; leaders are the first of each unit and a few more."""
    rng = stream(plan, "people")
    unit = np.repeat(np.arange(len(units)), units.staff)
    flavour = units.flavour[unit]
    profession = choose_word(rng, "profession", PROFESSIONS, flavour)
    employment = choose_word(rng, "employment", EMPLOYMENTS, flavour)
    employment[(flavour == HOSPITAL) & (employment == VOLUNTEER) & (profession < 2)] = (
        EMPLOYMENTS.index("contract")
    )
    size = len(unit)
    first = np.r_[True, unit[1:] != unit[:-1]]
    leader = (first | chance(rng, 0.015, size)) & (employment != VOLUNTEER)
    youth = rng.beta(1.6, 1.9, size)
    born = day("1999-12-31") - (youth * 39 * YEAR).astype(np.int64)
    district = np.where(chance(rng, 0.88, size), units.district[unit], _elsewhere(rng, land, size))
    return People(
        unit,
        flavour,
        profession,
        employment,
        np.asarray(leader),
        _sex(rng, profession),
        born,
        district,
        _street(rng, land, district, units.street[unit]),
        rng.integers(0, len(SURNAMES), size) * rng.integers(0, 2, size) // 2
        + rng.integers(0, 40, size),
    )


def choose_word(
    rng: np.random.Generator, what: str, vocabulary: tuple[str, ...], flavour: Ints
) -> Ints:
    """A word of the vocabulary for each flavour of unit, by shares.csv."""
    return choose(rng, shares(what, vocabulary), flavour)


def _elsewhere(rng: np.random.Generator, land: Geography, size: int) -> Ints:
    share = land.population / land.population.sum()
    return np.asarray(rng.choice(len(land.districts), size=size, p=share))


def _sex(rng: np.random.Generator, profession: Ints) -> Ints:
    men = np.full(len(PROFESSIONS), 0.48)
    for word, share in (("nurse", 0.05), ("doctor", 0.52), ("police", 0.86), ("teacher", 0.3)):
        men[PROFESSIONS.index(word)] = share
    return (rng.random(len(profession)) < men[profession]).astype(np.int64)


def _street(rng: np.random.Generator, land: Geography, district: Ints, own: Ints) -> Ints:
    """A street of the district of residence; that of the unit when it lies there."""
    order = np.argsort(land.street_district, kind="stable")
    count = np.bincount(land.street_district, minlength=len(land.districts))
    first = np.r_[0, np.cumsum(count)[:-1]]
    drawn = first[district] + (rng.random(len(district)) * count[district]).astype(np.int64)
    street = np.where(count[district] > 0, order[np.minimum(drawn, len(order) - 1)], -1)
    same = (own >= 0) & (land.street_district[own] == district)
    return np.where(same & chance(rng, 0.6, len(own)), own, street)


def with_profession(people: People, who: Ints, word: str, *, leader: bool) -> People:
    """The same people with the profession and leadership of a few set."""
    profession, chief = people.profession.copy(), people.leader.copy()
    profession[who], chief[who] = PROFESSIONS.index(word), leader
    return replace(people, profession=profession, leader=chief)


def people_table(
    plan: CityPlan, people: People, land: Geography, given_names: dict[int, str]
) -> pa.Table:
    """The fact table ``people``; ``given_names`` are names fixed for some."""
    rng = stream(plan, "people table")
    size = len(people)
    work = people.born + (20 + rng.integers(0, 6, size)) * YEAR + rng.integers(0, YEAR, size)
    work = np.minimum(work, plan.first_day - 1)
    title, title_since = _titles(rng, people, work)
    civil = people.employment == EMPLOYMENTS.index("civil_servant")
    rank_since = np.maximum(work, day("2019-06-01") - rng.integers(0, 6 * YEAR, size))
    household = np.where(chance(rng, 0.9, size), people.district, _elsewhere(rng, land, size))
    columns_of = {
        "person_id": columns.PERSON(np.arange(size)),
        "name": _names(rng, people, given_names),
        "unit_id": columns.UNIT(people.unit),
        "employment": columns.words(EMPLOYMENTS, people.employment),
        "profession": columns.words(PROFESSIONS, people.profession),
        "is_leader": columns.flags(people.leader),
        "is_secretary": columns.flags(_secretaries(rng, people)),
        "sex": columns.words(SEXES, _some_unknown(rng, people.male, 0.01)),
        "birth_date": columns.dates(np.where(chance(rng, 0.02, size), UNKNOWN_DAY, people.born)),
        "education": columns.words(EDUCATION, _education(rng, people)),
        "party": columns.words(PARTY, _party(rng, people)),
        "title_level": columns.words(TITLES, title),
        "title_since": columns.dates(title_since),
        "rank_since": columns.dates(
            np.where(civil & ~chance(rng, 0.05, size), rank_since, UNKNOWN_DAY)
        ),
        "work_start": columns.dates(np.where(chance(rng, 0.03, size), UNKNOWN_DAY, work)),
        "district": columns.words(land.districts, people.district),
        "street": columns.words(land.streets, people.street),
        "household_district": columns.words(land.districts, _some_unknown(rng, household, 0.06)),
        "needs_transport": columns.flags(
            _some_unknown(rng, chance(rng, 0.12, size).astype(np.int64), 0.08)
        ),
        "id_number": _id_numbers(rng, people),
    }
    return columns.table("people", columns_of)


def _some_unknown(rng: np.random.Generator, codes: Ints, share: float) -> Ints:
    return np.where(chance(rng, share, len(codes)), -1, codes)


def _names(rng: np.random.Generator, people: People, given: dict[int, str]) -> pa.Array:
    names = person_names(rng, people.male, people.surname)
    mask = np.zeros(len(people), dtype=np.bool_)
    mask[list(given)] = True
    fixed = pa.array([given[index] for index in sorted(given)], pa.string())
    return pc.replace_with_mask(names, pa.array(mask), fixed)


def _secretaries(rng: np.random.Generator, people: People) -> Ints:
    """The first leader of each community and village; unknown for a few others."""
    rural = np.isin(people.flavour, (FLAVOURS.index("community"), FLAVOURS.index("village")))
    first = np.r_[True, people.unit[1:] != people.unit[:-1]]
    return np.where(first & rural & people.leader, 1, _some_unknown(rng, people.unit * 0, 0.03))


def _education(rng: np.random.Generator, people: People) -> Ints:
    skilled = people.medical | (people.flavour == FLAVOURS.index("school")) | people.leader
    score = rng.normal(0, 1, len(people)) + np.where(skilled, 0.9, 0.0)
    score += np.where(people.profession == DOCTOR, 0.8, 0.0)
    level = np.digitize(score, (-0.9, 0.35, 2.1, 3.1)).astype(np.int64)
    return _some_unknown(rng, level, 0.03)


def _party(rng: np.random.Generator, people: People) -> Ints:
    staff = people.employment
    share = np.full(len(EMPLOYMENTS), 0.22)
    share[[EMPLOYMENTS.index(x) for x in ("civil_servant", "village_cadre", "community_cadre")]] = (
        0.7,
        0.55,
        0.5,
    )
    drawn = rng.random(len(people))
    member = share[staff]
    code = np.where(drawn < member + 0.02, 1, np.where(drawn < member + 0.1, 2, 3))
    code = np.where((drawn < member) | people.leader, 0, code)
    return _some_unknown(rng, code, 0.02)


def _titles(rng: np.random.Generator, people: People, work: Ints) -> tuple[Ints, Ints]:
    """Title and its date for those whose profession has titles, by years of work."""
    titled = people.medical | (people.flavour == FLAVOURS.index("school"))
    years = (day("2020-01-01") - work) / YEAR + rng.normal(0, 3, len(people))
    level = np.where(titled, np.digitize(years, (1, 7, 15, 24)), 0).astype(np.int64)
    since = day("2020-01-01") - rng.integers(60, 6 * YEAR, len(people))
    since = np.where(level > 0, np.maximum(since, work), UNKNOWN_DAY)
    return _some_unknown(rng, level, 0.02), since


def _id_numbers(rng: np.random.Generator, people: People) -> pa.Array:
    """For one in ten, a number with a right check digit and the area 999999, which nobody has."""
    have = np.flatnonzero(chance(rng, 0.1, len(people)))
    born = people.born[have].astype("datetime64[D]").astype(str)
    order = (rng.integers(0, 500, len(have)) * 2 + people.male[have]).tolist()
    made: list[str | None] = [None] * len(people)
    for place, birth, number in zip(have.tolist(), born.tolist(), order, strict=True):
        body = f"999999{birth.replace('-', '')}{number:03d}"
        made[place] = body + check_digit(body)
    return pa.array(made, pa.string())


def check_digit(body: str) -> str:
    """The check character of the 17 digits of an identity number (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(body))
    return "10X98765432"[total % 11]
