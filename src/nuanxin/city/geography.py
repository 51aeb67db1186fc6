"""Districts by their real population, and the real streets and towns of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from nuanxin.city.figures import read
from nuanxin.city.streams import Floats, Ints

RESIDUAL_CODE, RESIDUAL_NAME = "2102XX", "高新区"


@dataclass(frozen=True)
class Geography:
    """Districts with population, streets with the index of their district."""

    districts: tuple[str, ...]
    population: Floats
    streets: tuple[str, ...]
    street_district: Ints

    def street_name(self, street: int) -> str:
        """The name of the street, with its district where two streets bear the same name."""
        name = self.streets[street]
        shared = self.streets.count(name) > 1
        return self.districts[self.street_district[street]] + name if shared else name

    def streets_of(self, district: int, *, urban: bool) -> list[int]:
        """Indexes of the district's 街道 (urban) or towns, townships and farms (not urban)."""
        return [
            index
            for index in np.flatnonzero(self.street_district == district).tolist()
            if self.streets[index].endswith("街道") == urban
        ]


@cache
def dalian() -> Geography:
    """The city of districts.csv and streets.csv; the residual row is the 高新区."""
    rows = read("districts")
    codes = [row["code"] for row in rows]
    return Geography(
        tuple(RESIDUAL_NAME if row["code"] == RESIDUAL_CODE else row["name"] for row in rows),
        np.array([float(row["population_2020"]) for row in rows]),
        tuple(row["name"] for row in read("streets")),
        np.array([codes.index(row["district_code"]) for row in read("streets")], dtype=np.int64),
    )
