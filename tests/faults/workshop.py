"""A process that does work in children which can be killed: one line in, one child.

    python -m tests.faults.workshop MODULE:FUNCTION

For each line of standard input it forks a child that calls the function with that line, prints
the child's number, and waits for it; then it prints how the child ended (0, or what killed it).
Nothing is connected before the fork, so a child has connections of its own.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback

import django


def main() -> None:
    django.setup()
    module, _, name = sys.argv[1].partition(":")
    work = getattr(importlib.import_module(module), name)
    _say("ready")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _work(work, line.strip())
        _say(child)
        _, status = os.waitpid(child, 0)
        _say(os.waitstatus_to_exitcode(status))


def _say(told: object) -> None:
    sys.stdout.write(f"{told}\n")
    sys.stdout.flush()


def _work(work: object, line: str) -> None:
    try:
        work(line)  # type: ignore[operator]
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
