"""A document as PDF, set by WeasyPrint with the typefaces of the machine."""

from __future__ import annotations

import ctypes
import ctypes.util
from typing import Any

from django.template.loader import render_to_string

from nuanxin.domains.documents import form
from nuanxin.domains.documents.content import Document
from nuanxin.policy.text import Text


class CannotSet(RuntimeError):
    """The machine lacks what a PDF needs; ``text`` says what, and how to mend it."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh, en)


def made(document: Document) -> bytes:
    """The PDF. Raises CannotSet when there is no Pango or no Chinese typeface."""
    try:
        from weasyprint import HTML
    except OSError as error:
        raise CannotSet(
            "这台机器没有 Pango，排不出 PDF；请装上（apt-get install libpango-1.0-0"
            " libpangoft2-1.0-0），或者下载 DOCX。",
            "This machine has no Pango to set a PDF; install it (apt-get install libpango-1.0-0"
            " libpangoft2-1.0-0), or take the DOCX.",
        ) from error
    if chinese_typefaces() == 0:
        raise CannotSet(
            "这台机器没有中文字体，排不出 PDF；请装上（apt-get install fonts-noto-cjk），"
            "或者下载 DOCX。",
            "This machine has no Chinese typeface to set a PDF; install one (apt-get install"
            " fonts-noto-cjk), or take the DOCX.",
        )
    page = HTML(string=markup(document), url_fetcher=_nothing_from_outside)
    written: bytes = page.write_pdf()
    return written


def markup(document: Document) -> str:
    """The document as HTML with the form's lengths as its style."""
    names = {"song": form.SONG, "fang": form.FANG, "hei": form.HEI}
    faces = {name: ", ".join(f'"{face}"' for face in found) for name, found in names.items()}
    sizes = {name: getattr(form, name.upper()) for name in _SIZES}
    shown = {"d": document, **sizes, **faces, "spacing": round(form.ADVANCE - form.TEXT, 2)}
    return render_to_string("documents/official.html", shown)


_SIZES = (
    *("top", "binding", "outer", "bottom", "line", "issuer", "title", "text", "small", "red"),
    *("page_width", "page_height"),
)


def chinese_typefaces() -> int:
    """How many typefaces of the machine have Chinese (by fontconfig, which WeasyPrint asks)."""
    name = ctypes.util.find_library("fontconfig") or "libfontconfig.so.1"
    try:
        library = ctypes.CDLL(name)
    except OSError:
        return 0

    class FontSet(ctypes.Structure):
        _fields_ = (("count", ctypes.c_int), ("room", ctypes.c_int), ("fonts", ctypes.c_void_p))

    library.FcNameParse.restype = library.FcObjectSetCreate.restype = ctypes.c_void_p
    library.FcFontList.restype = ctypes.POINTER(FontSet)
    library.FcFontList.argtypes = (ctypes.c_void_p,) * 3
    library.FcFontSetDestroy.argtypes = (ctypes.POINTER(FontSet),)
    found = library.FcFontList(
        None, library.FcNameParse(b":lang=zh-cn"), library.FcObjectSetCreate()
    )
    count = int(found.contents.count)
    library.FcFontSetDestroy(found)
    return count


def _nothing_from_outside(url: str, *_: Any, **__: Any) -> Any:
    raise ValueError(f"a document loads nothing: {url}")
