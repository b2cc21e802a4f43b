"""Work shared with processes of our own."""

import marshal
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

__all__ = ["WORTH_SHARING", "beside", "processors", "shared"]

Result = TypeVar("Result")

Row = tuple[Any, ...]
"""What `marshal` can write."""

WORTH_SHARING = 2_000
"""Fewer files are not worth another process."""


def processors() -> int:
    """How many processes can work at once; 1 where they cannot be forked."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared(
    paths: Sequence[str], works: Sequence[Callable[[str], Row]]
) -> Iterator[tuple[int, Row]]:
    """Yield what one of *works* says of each of *paths*, with its number, in no particular order.

    Every process takes one of the works; what one of them fails to do, is done here.
    """
    count = min(len(works), len(paths) // WORTH_SHARING + 1)
    parts = [paths[number::count] for number in range(count)]
    others = zip(parts[1:], works[1:count], strict=True)
    begun = [_begin(partial(_answers, *each)) for each in others]
    for path in parts[0]:
        yield 0, works[0](path)
    for number, process in enumerate(begun, 1):
        for row in _rows(_end(*process)) or map(works[number], parts[number]):
            yield number, row


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin *work* in another process; return what waits for its result, which `pickle` can write.

    What that process fails to do, is done here.
    """
    import pickle

    process = _begin(lambda: pickle.dumps(work(), protocol=5))

    def result() -> Result:
        try:
            return pickle.loads(_end(*process))  # type: ignore[no-any-return]  # noqa: S301 -- our own
        except (EOFError, pickle.UnpicklingError):
            return work()

    return result


def _begin(work: Callable[[], bytes]) -> tuple[int, int]:
    """Begin a process that does the *work*; return it, and the pipe in which it will answer."""
    here, there = os.pipe()
    process = os.fork()
    if process:
        os.close(there)
        return process, here
    try:
        with open(there, "wb") as stream:
            stream.write(work())
    finally:
        os._exit(0)


def _end(process: int, pipe: int) -> bytes:
    """What the *process* wrote, which is over then."""
    with open(pipe, "rb") as stream:
        content = stream.read()
    os.waitpid(process, 0)
    return content


def _answers(paths: Sequence[str], work: Callable[[str], Row]) -> bytes:
    return marshal.dumps(list(map(work, paths)))


def _rows(content: bytes) -> list[Row] | None:
    """What a process wrote; None if it did not come to its end."""
    try:
        return marshal.loads(content)  # type: ignore[no-any-return]  # noqa: S302 -- our own
    except (EOFError, ValueError, TypeError):
        return None
