"""Data requests to communities, and the fields that the two tables already hold."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from nuanxin.city import columns
from nuanxin.city.figures import COMMUNITY, VILLAGE, read
from nuanxin.city.plan import CityPlan, day
from nuanxin.city.rotas import HOUR
from nuanxin.city.shifts import DAY
from nuanxin.city.streams import stream
from nuanxin.city.units import Units
from nuanxin.city.waves import wave

Request = tuple[int, int, int, list[str], int, bool, str | None]
ISSUERS = (
    *("市民政局", "市农业农村局", "市工业和信息化局", "市卫生健康委员会"),
    *("市教育局", "市委组织部", "市应急管理局", "市公安局"),
)
FREE_FIELDS = (
    *("宠物登记数", "宣传栏数量", "志愿者人数", "楼栋长姓名", "消杀次数", "横幅数量"),
    *("学生上网课设备数", "租户数", "车辆通行证数", "心理求助人数", "口罩发放数", "排查进度"),
)
TEN_FORMS_DAY = day("2020-02-12")
# hour, issuer, fields, minutes, emergency, table: the first passes, three ask what is held.
TEN_FORMS: tuple[tuple[float, str, str, int, bool, str | None], ...] = (
    (8, "市民政局", "居家观察人数;返乡人员数", 12, False, "A"),
    (8.5, "市卫生健康委员会", "居家观察人数;体温异常人数", 15, False, None),
    (9, "市教育局", "返乡人员数;学生上网课设备数", 15, False, None),
    (9.5, "市委组织部", "卡口值守人数;志愿者人数", 20, False, None),
    (10, "市卫生健康委员会", "排查进度", 10, False, None),
    (11, "市应急管理局", "排查进度;消杀次数", 10, False, None),
    (13, "市委组织部", "楼栋长姓名", 6, False, None),
    (14, "市教育局", "租户数", 8, False, None),
    (15, "市公安局", "居家观察人数;租户数", 10, True, None),
    (16, "市卫生健康委员会", "宣传栏数量", 5, False, None),
)


def _ten_forms(units: Units) -> list[Request]:
    """Ten forms in a day for the first community."""
    target = int(units.of(COMMUNITY, VILLAGE)[0])
    return [
        (
            TEN_FORMS_DAY * DAY + int(hour * HOUR),
            units.named(issuer),
            target,
            fields.split(";"),
            minutes,
            urgent,
            table,
        )
        for hour, issuer, fields, minutes, urgent, table in TEN_FORMS
    ]


def _at_random(plan: CityPlan, units: Units) -> list[Request]:
    """About four requests a community over both waves, at the pace of the deployment."""
    rng = stream(plan, "data requests")
    targets = units.of(COMMUNITY, VILLAGE)
    size = 4 * len(targets)
    held = [row["field"] for row in read("held_fields")]
    first = wave("wave1").starts(rng.random(size)) + rng.integers(0, 30, size)
    second = wave("wave2").starts(rng.random(size)) + rng.integers(0, 20, size)
    on = np.where(rng.random(size) < 0.65, first, second)
    made: list[Request] = []
    for when in on.tolist():
        fields = [str(x) for x in rng.choice(FREE_FIELDS, rng.integers(1, 4), replace=False)]
        if rng.random() < 0.3:
            fields.append(held[int(rng.integers(0, len(held)))])
        issuer = ISSUERS[int(rng.integers(0, len(ISSUERS)))]
        owner = rng.random() < 0.5
        table = {"市民政局": "A", "市农业农村局": "A", "市工业和信息化局": "B"}.get(issuer)
        second_of_day = int(rng.integers(8 * 60, 18 * 60)) * 60
        made.append(
            (
                when * DAY + second_of_day,
                units.named(issuer),
                int(targets[int(rng.integers(0, len(targets)))]),
                fields,
                int(rng.integers(3, 26)),
                bool(rng.random() < 0.04),
                table if owner else None,
            )
        )
    return made


def data_requests_table(plan: CityPlan, units: Units) -> pa.Table:
    """The fact table ``data_requests``, in order of time."""
    last = (plan.last_day + 1) * DAY
    made = [row for row in _ten_forms(units) + _at_random(plan, units) if row[0] < last]
    made.sort(key=lambda row: row[:3])
    at, issuer, target = (np.array([row[i] for row in made], dtype=np.int64) for i in range(3))
    return columns.table(
        "data_requests",
        {
            "request_id": columns.REQUEST(np.arange(len(made))),
            "issuer_id": columns.UNIT(issuer),
            "target_id": columns.UNIT(target),
            "issued_at": columns.times(at),
            "fields": [row[3] for row in made],
            "minutes": columns.numbers(np.array([row[4] for row in made], dtype=np.int64)),
            "is_emergency": [row[5] for row in made],
            "table_code": [row[6] for row in made],
        },
    )


def held_fields_table(units: Units) -> pa.Table:
    """The fact table ``held_fields``: table A of civil affairs and agriculture, B of industry."""
    rows = read("held_fields")
    return columns.table(
        "held_fields",
        {
            "field": [row["field"] for row in rows],
            "table_code": [row["table_code"] for row in rows],
            "owner_id": columns.UNIT(np.array([units.named(row["owner"]) for row in rows])),
        },
    )
