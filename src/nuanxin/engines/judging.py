"""Many verdicts, one after the other or in several processes at once."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from abc import ABC, abstractmethod
from collections.abc import Iterator

AT_ONCE = 4
"""How many neighbours a process takes at a time: slips of one text are found by the same."""


class Judge(ABC):
    """Gives verdicts by number; a process of its own opens it once."""

    @abstractmethod
    def open(self) -> None:
        """Make what verdicts need."""

    @abstractmethod
    def judge(self, number: int) -> str:
        """The verdict on this number."""


_given: list[Judge] = []
_open: list[Judge] = []
"""The judge of this process, as it was given and once it is open."""


def judged_by(judge: Judge, count: int, jobs: int) -> Iterator[tuple[int, str]]:
    """The verdicts on all numbers below ``count``, in the order in which they come.

    Whatever a judge raises is raised here. The judge is handed over by forking: it must not have
    been opened.
    """
    if not count:
        return
    if jobs == 1:
        judge.open()
        for number in range(count):
            yield number, judge.judge(number)
        return
    pool = multiprocessing.get_context("fork").Pool(jobs, _begin, (judge,))
    with pool:
        yield from pool.imap_unordered(_judged, range(count), AT_ONCE)


def _begin(judge: Judge) -> None:
    gc.freeze()  # what is given up of the other process may wait for threads that are not here
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started us stops us
    _given.append(judge)


def _judged(number: int) -> tuple[int, str]:
    if not _open:
        _given[0].open()
        _open.append(_given[0])
    return number, _open[0].judge(number)
