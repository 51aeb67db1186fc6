"""Small random cities: few people, dense and nasty, but valid by section R.

``random_city(seed)`` is plain and repeatable; ``cities()`` is the same for hypothesis.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from .care_cities import add_care
from .further_cities import add_further, duration
from .model import DAY, Facts

WINDOWS = (
    date(2020, 1, 16),
    date(2020, 1, 22),
    date(2020, 2, 14),
    date(2020, 2, 20),
    date(2020, 3, 25),
    date(2020, 4, 27),
    date(2020, 6, 20),
    date(2020, 12, 24),
)
SPANS = (6, 14, 40, 75)
PROVISIONS = ("M07-2", "M07-3", "M07-4", "M09-1", "M10-4", "M11-1", "M11-4", "M11-5")
POSTS = (
    ("isolation_ward", "confirmed", "high"),
    ("icu", "suspected", "higher"),
    ("screening", "confirmed", "low"),
    ("epidemiology", "suspected", "medium"),
    ("general_ward", "none", "medium"),
    ("quarantine_site", "none", "higher"),
    ("grid", "none", "low"),
)
PLACES = (None, None, "湖北武汉", "Wuhan", "HUBEI", "黄冈市", "神农架林区", "吉林舒兰", "Harbin")
HOURS = (0, 0, 2, 6, 8, 8, 12, 16, 16, 20, 22)
LENGTHS = (
    *("1:00:00", "2:00:00", "4:00:00", "4:00:01", "5:00:00", "8:00:00", "8:00:00", "8:00:00"),
    *("8:00:01", "8:30:00", "7:59:59", "9:00:00", "10:00:00", "12:00:00", "16:00:00"),
    *("24:00:00", "24:00:01", "30:00:00", "49:00:00", "75:00:00"),
)
JOBS = ("nurse", "nurse", "doctor", "pharmacist", "public_health", "police", "administrator")


@st.composite
def cities(draw: st.DrawFn, people: int = 6) -> tuple[Facts, date]:
    """Facts and an as-of day; the randomness is hypothesis' own, so failures shrink."""
    rng = draw(st.randoms(use_true_random=False))
    return City(rng, draw(st.integers(1, people))).build()


def random_city(seed: int, people: int | None = None) -> tuple[Facts, date]:
    """Facts and an as-of day, the same for the same arguments; 1 to 6 people by default."""
    rng = Random(seed)
    return City(rng, people or rng.randint(1, 6)).build()


class City:
    """Builds the tables one after the other from one source of randomness."""

    def __init__(self, rng: Random, people: int) -> None:
        self.rng = rng
        self.first = rng.choice(WINDOWS)
        self.days = rng.choice(SPANS)
        self.people = [f"P{number}" for number in range(1, people + 1)]
        self.units = [f"U{number}" for number in range(1, rng.randint(2, 3) + 1)]
        self.facts: Facts = {}

    def build(self) -> tuple[Facts, date]:
        self.facts["units"] = [
            {"unit_id": unit, "name": unit, "parent_id": None, "kind": "hospital", "district": "D"}
            for unit in self.units
        ]
        self.facts["people"] = [self._person(person_id) for person_id in self.people]
        self.facts["posts"] = [
            self._post(f"Q{number}") for number in range(1, self.rng.randint(2, 6))
        ]
        for name, most in (("spells", 4), ("attendance", 0), ("absences", 6)):
            self.facts[name] = []
            for person_id in self.people:
                for _ in range(self.rng.randint(0, most)):
                    self._add(name, person_id)
        for person_id in self.people:
            for _ in range(self.rng.choice((0, 1, 1, 2, 3))):
                self._stretch(person_id)
        self.facts["declarations"] = self._declarations()
        if self.rng.random() < 0.9:
            self.facts["insurance"] = [
                cover for person_id in self.people for cover in self._covers(person_id)
            ]
        self.facts["relations"] = self._relations()
        self.facts["deliveries"] = [
            self._delivery(number) for number in range(self.rng.randint(0, 8))
        ]
        self.facts["waivers"] = [self._waiver(number) for number in range(self.rng.randint(0, 3))]
        self.facts["calendar"] = self._calendar()
        add_further(self)
        add_care(self)
        return self.facts, self._as_of()

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def day(self, before: int = 3, after: int = 10) -> date:
        return self.first + DAY * self.rng.randint(-before, self.days + after)

    def _as_of(self) -> date:
        later = self.rng.choice((-self.days // 2, 0, 0, 1, 10, 31, 61, 95, 181, 200))
        return self.first + DAY * (self.days + later + self.rng.randint(-2, 2))

    def _person(self, person_id: str) -> dict[str, object]:
        return {
            "person_id": person_id,
            "name": person_id,
            "unit_id": self.rng.choice(self.units),
            "employment": self.rng.choice(("institution_staff", "contract", "volunteer")),
            "profession": self.rng.choice(JOBS),
            "is_leader": self.chance(0.25),
        }

    def _post(self, post_id: str) -> dict[str, object]:
        kind, contact, risk = self.rng.choice(POSTS)
        unit = self.rng.choice(self.units)
        return {
            "post_id": post_id,
            "unit_id": unit,
            "kind": kind,
            "contact": contact,
            "risk": risk,
        }

    def _post_id(self) -> object:
        return self.rng.choice(self.facts["posts"])["post_id"]

    def _add(self, name: str, person_id: str) -> None:
        rows = self.facts[name]
        make = {"spells": self._spell, "absences": self._absence}[name]
        rows.append({**make(person_id, rows), f"{name[:-1]}_id": f"{name[0].upper()}{len(rows)}"})

    def _spell(self, person_id: str, others: list[dict[str, object]]) -> dict[str, object]:
        start = self.day()
        ends = [row["end_date"] for row in others if row["person_id"] == person_id]
        last = ends[-1] if ends else None
        if isinstance(last, date) and self.chance(0.5):
            start = last + DAY * self.rng.choice((-3, 0, 1, 1, 2, 5))
        length = self.rng.choice((0, 1, 4, 14, 28, 29, 30, 45))
        return {
            "person_id": person_id,
            "post_id": self._post_id(),
            "arranged_by": self.rng.choice(self.units),
            "start_date": start,
            "end_date": None if self.chance(0.3) else start + DAY * length,
            "mission": self.rng.choice(("local", "aid")),
            "aid_place": self.rng.choice(PLACES),
            "treats_confirmed": self.chance(0.4),
        }

    def _absence(self, person_id: str, _others: list[dict[str, object]]) -> dict[str, object]:
        start = self.day(2, 70)
        kinds = ("rest15", "rest15", "compensatory", "compensatory", "annual", "quarantine")
        return {
            "person_id": person_id,
            "start_date": start,
            "end_date": start + DAY * self.rng.choice((0, 1, 4, 6, 9, 14, 20)),
            "kind": self.rng.choice((*kinds, "sick", "forced", "injury")),
        }

    def _stretch(self, person_id: str) -> None:
        """Some days of work: daily, or scattered; each row kept, doubled, cut or disturbed."""
        start = self.moment()
        step = self.rng.choice((0, 8, 16, 24, 24, 24, 24, 36, 48, 72))
        steady = self.rng.choice(LENGTHS[:15]) if self.chance(0.7) else None
        for _ in range(self.rng.choice((1, 2, 4, 7, 11, 12))):
            self._attend(person_id, start, duration(steady or self.rng.choice(LENGTHS)))
            start += timedelta(hours=step) if step else self.moment() - start
            if self.chance(0.1):
                start += timedelta(seconds=self.rng.choice((-1, 1, 3600, -3600)))

    def moment(self) -> datetime:
        return datetime.combine(self.day(3, 3), time(self.rng.choice(HOURS)))

    def _attend(self, person_id: str, start: datetime, length: timedelta) -> None:
        rows = self.facts["attendance"]
        row: dict[str, object] = {
            "attendance_id": f"A{len(rows):03}",
            "person_id": person_id,
            "post_id": self._post_id(),
            "spell_id": self._spell_id(person_id),
            "start": start,
            "end": start + length,
            "status": "worked" if self.chance(0.9) else self.rng.choice(("planned", "cancelled")),
            "contact_confirmed": self.rng.choice((True, True, False, None)),
            "reason_over_8h": self.rng.choice((None, None, None, "急诊")),
            "reported_by": None,
        }
        rows.append(row)
        if self.chance(0.15):
            shift = timedelta(hours=self.rng.choice((0, 0, 1, -2, 4)))
            again = {"attendance_id": f"A{len(rows):03}", "post_id": self._post_id()}
            rows.append({**row, **again, "start": start + shift, "end": start + length + shift})

    def _spell_id(self, person_id: str) -> object:
        theirs = [row["spell_id"] for row in self.facts["spells"] if row["person_id"] == person_id]
        return self.rng.choice(theirs) if theirs and self.chance(0.3) else None

    def _declarations(self) -> list[dict[str, object]]:
        found: list[tuple[date, str, str | None]] = []
        common = self.day()
        for _ in range(self.rng.choice((0, 0, 1, 2, 3, 5))):
            kind = self.rng.choice(("task_end", "task_end", "task_reopened", "response_start"))
            found.append((common if self.chance(0.3) else self.day(), kind, None))
        for person_id in self.people:
            for _ in range(self.rng.choice((0, 0, 1, 2))):
                day = common if self.chance(0.2) else self.day()
                found.append((day, "release", person_id))
        return [
            {"date": day, "kind": kind, "person_id": person_id}
            for day, kind, person_id in dict.fromkeys(found)
        ]

    def _covers(self, person_id: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        for kind in ("accident", "critical_illness"):
            start = self.day(5, 0)
            for number in range(self.rng.choice((0, 1, 2))):
                end = start + DAY * self.rng.choice((0, 3, 10, 60))
                found.append({"policy_no": f"I{number}", "person_id": person_id, "kind": kind})
                found[-1] |= {"start_date": start, "end_date": end}
                start = end + DAY * self.rng.choice((1, 1, 2, 5))
        return found

    def _relations(self) -> list[dict[str, object]]:
        found: list[tuple[str, str, str]] = []
        for _ in range(self.rng.randint(0, 3)):
            one = self.rng.choice(self.people)
            other = self.rng.choice([*self.people, "NOBODY"])
            kind = self.rng.choice(("spouse", "spouse", "parent"))
            found.append((one, other, kind))
            if other != "NOBODY" and self.chance(0.5):
                found.append((other, one, kind))
        return [
            {"person_id": one, "relative_id": other, "kind": kind}
            for one, other, kind in dict.fromkeys(found)
        ]

    def _period(self, provision: str) -> date | None:
        """A period that may well be one of a row: a month, a spell's start, or any day."""
        if self.chance(0.5):
            return None
        if provision == "M09-1" and self.chance(0.8):
            return self.day().replace(day=1)
        starts = [row["start_date"] for row in self.facts["spells"]]
        start = self.rng.choice(starts) if starts else None
        return start if isinstance(start, date) else self.day()

    def _delivery(self, number: int) -> dict[str, object]:
        provision = self.rng.choice(("M09-1", "M09-1", "M11-4", "M11-4", "M07-4"))
        amounts = (None, 10_000, 20_000, 60_000, 150_000, 1_000_000)
        amount = self.rng.choice(amounts) if provision == "M09-1" else None
        return {
            "delivery_id": f"D{number}",
            "provision": provision,
            "subject_id": self.rng.choice(self.people),
            "on_date": self.day(0, 60),
            "quantity": None if amount is None else Decimal(amount),
            "counterpart_id": self.rng.choice((*self.units, None)),
            "period_start": self._period(provision),
        }

    def _waiver(self, number: int) -> dict[str, object]:
        return {
            "waiver_id": f"W{number}",
            "person_id": self.rng.choice(self.people),
            "provision": self.rng.choice(PROVISIONS),
            "on_date": self.day(0, 40),
            "reason": "本人书面放弃",
        }

    def _calendar(self) -> list[dict[str, object]]:
        days = {self.day() for _ in range(self.rng.choice((0, 0, 4, 12)))}
        return [
            {"date": day, "is_workday": self.chance(0.5), "overtime_pct": None}
            for day in sorted(days)
        ]
