"""Documents keep to GB/T 9704-2012: measured on the page, in both forms."""

from __future__ import annotations

import ctypes
import io
from datetime import date

import docx
import pytest

from nuanxin.domains.documents import pdf, word
from nuanxin.domains.documents.content import (
    MOST_ROWS,
    Attachment,
    Document,
    Table,
    TooLong,
)
from tests.domains.documents.pages import seen

LONG = "承诺要算得出、说得清、盯得住，" * 60
LIST = Table(("序号", "姓名"), [(str(n), "林晓岚") for n in range(80)], frozenset({0}))
PAPER = Document(
    title="关于临时性工作补助的公示",
    issuer="市海湾医院",
    number="〔2020〕3号",
    to="全体职工",
    paragraphs=(LONG, LONG),
    attachment=Attachment("发放名单", LIST),
    signed_by="市海湾医院",
    signed_on=date(2020, 4, 5),
)


def test_the_type_area_is_156_by_225_with_37_above_and_28_at_the_binding_edge() -> None:
    first, second, *_ = seen(pdf.made(PAPER))
    assert (round(first.width), round(first.height)) == (210, 297)
    assert first.left == pytest.approx(28, abs=0.5)
    assert first.right == pytest.approx(28 + 156, abs=1)
    assert second.left == pytest.approx(26, abs=0.5)  # the back of the sheet: binding at the right
    assert second.top == pytest.approx(37, abs=2.5)  # a glyph sits within its line
    assert first.bottom <= 37 + 225 + 0.5


def test_a_full_page_holds_22_lines_of_28_characters() -> None:
    paper = Document(title="", paragraphs=("字" * 28 * 60,))
    full = seen(pdf.made(paper))[1]
    lines = [line for line in full.text.split() if line.startswith("字")]
    assert [len(line) for line in lines] == [28] * 22


def test_pages_are_numbered_between_dashes() -> None:
    for number, page in enumerate(seen(pdf.made(PAPER)), 1):
        assert f"— {number} —" in page.text


def test_the_table_begins_a_page_and_repeats_its_header() -> None:
    pages = [page.text for page in seen(pdf.made(PAPER)) if "林晓岚" in page.text]
    assert len(pages) > 1
    assert pages[0].lstrip().startswith("附件")
    assert all("姓名" in page for page in pages)


def test_the_docx_has_the_same_page_grid_and_faces() -> None:
    book = docx.Document(io.BytesIO(word.made(PAPER)))
    page = book.sections[0]
    told = [page.top_margin, page.left_margin, page.right_margin, page.bottom_margin]
    assert [round(length.mm) for length in told if length] == [37, 28, 26, 35]
    grid = page._sectPr.xpath("w:docGrid")[0]
    assert 225 / 25.4 * 72 * 20 // int(grid.values()[1]) == 22
    issuer, title = (
        book.paragraphs[0].runs[0],
        next(p for p in book.paragraphs if p.text == PAPER.title).runs[0],
    )
    assert (issuer.text, str(issuer.font.color.rgb)) == ("市海湾医院", "C00000")
    assert (title.font.size.pt, title.font.name) == (22, "方正小标宋简体")  # type: ignore[union-attr]
    assert book.styles["Normal"].font.size.pt == 16  # type: ignore[union-attr]
    assert book.styles["Normal"].font.name == "仿宋_GB2312"  # type: ignore[union-attr]
    assert "2020年4月5日" in [p.text for p in book.paragraphs]


def test_the_docx_holds_every_row_in_order() -> None:
    table = docx.Document(io.BytesIO(word.made(PAPER))).tables[0]
    cells = [cell.text for cell in table.columns[0].cells]
    assert cells == ["序号", *map(str, range(80))]


def test_markup_in_a_name_stays_a_name() -> None:
    paper = Document(title="<b>甲</b>", tables=(Table(("名",), [("<img src=http://x>",)]),))
    assert "<img" not in pdf.markup(paper)
    assert "<img src=http://x>" in "".join(seen(pdf.made(paper))[0].text.split("\r\n"))


def test_a_table_that_is_too_long_or_ragged_is_refused() -> None:
    with pytest.raises(TooLong):
        Table(("名",), [("x",)] * (MOST_ROWS + 1))
    with pytest.raises(ValueError, match="not as wide"):
        Table(("名", "数"), [("x",)])


class TestWhatTheMachineLacks:
    def test_no_chinese_typeface_is_said_with_the_way_out(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pdf, "chinese_typefaces", lambda: 0)
        with pytest.raises(pdf.CannotSet) as caught:
            pdf.made(PAPER)
        assert "fonts-noto-cjk" in caught.value.text.zh
        assert "DOCX" in caught.value.text.en

    def test_no_fontconfig_is_no_typeface(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def absent(name: str) -> None:
            raise OSError(name)

        assert pdf.chinese_typefaces() > 0
        monkeypatch.setattr(ctypes, "CDLL", absent)
        assert pdf.chinese_typefaces() == 0
