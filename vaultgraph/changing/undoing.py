"""Undo a change of a vault, as long as its files are as it left them."""

import os
from collections.abc import Iterator, Sequence

from vaultgraph.changing.change import opposite
from vaultgraph.changing.checks import full_path
from vaultgraph.changing.journal import Journal, Record
from vaultgraph.changing.transaction import locked, perform, remove_folders
from vaultgraph.errors import UsageError
from vaultgraph.messages import join, say

__all__ = ["list_changes", "undo"]


def list_changes(root: str) -> Sequence[Record]:
    """Return the changes of the vault at *root* that can be undone, the newest first."""
    return [record for record in Journal(root).records() if not record.undone]


def undo(root: str) -> Record:
    """Undo the newest change of the vault at *root* that was not undone, and return it.

    Raises UsageError if there is none, or its files are not as it left them: it says which.
    """
    journal = Journal(root)
    with locked(journal):
        record = next(iter(list_changes(root)), None)
        if record is None:
            raise UsageError(say("there is nothing to undo in this vault"))
        back = opposite(record.change, record.times)
        others = [*_changed_since(journal.root, record)]
        if others:
            hint = say("what they were is in {folder}", folder=journal.folder)
            names = join(", ", others)
            message = say("cannot undo: changed since then: {files}", files=names)
            raise UsageError(message, hint=hint)
        done = perform(journal, back)
        journal.forget(done.number)
        remove_folders(journal.root, record.folders)
        journal.mark_undone(record.number)
    return record


def _changed_since(root: str, record: Record) -> Iterator[str]:
    """Yield the files of *record* that are not as it left them."""
    back = opposite(record.change, record.times)
    for move in back.moves:
        if not os.path.lexists(full_path(root, move.path)):
            yield move.path
        elif os.path.lexists(full_path(root, move.target)) and not os.path.samefile(
            full_path(root, move.path), full_path(root, move.target)
        ):
            yield move.target
    for write in back.writes:
        try:
            with open(full_path(root, write.path), "rb") as file:
                is_same = file.read() == write.before
        except OSError:
            is_same = False
        if not is_same:
            yield write.path
