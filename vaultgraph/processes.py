"""Processes of our own that work at the same time, and what is said between them."""

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

__all__ = ["WORTH_SHARING", "Channel", "LostError", "cpu_count", "start_worker"]

WORTH_SHARING = 2_000
"""Fewer files are not worth another process."""

_SIZE = 8


class LostError(Exception):
    """The process at the other end of a channel is gone, or could not say what it was to say."""


class Channel:
    """Two pipes to another *process*, or to that which began us: plain data goes both ways."""

    def __init__(self, incoming: int, outgoing: int, process: int = 0) -> None:
        self._incoming = open(incoming, "rb")  # noqa: SIM115 -- see `close`
        self._outgoing = open(outgoing, "wb")  # noqa: SIM115
        self._process = process

    def send(self, value: Any) -> None:
        """Send *value*, which is plain data.  Raises LostError if nobody is there any more."""
        content = marshal.dumps(value)
        try:
            self._outgoing.write(len(content).to_bytes(_SIZE, "big"))
            self._outgoing.write(content)
            self._outgoing.flush()
        except OSError as error:
            raise LostError from error

    def receive(self) -> Any:
        """What the other process sends next.  Raises LostError if it ends before that."""
        size = int.from_bytes(self._incoming.read(_SIZE), "big")
        content = self._incoming.read(size)
        if not size or len(content) < size:
            raise LostError
        return marshal.loads(content)  # noqa: S302 -- our own

    def close(self) -> None:
        """Let the other process end, and wait until it has."""
        with suppress(OSError):  # what nobody has read
            self._outgoing.close()
        self._incoming.close()
        os.waitpid(self._process, 0)


def cpu_count() -> int:
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


def start_worker(work: Callable[[Channel], object]) -> Channel:
    """Begin *work* in another process, and return the channel to it.

    It is given the other end of that channel.  Whatever it raises ends it, and nobody is told.
    Raises LostError if there can be no other process.
    """
    here, from_there = os.pipe()
    there, from_here = os.pipe()
    try:
        process = os.fork()
    except OSError as error:  # as many processes as there may be
        for descriptor in (here, from_there, there, from_here):
            os.close(descriptor)
        raise LostError from error
    if process:
        os.close(from_there)
        os.close(there)
        return Channel(here, from_here, process)
    try:
        # So that it ends when we do, and whoever waits for our output need not wait for it.
        os.close(here)
        os.close(from_here)
        _detach_output()
        work(Channel(there, from_there))
    finally:
        os._exit(0)


def _detach_output() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
