"""Which words of a page are in the other language, whoever wrote them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

OWN_TEXT = """() => {
  const own = document.documentElement.lang.slice(0, 2);
  const said = [document.title];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { said.push(node.data); return; }
    if (node.nodeType !== Node.ELEMENT_NODE || ["SCRIPT", "STYLE"].includes(node.tagName)) return;
    if (node.getAttribute("translate") === "no") return;
    if (node.lang && node.lang.slice(0, 2) !== own) return;
    for (const name of ["aria-label", "title", "alt", "placeholder", "data-label"])
      if (node.hasAttribute(name)) said.push(node.getAttribute(name));
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return said.join("\\n");
}"""
"""What a browser's page says in its own language: script to evaluate there."""
HAN = re.compile("[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
STANDARDS = {"GB", "KN", "PDF", "XLSX", "ZIP"}
"""Names of standards, the same in both languages."""
SAID = ("aria-label", "title", "alt", "placeholder", "data-label")
VOID = {"meta", "link", "input", "br", "hr", "img", "col", "wbr"}


def stray(said: str, language: str) -> set[str]:
    """The words that a page of a language (``zh`` or ``en``) says in the other one."""
    found = set((LATIN_WORD if language == "zh" else HAN).findall(said))
    return found - STANDARDS


class OwnText(HTMLParser):
    """The same as OWN_TEXT, of a page's source."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.language, self.said = "", [""]
        self.links: list[str] = []
        self._silent: list[bool] = []
        self.feed(page)

    @property
    def text(self) -> str:
        """All that is said."""
        return "\n".join(self.said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        lang = (told.get("lang") or "")[:2]
        if tag == "html":
            self.language = lang
        if tag == "a":
            self.links.append(told.get("href") or "")
        foreign = bool(lang) and lang != self.language
        silent = foreign or told.get("translate") == "no" or tag in ("script", "style")
        silent = silent or bool(self._silent and self._silent[-1])
        if not silent:
            self.said += [told[name] or "" for name in SAID if name in told]
        if tag not in VOID:
            self._silent.append(silent)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._silent.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self._silent:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not (self._silent and self._silent[-1]):
            self.said.append(data)
