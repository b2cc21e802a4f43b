"""What is to be changed in a vault: texts that are replaced, and files that are moved."""

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Change", "Move", "Times", "Write", "opposite"]

Times = tuple[int, int]
"""When a file was last read and last changed, in nanoseconds since 1970."""


class Write(NamedTuple):
    """The file at `path` gets the content `after` in place of that `before`.

    Afterwards it has these `times`, if given.
    """

    path: str
    before: bytes
    after: bytes
    times: Times | None = None


class Move(NamedTuple):
    """The file or folder at `path` is moved to `target`."""

    path: str
    target: str


class Change(NamedTuple):
    """First the `writes`, then the `moves`: all of them, or nothing.

    Paths are relative to the vault, with `/`; those of writes are from before the moves.  Its
    `title` says what it is, such as the command that asked for it.
    """

    title: str
    writes: tuple[Write, ...] = ()
    moves: tuple[Move, ...] = ()


def opposite(change: Change, times: Iterable[Times]) -> Change:
    """Return the change that leads back; the files of its writes had these *times*."""
    writes = tuple(
        Write(_moved(write.path, change.moves), write.after, write.before, before)
        for write, before in zip(change.writes, times, strict=True)
    )
    moves = tuple(Move(move.target, move.path) for move in reversed(change.moves))
    return Change(change.title, writes, moves)


def _moved(path: str, moves: Iterable[Move]) -> str:
    """Return where the file at *path* is after *moves*, of files or of the folders around them."""
    for move in moves:
        if path == move.path or path.startswith(f"{move.path}/"):
            path = move.target + path[len(move.path) :]
    return path
