"""Findings are mended in the files themselves.

Only the bytes of the mended places change.  A file that changed since it was read is left alone,
and a file is replaced as a whole or not at all.
"""

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from typing import NamedTuple
from zlib import crc32

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Diagnostic

__all__ = ["Repair", "apply", "diff", "plan"]

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Repair(NamedTuple):
    """A note before and after its findings are mended, and how many they are."""

    path: str
    before: str
    after: str
    number: int


def plan(
    graph: VaultGraph, diagnostics: Iterable[Diagnostic], *, unsafe: bool = False
) -> list[Repair]:
    """What can be mended of *diagnostics*, note by note; guesses only if *unsafe*."""
    by_path: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        if diagnostic.fix and (unsafe or diagnostic.fix.safe):
            by_path[diagnostic.place.path].append(diagnostic)
    repairs = (_repair(path, graph.vault.text(path), found) for path, found in by_path.items())
    return [repair for repair in repairs if repair.after != repair.before]


def _repair(path: str, text: str, diagnostics: Sequence[Diagnostic]) -> Repair:
    """Write the fixes into *text*; of two that overlap, the first is taken.

    Those of the whole file come last, so that they neither move nor overlap any other.
    """
    pieces, end, count = [], 0, 0
    everywhere = []
    for diagnostic in sorted(diagnostics, key=lambda found: found.place.start):
        place, fix = diagnostic.place, diagnostic.fix
        if fix and fix.replaces:
            everywhere.append(fix)
        elif fix and place.start >= end:
            pieces += [text[end : place.start], fix.text]
            end, count = place.end, count + 1
    after = "".join([*pieces, text[end:]])
    for fix in everywhere:
        after = after.replace(fix.replaces, fix.text)
    return Repair(path, text, after, count + len(everywhere))


def diff(repairs: Iterable[Repair]) -> str:
    """The *repairs* as a unified diff."""
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"
        for repair in repairs
        for line in unified_diff(
            repair.before.splitlines(keepends=True),
            repair.after.splitlines(keepends=True),
            f"a/{repair.path}",
            f"b/{repair.path}",
        )
    )


def apply(graph: VaultGraph, repairs: Iterable[Repair]) -> dict[str, str]:
    """Write *repairs* to disk; return why by the path of each note that was left alone."""
    refused = {}
    for repair in repairs:
        note = graph.vault.notes[repair.path]
        reason = _write(os.path.join(graph.vault.root, repair.path), repair, note.record.checksum)
        if reason:
            refused[repair.path] = reason
    return refused


def _write(file_path: str, repair: Repair, checksum: int) -> str:
    """Replace the file at *file_path* if it is still what was read; return why not."""
    target = os.path.realpath(file_path)
    try:
        with open(target, "rb") as file:
            data = file.read()
        mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
        if data[len(mark) :] != repair.before.encode() or crc32(repair.before.encode()) != checksum:
            return "it changed since it was read, or is not in UTF-8"
        _replace(target, mark + repair.after.encode())
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _replace(target: str, data: bytes) -> None:
    """Write *data* beside the file at *target*, then put it in its place."""
    handle, scratch = tempfile.mkstemp(prefix=".vaultgraph-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, scratch)
        os.replace(scratch, target)
    except BaseException:
        os.unlink(scratch)
        raise
