"""The five checks of fairness, each where it holds and where it does not."""

from __future__ import annotations

from datetime import date

from nuanxin.domains.pay.fairness import Beneficiary, Day, Finding, check


def day(
    number: int, *, fen: int = 20_000, tier: int = 2, contact: bool = True, aid: bool = False,
    half: bool = False,
) -> Day:  # fmt: skip
    return Day(date(2020, 3, number), tier, 100, half, contact, aid, fen)


def person(name: str, *days: Day, leader: bool = False, owed: int | None = None) -> Beneficiary:
    fen = sum(d.fen for d in days) if owed is None else owed
    return Beneficiary(name, name, leader, fen, days)


def found(code: str, *people: Beneficiary, approver: str = "") -> Finding:
    return next(f for f in check(people, approver) if f.code == code)


class TestApprover:
    def test_who_is_paid_must_not_approve(self) -> None:
        finding = found("approver", person("A", day(1)), person("B", day(1)), approver="A")
        assert (finding.passed, finding.stops) == (False, True)
        assert finding.found == [{"person_id": "A", "fen": 20_000}]

    def test_who_is_on_the_list_with_nothing_may(self) -> None:
        assert found("approver", person("A", day(1, fen=0)), approver="A").passed

    def test_nobody_named_is_nobody_found(self) -> None:
        assert found("approver", person("", day(1))).passed


class TestLeaders:
    def test_as_many_days_as_contacts_pass(self) -> None:
        assert found("leaders", person("L", day(1), day(2), leader=True)).passed

    def test_one_day_more_than_contacts_stops(self) -> None:
        one = person("L", day(1), day(2, contact=False, fen=0), leader=True)
        finding = found("leaders", one)
        assert finding.found == [{"person_id": "L", "days": 2, "contact": 1}]
        assert finding.stops

    def test_a_leader_who_is_paid_nothing_stops_nobody(self) -> None:
        assert found("leaders", person("L", day(1, contact=False, fen=0), leader=True)).passed

    def test_others_need_no_contact(self) -> None:
        assert found("leaders", person("N", day(1, contact=False))).passed


class TestAid:
    HOME = person("H", day(5, fen=30_000, tier=1))

    def test_the_same_rate_away_and_at_home_passes(self) -> None:
        assert found("aid", self.HOME, person("A", day(5, fen=30_000, tier=1, aid=True))).passed

    def test_a_lower_rate_away_stops_and_says_how_much(self) -> None:
        away = person("A", day(5, fen=25_000, tier=1, aid=True))
        finding = found("aid", self.HOME, away)
        assert finding.found == [{"person_id": "A", "days": 1, "fen": 5_000}]
        assert finding.stops

    def test_half_a_day_is_compared_as_a_whole_one(self) -> None:
        half = person("A", day(5, fen=15_000, tier=1, aid=True, half=True))
        assert found("aid", self.HOME, half).passed

    def test_another_day_or_tier_is_not_the_same_work(self) -> None:
        assert found("aid", self.HOME, person("A", day(6, fen=20_000, tier=1, aid=True))).passed
        assert found("aid", self.HOME, person("A", day(5, fen=20_000, tier=2, aid=True))).passed


def test_the_total_has_to_be_the_sum_of_the_days() -> None:
    finding = found("total", person("N", day(1), day(2), owed=40_001), person("M", day(1)))
    assert finding.found == [{"person_id": "N", "fen": 40_001, "of_days": 40_000}]
    assert finding.stops


class TestPercentile:
    def people(self, leader_fen: int) -> list[Beneficiary]:
        """Nine people with 100 to 900 yuan, and a leader: the ninth of ten is the line."""
        others = [person(f"N{n}", day(1, fen=n * 10_000)) for n in range(1, 10)]
        return [*others, person("L", day(1, fen=leader_fen), leader=True)]

    def test_a_leader_above_nine_in_ten_is_shown_and_stops_nothing(self) -> None:
        finding = found("percentile", *self.people(100_000))
        assert finding.found == [{"person_id": "L", "fen": 100_000, "limit": 90_000}]
        assert not finding.stops

    def test_on_the_line_is_not_above(self) -> None:
        assert found("percentile", *self.people(90_000)).passed

    def test_nobody_paid_has_no_line(self) -> None:
        assert found("percentile").passed
