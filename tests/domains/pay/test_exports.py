"""What leaves the house: masked numbers, the bank's file, the settlement workbook."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from django.test import Client
from openpyxl import load_workbook

from nuanxin.domains.access.roles import Role
from nuanxin.domains.masking import masked
from nuanxin.domains.pay import exports, services
from nuanxin.domains.pay.refused import Refused
from tests.domains.pay.ledger import MAKER, MARCH, approved, noticed, owe, person
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("number", "shown"),
    [("P00000032", "*****0032"), ("210211198001011234", "*" * 14 + "1234"), ("N1", "*1"), ("", "")],
)
def test_only_the_end_of_a_number_is_public(number: str, shown: str) -> None:
    assert masked(number) == shown


@pytest.fixture(autouse=True)
def people() -> None:
    person("P1", name="庄以安")
    person("P2", name="=cmd()")
    owe("H1", "P1", [2, 3, 4])
    owe("H1", "P2", [2])


def bank(run: object) -> list[list[str]]:
    text = exports.bank_file(run).decode("utf-8-sig")  # type: ignore[arg-type]
    return list(csv.reader(io.StringIO(text)))[1:]


def test_the_banks_file_has_a_line_for_each_transfer() -> None:
    assert bank(approved()) == [
        ["H1-202003-01", "1", "P1", "庄以安", "600.00", "2020-03 临时性工作补助"],
        ["H1-202003-01", "2", "P2", "'=cmd()", "200.00", "2020-03 临时性工作补助"],
    ]


def test_a_difference_is_transferred_and_what_is_taken_back_is_not() -> None:
    approved()
    owe("H1", "P1", [2])
    owe("H1", "P2", [2, 3])
    run = approved()
    assert [line[2:5] for line in bank(run)] == [["P2", "'=cmd()", "200.00"]]
    book = load_workbook(io.BytesIO(exports.settlement(run)))
    assert [[c.value for c in row] for row in book["追回"].iter_rows(min_row=2)] == [["P1", 400]]


def test_the_same_run_gives_the_same_file_later() -> None:
    run = approved()
    first = exports.bank_file(run)
    owe("H1", "P1", [2])
    approved()
    run.refresh_from_db()
    assert exports.bank_file(run) == first


def test_there_is_no_file_before_the_approval() -> None:
    with pytest.raises(Refused, match="once the run is approved"):
        exports.bank_file(noticed())


def test_the_settlement_adds_up_to_the_fen() -> None:
    book = load_workbook(io.BytesIO(exports.settlement(approved())))
    assert book.sheetnames == ["汇总", "人员", "人天", "追回"]
    days = [row[-1].value for row in book["人天"].iter_rows(min_row=2)]
    owed = [row[2].value for row in book["人员"].iter_rows(min_row=2)]
    sums = {row[0].value: row[1].value for row in book["汇总"].iter_rows()}
    assert sum(map(Decimal, days)) == sum(map(Decimal, owed)) == sums["应发（元）"] == 800
    assert (sums["批准"], sums["应发人数"]) == ("F2", 2)


def test_names_are_no_formulas() -> None:
    book = load_workbook(io.BytesIO(exports.settlement(approved())))
    assert [row[1].value for row in book["人员"].iter_rows(min_row=2)] == ["庄以安", "'=cmd()"]


class TestPages:
    """What a browser is handed; how the pages look is tested in tests/browser."""

    def test_the_public_list_hides_numbers(self, client: Client) -> None:
        person("P00000077", name="谢然")
        owe("H1", "P00000077", [2])
        text = client.get(f"/pay/{noticed().pk}/list/").content.decode()
        assert "*****0077" in text
        assert "P00000077" not in text

    def test_a_list_that_is_not_public_is_not_there(self, client: Client) -> None:
        run = services.draft("H1", MARCH, MAKER)
        assert client.get(f"/pay/{run.pk}/list/").status_code == 404

    def test_files_carry_the_batch_as_their_name(self, client: Client) -> None:
        answer = client.get(f"/pay/{approved().pk}/bank.csv")
        assert answer["Content-Disposition"] == 'attachment; filename="H1-202003-01.csv"'
        early = services.draft("H1", MARCH, MAKER)
        assert client.get(f"/pay/{early.pk}/bank.csv").status_code == 409

    def test_a_form_from_elsewhere_is_refused(self) -> None:
        strict = signed_in(Role.FINANCE, enforce_csrf_checks=True)
        asked = {"payer": "H1", "month": "2020-03-01"}
        assert strict.post("/pay/draft/", asked).status_code == 403

    @pytest.mark.parametrize("month", ["", "2020-13-01", "x"])
    def test_a_month_that_is_none_is_not_found(self, client: Client, month: str) -> None:
        assert client.post("/pay/draft/", {"payer": "H1", "month": month}).status_code == 404

    def test_a_payer_is_found_by_name_or_number(self, client: Client) -> None:
        for payer, who in (("H1", "Q1"), ("H2", "Q2")):
            person(who)
            owe(payer, who, [2])
        assert 'value="H2"' in client.get("/pay/").content.decode()
        text = client.get("/pay/?q=H1").content.decode()
        assert 'value="H1"' in text
        assert 'value="H2"' not in text
        assert "没有这样的发放单位" in client.get("/pay/?q=H9").content.decode()

    def test_nothing_owed_is_said(self, client: Client) -> None:
        answer = client.post("/en/pay/draft/", {"payer": "H9", "month": "2020-03-01"})
        assert answer.status_code == 409
        assert "H9 owes nothing for 2020-03" in answer.content.decode()

    def test_the_number_of_queries_does_not_grow(
        self, client: Client, django_assert_max_num_queries: object
    ) -> None:
        for number in range(30):
            person(f"Q{number}")
            owe("H1", f"Q{number}", [2])
        run = noticed()
        for path in ("/pay/", f"/pay/{run.pk}/", f"/pay/{run.pk}/list/"):
            with django_assert_max_num_queries(22):  # type: ignore[operator]
                assert client.get(path).status_code == 200
