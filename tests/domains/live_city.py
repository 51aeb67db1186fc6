"""A few units, people and posts in the live city, for tests that write."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from nuanxin.domains.changes.services import record

WHO, WHY = "孙立", "测试"


def put(table: str, **values: Any) -> str:
    """Record one row; its outcome."""
    return record(table, values, who=WHO, why=WHY)


def unit(unit_id: str, name: str = "市海湾医院", parent_id: str | None = None) -> str:
    return put(
        "units",
        unit_id=unit_id,
        name=name,
        kind="hospital",
        district="甘井子区",
        parent_id=parent_id,
    )


def person(person_id: str, name: str, unit_id: str = "U1", **more: Any) -> str:
    values = {"employment": "contract", "profession": "nurse", "is_leader": False, **more}
    return put("people", person_id=person_id, name=name, unit_id=unit_id, **values)


def settle() -> None:
    """Two hospitals, three people, two posts."""
    unit("U1", "市海湾医院")
    unit("U2", "滨海区中心医院")
    person("P1", "林晓岚", "U1")
    person("P2", "周文静", "U1")
    person("P3", "孙立", "U2")
    for post_id, unit_id, name in (("T1", "U1", "发热门诊"), ("T2", "U2", "隔离病房")):
        put(
            "posts",
            post_id=post_id,
            unit_id=unit_id,
            name=name,
            kind="fever_clinic",
            contact="confirmed",
            risk="high",
        )


def spell(spell_id: str, person_id: str, start: date, end: date | None = None) -> str:
    return put(
        "spells",
        spell_id=spell_id,
        person_id=person_id,
        post_id="T1",
        arranged_by="U1",
        start_date=start,
        end_date=end,
        mission="local",
        treats_confirmed=True,
    )


def shift(attendance_id: str, person_id: str, start: datetime, end: datetime, **more: Any) -> str:
    values = {"post_id": "T1", "status": "worked", **more}
    return put(
        "attendance",
        attendance_id=attendance_id,
        person_id=person_id,
        start=start,
        end=end,
        **values,
    )


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A local time in February 2020; hours may run beyond the day."""
    return datetime(2020, 2, day + hour // 24, hour % 24, minute)
