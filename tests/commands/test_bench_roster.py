"""The clock of ``bench roster --cpu``."""

from __future__ import annotations

import time

from nuanxin.commands.bench_roster import processor


def test_the_clock_tells_processor_time_and_stands_while_nothing_is_computed() -> None:
    clock = processor()
    begun, there = clock(), time.process_time()
    time.sleep(0.2)
    assert clock() - begun < 0.1
    while time.process_time() - there < 0.2:
        clock()
    time.sleep(0.01)
    assert abs(clock() - time.process_time()) < 0.05
