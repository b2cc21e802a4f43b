"""Check whether a change is possible, before anything is touched."""

import os
import stat

from vaultgraph.changing.change import Change, Move, Write
from vaultgraph.errors import UsageError
from vaultgraph.graph.resolve import fold
from vaultgraph.messages import Message, reason_of, say

__all__ = ["check", "fault_of_write", "full_path"]


def full_path(root: str, path: str) -> str:
    """Return where *path*, relative to the vault at *root*, is on this machine."""
    return os.path.join(root, *path.split("/"))


def check(root: str, change: Change) -> None:
    """Raise UsageError with the place if *change* is not possible in the vault at *root*."""
    root = os.path.realpath(root)
    try:
        for write in change.writes:
            _demand(write.path, fault_of_write(root, write))
        for number, move in enumerate(change.moves):
            _demand(move.path, _fault_of_source(root, move.path))
            _demand(move.target, _fault_of_target(root, move))
            others = [place for each in change.moves[:number] for place in each]
            if any(_overlap(place, other) for place in move for other in others):
                _demand(move.path, say("it is moved twice, or over another file that is moved"))
    except OSError as error:
        message = say("nothing was changed: {reason}", reason=reason_of(error))
        raise UsageError(message) from error


def _demand(path: str, fault: Message | str) -> None:
    if fault:
        message = say("{path}: {reason}; nothing was changed", path=path, reason=fault)
        raise UsageError(message)


def fault_of_write(root: str, write: Write) -> Message | str:
    """Return why *write* is not possible in the vault at *root*; empty if it is."""
    try:
        return _fault_of_write(root, write)
    except OSError as error:  # such as a file that has just vanished
        return reason_of(error)


def _fault_of_write(root: str, write: Write) -> Message | str:
    fault = _fault_of_source(root, write.path)
    if fault:
        return fault
    file_path = full_path(root, write.path)
    if not stat.S_ISREG(os.lstat(file_path).st_mode):
        return say("it is not a regular file")
    if not os.access(file_path, os.W_OK) or not os.stat(file_path).st_mode & stat.S_IWUSR:
        return say("it is read-only")
    with open(file_path, "rb") as file:
        if file.read() != write.before:
            return say("it changed since it was read")
    return ""


def _fault_of_source(root: str, path: str) -> Message | str:
    file_path = full_path(root, path)
    if not os.path.lexists(file_path):
        return say("it does not exist")
    if os.path.islink(file_path):
        return say("it is a symbolic link")
    return "" if _is_inside(root, path) else say("it is not in the vault")


def _overlap(path: str, other: str) -> bool:
    """Whether two paths are the same, or one is in the folder of the other."""
    one, two = f"{fold(path)}/", f"{fold(other)}/"
    return one.startswith(two) or two.startswith(one)


def _fault_of_target(root: str, move: Move) -> Message | str:
    if not _is_inside(root, move.target):
        return say("it is not in the vault")
    if move.target.startswith(f"{move.path}/"):
        return say("a folder cannot be moved into itself")
    name = move.target.rpartition("/")[2]
    if len(os.fsencode(name)) > 255:
        return say("its name is too long")
    if _is_taken(root, move):
        return say("there is such a file already")
    return ""


def _is_inside(root: str, path: str) -> bool:
    """Whether *path* is a place in the vault at *root*, with all links resolved."""
    parts = path.split("/")
    if not path or "\\" in path or "\0" in path or any(part in {"", ".", ".."} for part in parts):
        return False
    folder = os.path.realpath(os.path.dirname(full_path(root, path)))
    return folder == root or folder.startswith(root.rstrip(os.sep) + os.sep)


def _is_taken(root: str, move: Move) -> bool:
    """Whether there is a file at the target of *move*, in any case or Unicode form.

    Its folder may also be a file, and the file itself may only change its case.
    """
    folder = ""
    for name in move.target.split("/"):
        place = f"{folder}/{name}".lstrip("/")
        same = [other for other in _names_in(root, folder) if fold(other) == fold(name)]
        taken = [f"{folder}/{other}".lstrip("/") for other in same]
        if place == move.target:
            return any(other != move.path for other in taken)
        if taken and not os.path.isdir(full_path(root, place)):
            return True
        folder = place
    return False


def _names_in(root: str, folder: str) -> list[str]:
    try:
        return os.listdir(full_path(root, folder) if folder else root)
    except (FileNotFoundError, NotADirectoryError):
        return []
