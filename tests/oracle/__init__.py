"""A second, independent reading of the definitions: row by row, slow and obvious.

It shares nothing with the engine but the contract of facts, and judges it.
"""

from .evaluate import JUDGED, evaluate
from .model import Facts

__all__ = ["JUDGED", "Facts", "evaluate"]
