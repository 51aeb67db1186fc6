"""A second, independent reading of the definitions: row by row, slow and obvious.

It shares nothing with the engine but the contract of facts, and judges it.
"""

from .evaluate import evaluate
from .model import Facts

__all__ = ["Facts", "evaluate"]
