"""Text in both languages: Chinese first, English complete."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One text in Chinese (zh-Hans) and English; neither may be empty."""

    zh: str
    en: str

    def __post_init__(self) -> None:
        """Raise ValueError when a language is missing."""
        for language in ("zh", "en"):
            if not getattr(self, language).strip():
                raise ValueError(f"the {language} text is empty")

    def of(self, language: str) -> str:
        """The text in ``zh`` or ``en``; any ``zh-…`` code is Chinese, all else English."""
        return self.zh if language.startswith("zh") else self.en
