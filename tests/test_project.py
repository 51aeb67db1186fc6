"""The project's own promises: exact pins, complete locks, no address of a registry, live links."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
TO_RUN = [*PROJECT["dependencies"], *EXTRAS["build"]]
TO_TEST = [*TO_RUN, *EXTRAS["dev"]]
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def name(requirement: str) -> str:
    return re.split(r"[\[=<>~!]", requirement)[0].lower()


def pin(requirement: str) -> str:
    """The requirement without the machines it is meant for."""
    return requirement.partition(";")[0].strip()


def locked(file: str) -> dict[str, str]:
    """Name to version of each package that has at least one hash."""
    text = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", " ")
    return {
        found[1]: found[2]
        for line in text.splitlines()
        if (found := re.match(r"([\w.-]+)(?:\[[\w,]+\])?==(\S+)", line)) and "--hash=" in line
    }


@pytest.mark.parametrize("requirement", TO_TEST)
def test_a_direct_dependency_is_pinned_exactly(requirement: str) -> None:
    assert re.fullmatch(r"[\w-]+(\[[\w,]+\])?==[\w.]+", pin(requirement))


@pytest.mark.parametrize(
    ("file", "requirements"),
    [
        ("requirements.txt", TO_RUN),
        ("requirements-spark.txt", [*TO_RUN, *EXTRAS["spark"]]),
        ("requirements-dev.txt", TO_TEST),
    ],
)
def test_a_lock_holds_every_direct_dependency_by_hash(file: str, requirements: list[str]) -> None:
    pins = {name(r): pin(r).partition("==")[2] for r in requirements}
    assert pins.items() <= locked(file).items()


def test_tests_run_with_the_versions_that_are_shipped() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()


@pytest.mark.parametrize(
    "file", ["requirements.txt", "requirements-spark.txt", "requirements-dev.txt", "pyproject.toml"]
)
def test_no_registry_is_named(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not re.search(r"https?://|file://|index-url|find-links", text)


def test_every_direct_dependency_earns_its_place() -> None:
    table = (ROOT / "docs/decisions/2026-11-23-dependencies.md").read_text(encoding="utf-8")
    listed = {word.strip().lower() for row in re.findall(r"^\| (.*?) \|", table, re.M)
              for word in row.split(",")}  # fmt: skip
    assert {name(r) for r in TO_TEST} == listed - {"package"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_are_live(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#:]+)\)", text)
    assert [link for link in links if not (document.parent / link).exists()] == []
