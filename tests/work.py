"""Work is counted, for a clock says something else on a busy machine."""

import sys

__all__ = ["calls"]


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
