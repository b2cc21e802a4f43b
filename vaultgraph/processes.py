"""Worker processes and the channels to them."""

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

__all__ = [
    "MIN_NOTES_PER_WORKER",
    "Channel",
    "LostError",
    "cpu_count",
    "run_in_process",
    "start_worker",
]

MIN_NOTES_PER_WORKER = 2_000
"""The number of files below which another process does not pay off."""

_SIZE = 8


class LostError(Exception):
    """The process at the other end of a channel is gone, or did not send a complete value."""


class Channel:
    """Two pipes to a child *process* (0: to the parent), for plain data in both directions."""

    def __init__(self, incoming: int, outgoing: int, process: int = 0) -> None:
        self._incoming = open(incoming, "rb")  # noqa: SIM115 -- see `close`
        self._outgoing = open(outgoing, "wb")  # noqa: SIM115
        self._process = process

    def send(self, value: Any) -> None:
        """Send *value*, plain data that `marshal` can write; LostError if the process is gone."""
        content = marshal.dumps(value)
        try:
            self._outgoing.write(len(content).to_bytes(_SIZE, "big"))
            self._outgoing.write(content)
            self._outgoing.flush()
        except OSError as error:
            raise LostError from error

    def receive(self) -> Any:
        """Return the next value from the other process; LostError if it ends before sending it."""
        size = int.from_bytes(self._incoming.read(_SIZE), "big")
        content = self._incoming.read(size)
        if not size or len(content) < size:
            raise LostError
        return marshal.loads(content)  # noqa: S302 -- our own

    def close(self) -> None:
        """Close the pipes, which ends the child process, and wait for it."""
        with suppress(OSError):  # unread data in the pipe
            self._outgoing.close()
        self._incoming.close()
        os.waitpid(self._process, 0)


def cpu_count() -> int:
    """Return the number of usable CPUs; 1 where processes cannot be forked safely.

    System libraries of macOS may fail after a fork: https://docs.python.org/3/library/os.html#os.fork.
    """
    if not _can_fork():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    return hasattr(os, "fork") and sys.platform != "darwin" and not _has_threads()


def _has_threads() -> bool:
    """Whether another thread runs: locks it holds would never be released in a fork."""
    threading = sys.modules.get("threading")
    return bool(threading and threading.active_count() > 1)


def start_worker(work: Callable[[Channel], object]) -> Channel:
    """Run *work* in a forked process, and return the channel to it.

    *work* gets the other end of the channel.  An exception in it ends the process silently.
    Raises LostError if the process cannot be forked.
    """
    here, from_there = os.pipe()
    there, from_here = os.pipe()
    try:
        process = os.fork()
    except OSError as error:  # the limit on processes is reached
        for descriptor in (here, from_there, there, from_here):
            os.close(descriptor)
        raise LostError from error
    if process:
        os.close(from_there)
        os.close(there)
        return Channel(here, from_here, process)
    try:
        # Without our ends of the pipes, the worker sees EOF when we exit; without our output,
        # a reader of it need not wait for the worker.
        os.close(here)
        os.close(from_here)
        _detach_output()
        work(Channel(there, from_there))
    finally:
        os._exit(0)


def run_in_process(work: Callable[[], Any]) -> Any:
    """Return the result of *work*, plain data, run in a forked process if that is possible.

    The memory that it takes is free afterwards; within this process, much of it would be lost to
    fragmentation.
    """
    if not _can_fork():
        return work()
    try:
        channel = start_worker(lambda parent: parent.send(work()))
        try:
            return channel.receive()
        finally:
            channel.close()
    except LostError:
        return work()


def _detach_output() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
