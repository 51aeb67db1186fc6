"""The picture shows what the check finds, and is well-formed."""

from __future__ import annotations

from xml.etree import ElementTree

from nuanxin.planning.roster.model import Contract, Person, Problem, Range, Wish
from nuanxin.planning.roster.picture import html, svg

from .small import EARLY, LATE, roster, wanted

PEOPLE = (
    Person("甲 <1>", Contract(work_run=Range(None, 2)), wishes=(Wish(0, "E", True, 3),)),
    Person("B", Contract(), wishes=(Wish(1, "L", True, 3),)),
)
PROBLEM = Problem("ward & more", 4, (EARLY, LATE), PEOPLE, wanted(4, "E", 1))
ROSTER = roster({"甲 <1>": "EEE-", "B": "E---"})


def test_frames_dots_and_cover() -> None:
    tree = ElementTree.fromstring(svg(PROBLEM, ROSTER))
    by_class = [element.get("class") for element in tree.iter()]
    assert by_class.count("bad") == 1  # three days in a row
    assert by_class.count("wish") == 1  # B wanted the late shift
    assert by_class.count("met") == 1
    words = [element.text for element in tree.iter() if element.text]
    assert words.count("+1") == 1  # day 0
    assert words.count("−1") == 1  # day 3
    assert "甲 <1>" in words


def test_the_page_lists_the_findings() -> None:
    page = html(PROBLEM, ROSTER)
    assert "max_consecutive_work 甲 &lt;1&gt; day 2" in page
    assert page.count("<li>") == 4
