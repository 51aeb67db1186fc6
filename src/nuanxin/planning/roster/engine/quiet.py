"""HiGHS without its banner: it greets once a process, on the standard output that is ours."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache

import highspy


def quiet_highs() -> highspy.Highs:
    """A silent solver that works alone."""
    _greet()
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("parallel", "off")
    return highs


@cache
def _greet() -> None:
    """Let the first one greet into nothing."""
    sys.stdout.flush()
    library = ctypes.CDLL(None)
    library.fflush(None)
    kept = os.dup(1)
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 1)
        _ = highspy.Highs()
        library.fflush(None)
    finally:
        os.dup2(kept, 1)
        os.close(nothing)
        os.close(kept)
