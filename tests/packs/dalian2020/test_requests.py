"""The ordered pass over requests for data (M15), without any engine."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from nuanxin.packs.dalian2020.stages.requests import AskedField, JudgedRequest, judge_requests

HOUR = 3_600
NUMBERS = {"burden.repeat_hours": Decimal(168), "burden.minutes_per_day": Decimal(30)}


def request(
    request_id: str,
    at: int,
    *fields: str,
    by: str = "health",
    of: str = "community",
    minutes: str = "0",
    emergency: bool = False,
    held: str = "",
    exempt: bool = False,
) -> list[AskedField]:
    """The fields of one request; ``at`` in seconds, ``held`` and ``exempt`` of every field."""
    return [
        AskedField(request_id, by, of, at, Decimal(minutes), emergency, field, held, exempt)
        for field in fields
    ]


def judged(*requests: Sequence[AskedField]) -> dict[str, JudgedRequest]:
    asked = [field for fields in requests for field in fields]
    Random(1).shuffle(asked)
    return {found.request_id: found for found in judge_requests(asked, NUMBERS)}


def test_what_asks_for_nothing_twice_is_left_out() -> None:
    assert judged(request("R1", 0, "name"), request("R2", HOUR, "address", by="police")) == {}


def test_another_issuer_asks_again_within_seven_days() -> None:
    first = request("R1", 0, "name", "age")
    found = judged(first, request("R2", 168 * HOUR, "name", "age", "address", by="police"))
    assert found["R2"].blocking == 2
    assert found["R2"].blocked_by == "data_requests:R1"


def test_a_second_later_it_may_be_asked() -> None:
    assert (
        judged(request("R1", 0, "name"), request("R2", 168 * HOUR + 1, "name", by="police")) == {}
    )


def test_the_same_issuer_and_another_target_are_free() -> None:
    again = request("R2", 1, "name")
    elsewhere = request("R3", 2, "name", by="police", of="village")
    assert judged(request("R1", 0, "name"), again, elsewhere) == {}


def test_nobody_holds_the_answer_to_a_refused_request() -> None:
    refused = request("R2", 10 * HOUR, "name", "temperature", by="police")
    later = request("R3", 20 * HOUR, "temperature", by="schools")
    assert set(judged(request("R1", 0, "name"), refused, later)) == {"R2"}


def test_an_emergency_passes_and_is_an_asking_for_the_next() -> None:
    urgent = request("R2", HOUR, "name", "temperature", by="police", emergency=True)
    later = request("R3", 2 * HOUR, "temperature", by="schools")
    found = judged(request("R1", 0, "name"), urgent, later)
    assert found["R2"].blocking == 1
    assert found["R3"].blocked_by == "data_requests:R2"


def test_in_the_same_second_the_smaller_id_comes_first() -> None:
    found = judged(request("R10", 0, "name", by="police"), request("R9", 0, "name"))
    assert set(found) == {"R9"}


def test_what_a_table_holds_blocks_but_not_its_owner() -> None:
    held = "held_fields:name/A;held_fields:name/B"
    assert judged(request("R1", 0, "name", held=held))["R1"].blocked_by == held
    assert judged(request("R1", 0, "name", held=held, exempt=True)) == {}


def test_an_exempt_field_counts_as_asked() -> None:
    own = request("R1", 0, "name", held="held_fields:name/A", exempt=True)
    later = request("R2", 1, "name", by="police", exempt=False)
    assert judged(own, later)["R2"].blocked_by == "data_requests:R1"


def test_the_request_that_crosses_thirty_minutes() -> None:
    thirty = [request(f"R{n}", n, f"f{n}", minutes="10") for n in (1, 2, 3)]
    assert judged(*thirty) == {}
    over = request("R4", 4, "f4", minutes="0.5")
    later = request("R5", 5, "f5", minutes="20")
    found = judged(*thirty, over, later)
    assert set(found) == {"R4"}
    assert found["R4"].crosses
    assert found["R4"].minutes == Decimal("30.5")
    assert found["R4"].filled_by.count("data_requests:") == 4


def test_refused_requests_cost_no_minutes_and_each_day_and_target_has_its_own() -> None:
    refused = request("R2", 1, "name", by="police", minutes="25")
    elsewhere = request("R3", 2, "f3", of="village", minutes="25")
    next_day = request("R4", 24 * HOUR, "f4", minutes="25")
    found = judged(request("R1", 0, "name", minutes="25"), refused, elsewhere, next_day)
    assert {name: (r.crosses, r.blocking) for name, r in found.items()} == {"R2": (False, 1)}


def test_the_first_request_of_a_day_may_cross_alone() -> None:
    found = judged(request("R1", 0, "name", minutes="31", emergency=True))
    assert found["R1"].crosses
    assert found["R1"].filled_by == "data_requests:R1"
