"""Work is counted, for a clock says something else on a busy machine."""

import os
import sys

__all__ = ["SETTLED", "calls", "wait_for_tick"]

SETTLED = "import time; now = time.time_ns; time.time_ns = lambda: now() + 3_000_000_000\n"
"""The beginning of a program for which what was written just now is old enough to be relied on."""


def calls(work):
    """How many functions, Python's and C's, the function *work* calls."""
    counted = 0

    def count(frame, event, argument):
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def wait_for_tick(folder):
    """Wait until the disk would give what is written into *folder* another time than before."""
    file = os.path.join(folder, ".tick")
    seen = set()
    while len(seen) < 2:
        with open(file, "w", encoding="utf-8") as tick:
            tick.write("x")
        seen.add(os.stat(file).st_mtime_ns)
