"""One independent random stream per name, so that a change in one table leaves the others."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import numpy.typing as npt

from nuanxin.city.plan import CityPlan

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


def stream(plan: CityPlan, name: str) -> np.random.Generator:
    """The generator of the stream ``name`` for the seed of the plan."""
    words = np.frombuffer(sha256(name.encode()).digest()[:16], dtype="<u4")
    seed = np.random.SeedSequence([plan.seed, *words.tolist()])
    return np.random.Generator(np.random.PCG64(seed))


def chance(rng: np.random.Generator, probability: float | Floats, size: int) -> Bools:
    """``size`` independent yes or no."""
    return np.asarray(rng.random(size) < probability, dtype=np.bool_)


def choose(rng: np.random.Generator, weights: Floats, row: Ints) -> Ints:
    """For every entry of ``row`` a column of ``weights`` [rows, columns], by the row's weights."""
    bounds = np.cumsum(weights, axis=1)
    bounds /= np.maximum(bounds[:, -1:], 1e-12)
    drawn = rng.random(len(row))
    chosen = np.zeros(len(row), dtype=np.int64)
    for column in range(weights.shape[1] - 1):
        chosen += drawn >= bounds[row, column]
    return chosen


def allocate(total: int, weights: Floats) -> Ints:
    """``total`` in whole numbers by ``weights``: by largest remainder, first on ties."""
    exact = total * weights / weights.sum()
    given: Ints = np.floor(exact).astype(np.int64)
    order = np.argsort(given - exact, kind="stable")
    given[order[: total - int(given.sum())]] += 1
    return given
