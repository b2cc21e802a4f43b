"""Work shared with processes of our own."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

__all__ = ["WORTH_SHARING", "beside", "processors", "shared"]

Thing = TypeVar("Thing")
Result = TypeVar("Result")

WORTH_SHARING = 2_000
"""Fewer files are not worth another process."""


def processors() -> int:
    """How many processes can work at once; 1 where they cannot be forked, or not safely.

    The libraries of macOS may fail in a fork: https://docs.python.org/3/library/os.html#os.fork.
    """
    if not hasattr(os, "fork") or sys.platform == "darwin" or _has_threads():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _has_threads() -> bool:
    """Whether another thread runs, whose locks a fork would leave with nobody to open them."""
    threading = sys.modules.get("threading")
    return bool(threading and threading.active_count() > 1)


def shared(
    things: Sequence[Thing], works: Sequence[Callable[[Thing], Result]]
) -> Iterator[tuple[int, Result]]:
    """Yield what one of *works* says of each of *things*, with its number, in no particular order.

    Every process takes one of the works; the results are such as `beside` can give.
    """
    parts = [things[number :: len(works)] for number in range(len(works))]
    others = [beside(partial(_done, *each)) for each in zip(works[1:], parts[1:], strict=True)]
    for thing in parts[0]:
        yield 0, works[0](thing)
    for number, results in enumerate(others, 1):
        for result in results():
            yield number, result


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin *work* in another process; return what waits for its result, which `pickle` can write.

    What that process fails to do, is done here.
    """
    import pickle

    here, there = os.pipe()
    try:
        process = os.fork()
    except OSError:  # as many processes as there may be
        os.close(here)
        os.close(there)
        return work
    if not process:
        try:
            # So that it ends when we do, and whoever waits for our output need not wait for it.
            os.close(here)
            _let_go_of_output()
            with open(there, "wb") as stream:
                pickle.dump(work(), stream, protocol=5)
        finally:
            os._exit(0)
    os.close(there)

    def result() -> Result:
        with open(here, "rb") as stream:
            content = stream.read()
        os.waitpid(process, 0)
        try:
            return pickle.loads(content)  # type: ignore[no-any-return]  # noqa: S301 -- our own
        except (EOFError, pickle.UnpicklingError):
            return work()

    return result


def _let_go_of_output() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)


def _done(work: Callable[[Thing], Result], things: Sequence[Thing]) -> list[Result]:
    return [work(thing) for thing in things]
