"""The documents that the city hands out: the notice, the settlement sheet, the evidence cover."""

from __future__ import annotations

import hashlib
import io
import re

import docx
import pytest
from django.test import Client

from nuanxin.domains.access.roles import Role
from nuanxin.domains.board import papers as evidence
from nuanxin.domains.pay import papers, services
from nuanxin.domains.pay.models import PayRun
from tests.domains.documents.pages import seen
from tests.domains.pay import hospital
from tests.domains.pay.ledger import MAKER, MARCH, TODAY
from tests.signed_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def noticed() -> PayRun:
    """A hospital's March without its director: 20 nurses, 2 to 10 days each."""
    hospital.build()
    run = services.draft("H1", MARCH, MAKER)
    services.hold(run.pk, ["H1Z1"], MAKER, "补考勤原件")
    return services.notice(run.pk, MAKER, TODAY)


def test_the_notice_names_each_with_masked_number_days_and_yuan(noticed: PayRun) -> None:
    paper = papers.notice(noticed, "市海湾医院")
    assert paper.attachment is not None
    rows = paper.attachment.table.rows
    # nurse n works 2 + n % 9 days at 200 yuan; of H1N01 (5 characters) the last two are shown
    assert [tuple(row) for row in rows[:2]] == [
        ("1", "护士1", "***01", "3", "600.00"),
        ("2", "护士2", "***02", "4", "800.00"),
    ]
    days = sum(2 + n % 9 for n in range(1, 21))
    assert tuple(rows[-1]) == ("", "合计", "", str(days), f"{days * 200:,}.00")
    assert f"共20人，合计人民币{days * 200:,}.00元" in paper.paragraphs[0]
    assert "2020年4月20日起，至2020年4月25日止，共5天" in paper.paragraphs[1]
    assert paper.dated == "2020年4月20日"


def test_no_whole_number_is_on_the_notice(noticed: PayRun) -> None:
    paper = papers.notice(noticed, "市海湾医院")
    assert paper.attachment is not None
    assert not re.search(r"H1N\d\d", str(paper))


def test_the_settlement_adds_up(noticed: PayRun) -> None:
    *rows, total = papers.settlement(noticed, "市海湾医院").tables[0].rows
    fen = [[int(re.sub(r"\D", "", cell)) for cell in row[3:]] for row in rows]
    sums = [int(re.sub(r"\D", "", cell)) for cell in total[3:]]
    assert sums == [sum(column) for column in zip(*fen, strict=True)]
    assert all(before + more == owed for before, owed, more in fen)


class TestPages:
    @pytest.fixture
    def client(self) -> Client:
        return signed_in(Role.FINANCE)

    def test_both_forms_are_downloads(self, client: Client, noticed: PayRun) -> None:
        for paper, kind, head in (
            ("notice", "pdf", b"%PDF"),
            ("settlement", "docx", b"PK"),
        ):
            answer = client.get(f"/pay/{noticed.pk}/papers/{paper}.{kind}")
            assert answer.status_code == 200
            assert "attachment" in answer["Content-Disposition"]
            assert b"".join(answer.streaming_content).startswith(head)  # type: ignore[arg-type]

    def test_what_is_not_public_has_no_notice(self, client: Client) -> None:
        hospital.build()
        run = services.draft("H1", MARCH, MAKER)
        assert client.get(f"/pay/{run.pk}/papers/notice.pdf").status_code == 404
        assert client.get(f"/pay/{run.pk}/papers/settlement.odt").status_code == 404

    def test_a_machine_without_typefaces_says_so(
        self, client: Client, noticed: PayRun, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("nuanxin.domains.documents.pdf.chinese_typefaces", lambda: 0)
        answer = client.get(f"/en/pay/{noticed.pk}/papers/notice.pdf")
        assert answer.status_code == 501
        assert "apt-get install fonts-noto-cjk" in answer.content.decode()


@pytest.mark.usefixtures("loaded")
class TestEvidence:
    def test_the_cover_lists_each_fact_with_its_digest(self, client: Client) -> None:
        answer = client.get("/en/evidence/pdf/rest|P1/")
        text = "".join(page.text for page in seen(b"".join(answer.streaming_content)))  # type: ignore[arg-type]
        told = "".join(text.split())
        assert "证据卷宗" in told
        assert "11-5" in told
        # people, attendance, spell, release, two absences
        assert "本卷收入事实6条" in told
        for key in ("A1", "S1", "2020-03-30/release/P1", "B1", "B2"):
            assert key in told

    def test_a_fact_that_is_gone_is_named(self, client: Client) -> None:
        answer = client.get("/evidence/docx/pay|P3|2/")
        content = b"".join(answer.streaming_content)  # type: ignore[arg-type]
        book = docx.Document(io.BytesIO(content))
        cells = [cell.text for row in book.tables[1].rows for cell in row.cells]
        assert cells[cells.index("GONE") + 1] == "本次数据中没有"

    def test_a_digest_changes_with_the_fact_alone(self) -> None:
        told = b'{"a":1,"b":null}'
        assert evidence.digest({"b": None, "a": 1}) == hashlib.sha256(told).hexdigest()
        assert evidence.digest({"b": None, "a": 2}) != hashlib.sha256(told).hexdigest()
