"""A document as DOCX: page, grid and styles set by code, no template file."""

from __future__ import annotations

import io
from copy import deepcopy
from datetime import datetime
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from nuanxin.domains.documents import form
from nuanxin.domains.documents.content import Attachment, Document, Table

FIXED = datetime(2020, 1, 1)
CENTER, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def made(document: Document) -> bytes:
    """The DOCX; the same document gives the same file."""
    book = docx.Document()
    _page(book)
    _plain(book.styles["Normal"])
    if document.issuer:
        _head(book, document)
    _paragraph(book, document.title, form.SONG[0], form.TITLE, CENTER, bold=True, keep=True)
    _paragraph(book)
    if document.to:
        _paragraph(book, f"{document.to}：")
    for text in document.paragraphs:
        _indented(_paragraph(book, text))
    for table in document.tables:
        _table(book, table)
        _paragraph(book)
    for text in document.notes:
        _indented(_paragraph(book, text))
    if document.attachment:
        _indented(_paragraph(book, f"附件：{document.attachment.title}"))
        _paragraph(book)
    if document.signatures:
        _paragraph(book, "　　".join(f"{who}：＿＿＿＿＿" for who in document.signatures))
    for text in filter(None, (document.signed_by, document.dated)):
        signed = _paragraph(book, text, align=RIGHT)
        signed.paragraph_format.right_indent = Pt(form.TEXT * 2)
    if document.attachment:
        _attachment(book, document.attachment)
    _imprint(book, document)
    book.core_properties.created = book.core_properties.modified = FIXED
    book.core_properties.title, book.core_properties.author = (
        document.title.replace("\n", ""),
        document.issuer,
    )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _page(book: Any) -> None:
    section = book.sections[0]
    section.page_width, section.page_height = Mm(form.PAGE_WIDTH), Mm(form.PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(form.TOP), Mm(form.BOTTOM)
    section.left_margin, section.right_margin = Mm(form.BINDING), Mm(form.OUTER)
    section.footer_distance = Mm(form.BOTTOM - 7 - 5)
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), str(round(form.LINE * 20)))
    grid.set(qn("w:charSpace"), str(round((form.ADVANCE - form.TEXT) * 4096)))
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    section._sectPr.append(grid)
    mirror = OxmlElement("w:mirrorMargins")
    book.settings.element.insert(0, mirror)
    book.settings.odd_and_even_pages_header_footer = True
    _page_number(section.footer.paragraphs[0], RIGHT)
    _page_number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)


def _page_number(paragraph: Any, align: Any) -> None:
    """— 1 — in 四号, at the outer edge with one character's room."""
    paragraph.alignment = align
    paragraph.paragraph_format.left_indent = Pt(form.SMALL)
    paragraph.paragraph_format.right_indent = Pt(form.SMALL)
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text or "")
        _face(run, "宋体", form.SMALL)
        if text is None:
            for kind, told in (("begin", ""), ("", "PAGE"), ("end", "")):
                part = OxmlElement("w:instrText" if told else "w:fldChar")
                if told:
                    part.text = told
                else:
                    part.set(qn("w:fldCharType"), kind)
                run._r.append(part)


def _plain(style: Any) -> None:
    style.font.size = Pt(form.TEXT)
    style.font.name = form.FANG[0]
    style.element.rPr.rFonts.set(qn("w:eastAsia"), form.FANG[0])
    form_ = style.paragraph_format
    form_.space_before = form_.space_after = Pt(0)
    form_.line_spacing_rule, form_.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(form.LINE)


def _head(book: Any, document: Document) -> None:
    """The red name of who issues it, the number below, and the red rule."""
    issuer = _paragraph(book, document.issuer, form.SONG[0], form.ISSUER, CENTER, bold=True)
    issuer.runs[0].font.color.rgb = RGBColor.from_string(form.RED)
    issuer.paragraph_format.space_before = Mm(35)
    issuer.paragraph_format.line_spacing = Pt(form.ISSUER * 1.3)
    _paragraph(book)
    number = _paragraph(book, document.number, align=CENTER)
    number.paragraph_format.space_before = Pt(form.LINE / 2)
    _rule(number, "bottom", form.RED, 16, 11)
    _paragraph(book)
    _paragraph(book)


def _paragraph(
    book: Any,
    text: str = "",
    face: str = form.FANG[0],
    size: float = form.TEXT,
    align: Any = None,
    *,
    bold: bool = False,
    keep: bool = False,
) -> Any:
    paragraph = book.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.keep_with_next = keep
    if size > form.TEXT:
        paragraph.paragraph_format.line_spacing = Pt(form.LINE * 1.2)
    _face(paragraph.add_run(text), face, size, bold=bold)
    return paragraph


def _face(run: Any, face: str, size: float, *, bold: bool = False) -> None:
    run.font.size, run.font.name, run.bold = Pt(size), face, bold
    run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), face)


def _indented(paragraph: Any) -> Any:
    """Two characters in, counted in characters as the standard does."""
    indent = OxmlElement("w:ind")
    indent.set(qn("w:firstLineChars"), "200")
    indent.set(qn("w:firstLine"), str(form.TEXT * 2 * 20))
    paragraph._p.get_or_add_pPr().append(indent)
    return paragraph


def _rule(paragraph: Any, side: str, color: str, eighths: int, space: int = 1) -> None:
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for name, value in (
        *(("val", "single"), ("sz", str(eighths))),
        *(("space", str(space)), ("color", color)),
    ):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _table(book: Any, table: Table) -> None:
    """A bordered table; the header is repeated on each page, no row is broken."""
    columns = len(table.header)
    grid = book.add_table(rows=2, cols=columns, style="Table Grid")
    grid.alignment = 1
    shares = table.widths or [1] * columns
    for number, cell in enumerate(grid.rows[0].cells):
        _fill(cell, table.header[number], form.HEI[0], CENTER)
    repeated = OxmlElement("w:tblHeader")
    grid.rows[0]._tr.get_or_add_trPr().append(repeated)
    for number, cell in enumerate(grid.rows[1].cells):
        _fill(cell, "", form.FANG[0], RIGHT if number in table.numbers else None)
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = Mm(form.AREA_WIDTH * share / sum(shares))
    model = grid.rows[1]._tr
    for texts in table.rows:
        row = deepcopy(model)
        for place, text in zip(row.iter(qn("w:t")), texts, strict=True):
            place.text = text
        model.addprevious(row)
    model.getparent().remove(model)


def _attachment(book: Any, attachment: Attachment) -> None:
    """On a new page: the word in 黑体 at the left, the title, the table."""
    _paragraph(book, "附件", form.HEI[0]).paragraph_format.page_break_before = True
    _paragraph(book)
    _paragraph(book, attachment.title, form.SONG[0], form.TITLE, CENTER, bold=True, keep=True)
    _paragraph(book)
    _table(book, attachment.table)


def _fill(cell: Any, text: str, face: str, align: Any) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = align
    paragraph.paragraph_format.line_spacing = Pt(form.SMALL * 1.5)
    _face(paragraph.add_run(text or " "), face, form.SMALL)


def _imprint(book: Any, document: Document) -> None:
    """Copies and printing, between lines as wide as the type area."""
    texts = [f"抄送：{document.copies}。" if document.copies else "", document.imprint]
    shown = [text for text in texts if text]
    for number, text in enumerate(shown):
        if number == 0:
            _paragraph(book)
        line = _paragraph(book, text, size=form.SMALL)
        _rule(line, "top", "000000", 8 if number == 0 else 6)
        if number == len(shown) - 1:
            line._p.get_or_add_pPr().find(qn("w:pBdr")).append(_bottom())


def _bottom() -> Any:
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    return line
