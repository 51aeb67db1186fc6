"""The form of an official document (GB/T 9704-2012): page, type area, sizes, typefaces.

Lengths in mm, type in points. A type area of 156 × 225 mm holds 22 lines of 28 characters.
"""

from __future__ import annotations

PAGE_WIDTH, PAGE_HEIGHT = 210, 297
TOP, BINDING = 37, 28
AREA_WIDTH, AREA_HEIGHT = 156, 225
OUTER = PAGE_WIDTH - BINDING - AREA_WIDTH
BOTTOM = PAGE_HEIGHT - TOP - AREA_HEIGHT
LINES, CHARACTERS = 22, 28
POINTS_PER_MM = 72 / 25.4
LINE = int(AREA_HEIGHT * POINTS_PER_MM / LINES * 20) / 20
"""Height of a line: 28.95 pt, in twentieths as a DOCX counts them."""
ADVANCE = round(AREA_WIDTH * POINTS_PER_MM / CHARACTERS, 2)
"""Width of a character: 15.79 pt, a little less than 三号 itself."""

ISSUER, TITLE, TEXT, SMALL = 30, 22, 16, 14
"""发文机关标志; 二号 for the title; 三号 for the text; 四号 for page numbers and the imprint."""
RED = "C00000"

SONG = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "小标宋体", "Noto Serif CJK SC")
FANG = ("仿宋_GB2312", "仿宋", "FangSong", "STFangsong", "FandolFang", "Noto Serif CJK SC")
HEI = ("黑体", "SimHei", "STHeiti", "Noto Sans CJK SC")
"""Typefaces in the order in which they are tried: the standard's, then one that is at hand."""
