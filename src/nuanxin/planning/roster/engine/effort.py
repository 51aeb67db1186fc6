"""Work as it is counted: the same on every machine and under every load.

Sizes and limits follow it, not a clock, so that a run of one worker can be repeated.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Nominal seconds of one core, measured once; what matters is that they do not change.
CALL = 7e-4  # of pricing, whatever is found
STEP = 2.2e-9  # of a table of costs to go
LABEL = 7e-7
ITERATION = 1e-7  # of a simplex, for each row
SOLVE = 5e-4
TRY = 2.4e-7  # of a small change of a roster


class Effort:
    """Nominal seconds spent so far in one run."""

    def __init__(self) -> None:
        self.spent = 0.0

    def call(self) -> None:
        """One pricing."""
        self.spent += CALL

    def table(self, band: NDArray[np.int64], arcs: int) -> None:
        """A table of costs to go over these loads a day."""
        self.spent += STEP * arcs * int(np.maximum(band[:, 1] - band[:, 0] + 1, 0).sum())

    def labels(self, number: int) -> None:
        """A search that made so many labels."""
        self.spent += LABEL * number

    def changes(self, number: int) -> None:
        """So many small changes tried."""
        self.spent += TRY * number

    def linear(self, iterations: int, rows: int) -> None:
        """A solve of a linear programme."""
        self.spent += SOLVE + ITERATION * iterations * rows
