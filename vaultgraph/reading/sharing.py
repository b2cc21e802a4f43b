"""Work on many files, shared with processes of our own."""

import marshal
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

__all__ = ["WORTH_SHARING", "processors", "shared"]

Row = tuple[Any, ...]
"""What `marshal` can write."""

WORTH_SHARING = 2_000
"""Fewer paths are not worth another process."""


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
    pipes = [_begin(*each) for each in zip(parts[1:], works[1:count], strict=True)]
    for path in parts[0]:
        yield 0, works[0](path)
    for number, (process, pipe) in enumerate(pipes, 1):
        with open(pipe, "rb") as stream:
            content = stream.read()
        os.waitpid(process, 0)
        for row in _rows(content) or map(works[number], parts[number]):
            yield number, row


def _begin(paths: Sequence[str], work: Callable[[str], Row]) -> tuple[int, int]:
    """Begin a process that does the *work*; return it, and the pipe in which it will answer."""
    here, there = os.pipe()
    process = os.fork()
    if process:
        os.close(there)
        return process, here
    try:
        with open(there, "wb") as stream:
            stream.write(marshal.dumps(list(map(work, paths))))
    finally:
        os._exit(0)


def _rows(content: bytes) -> list[Row] | None:
    """What a process wrote; None if it did not come to its end."""
    try:
        return marshal.loads(content)  # type: ignore[no-any-return]  # noqa: S302 -- our own
    except (EOFError, ValueError, TypeError):
        return None
