"""The data beside the package: real figures, estimates and shares, each with its source."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import numpy as np

from nuanxin.city.plan import day
from nuanxin.city.streams import Floats

FLAVOURS = (
    "organ",
    "police",
    "cdc",
    "institution",
    "hospital",
    "community",
    "village",
    "enterprise",
    "school",
    "social",
    "none",
)
HOSPITAL, COMMUNITY, VILLAGE = (FLAVOURS.index(x) for x in ("hospital", "community", "village"))


@cache
def read(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/<name>.csv``."""
    text = files("nuanxin.city").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def _values() -> dict[str, str]:
    return {row["figure"]: row["value"] for row in read("assumptions")}


def figure(name: str) -> float:
    """The number ``name`` of assumptions.csv."""
    return float(_values()[name])


def figure_day(name: str) -> int:
    """The date ``name`` of assumptions.csv as days since 1970-01-01."""
    return day(_values()[name])


@cache
def shares(what: str, vocabulary: tuple[str, ...] = ("",)) -> Floats:
    """Weights [flavour of unit, word] of shares.csv."""
    weights = np.zeros((len(FLAVOURS), len(vocabulary)))
    for row in read("shares"):
        if row["what"] == what:
            place = FLAVOURS.index(row["flavour"]), vocabulary.index(row["word"])
            weights[place] = float(row["weight"])
    return weights
