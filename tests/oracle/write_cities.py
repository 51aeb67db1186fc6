"""``python -m tests.oracle.write_cities FOLDER``: the golden cities as folders of tables."""

from __future__ import annotations

import sys
from pathlib import Path

from .carrier import write_facts
from .golden_cities import GOLDEN, golden_city


def write_cities(folder: Path) -> None:
    """One folder a city, named by the day as of which it is judged and its number."""
    for number in range(GOLDEN):
        facts, as_of = golden_city(number)
        write_facts(facts, folder / f"{as_of}-{number:02}")


if __name__ == "__main__":
    write_cities(Path(sys.argv[1]))
