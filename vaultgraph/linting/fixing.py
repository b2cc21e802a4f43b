"""Apply fixes to files.

Only the bytes of the fixed spans change. A file that has changed since it was read is left alone,
and each file is replaced atomically.
"""

import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from typing import NamedTuple
from zlib import crc32

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.linting.fix_checks import find_unkept_fixes
from vaultgraph.messages import say
from vaultgraph.model import Diagnostic, Fix
from vaultgraph.replacing import replace_file

__all__ = ["FileFix", "apply_fixes", "diff", "plan_fixes"]

_ESCAPED = lazy_re(r'["\\\x00-\x1f]')
_LINE = lazy_re(r"[^\n]*\n|[^\n]+")  # git and patch know no other line endings
_MOST_TRIES = 3
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class FileFix(NamedTuple):
    """The text of a note before and after fixing, and the number of fixes."""

    path: str
    before: str
    after: str
    number: int


def plan_fixes(
    graph: VaultGraph, diagnostics: Iterable[Diagnostic], *, unsafe: bool = False
) -> list[FileFix]:
    """Return the fixes for *diagnostics* by note; unsafe ones only if *unsafe*."""
    by_path: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix and (unsafe or fix.safe) and _can_be_written(graph, diagnostic, fix):
            by_path[diagnostic.span.path].append(diagnostic)
    repairs = (_file_fix(graph, path, found) for path, found in by_path.items())
    return [repair for repair in repairs if repair.after != repair.before]


def _can_be_written(graph: VaultGraph, diagnostic: Diagnostic, fix: Fix) -> bool:
    """Whether *fix* can be written as it is: in a canvas, JSON would need escapes."""
    place = diagnostic.span
    if place.path not in graph.vault.canvases:
        return True
    return not _ESCAPED.search(graph.vault.text(place.path)[place.start : place.end] + fix.text)


def _file_fix(graph: VaultGraph, path: str, diagnostics: Sequence[Diagnostic]) -> FileFix:
    """The note at *path* with the fixes of *diagnostics* that pass verification.

    Fixes that replace all occurrences in the file come last, so that they neither shift nor overlap
    any other.
    """
    text = graph.vault.text(path)
    everywhere = [found.fix for found in diagnostics if found.fix and found.fix.replaces]
    local = [found for found in diagnostics if found.fix and not found.fix.replaces]
    after, fixed = _written(text, local)
    for _ in range(_MOST_TRIES):
        broken = find_unkept_fixes(graph, path, text, after, fixed) if fixed else []
        if not broken:
            break
        after, fixed = _written(text, [found for found, _ in fixed if found not in broken])
    else:
        after, fixed = text, []
    for fix in everywhere:
        after = after.replace(fix.replaces, fix.text)
    return FileFix(path, text, after, len(fixed) + len(everywhere))


def _written(
    text: str, diagnostics: Sequence[Diagnostic]
) -> tuple[str, list[tuple[Diagnostic, tuple[int, int]]]]:
    """The *text* with the fixes of *diagnostics*, and the span of each fix in it.

    If two overlap, the first one is applied.
    """
    pieces: list[str] = []
    fixed = []
    end = length = 0
    for diagnostic in sorted(diagnostics, key=lambda found: found.span.start):
        place, fix = diagnostic.span, diagnostic.fix
        if fix and place.start >= end:
            pieces += [text[end : place.start], fix.text]
            start = length + place.start - end
            length, end = start + len(fix.text), place.end
            fixed.append((diagnostic, (start, length)))
    return "".join([*pieces, text[end:]]), fixed


def diff(repairs: Iterable[FileFix]) -> str:
    """Return *repairs* as a unified diff."""
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"
        for repair in repairs
        for line in unified_diff(
            _LINE.findall(repair.before),
            _LINE.findall(repair.after),
            _named("a", repair.path),
            _named("b", repair.path),
        )
    )


def _named(side: str, path: str) -> str:
    """The *path* for a diff header, quoted as by git if it contains control characters."""
    if path.isprintable() and not _ESCAPED.search(path):
        return f"{side}/{path}"
    named = "".join(
        char if char.isprintable() and not _ESCAPED.match(char) else _octal(char) for char in path
    )
    return f'"{side}/{named}"'


def _octal(char: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))


def apply_fixes(graph: VaultGraph, repairs: Iterable[FileFix]) -> dict[str, str]:
    """Write *repairs* to disk; return the reason for each note that was left alone, by path."""
    refused = {}
    for repair in repairs:
        vault = graph.vault
        source = vault.notes.get(repair.path) or vault.canvases[repair.path]
        reason = _write(os.path.join(vault.root, repair.path), repair, source.parsed.checksum)
        if reason:
            refused[repair.path] = reason
    return refused


def _write(file_path: str, repair: FileFix, checksum: int) -> str:
    """Replace the file at *file_path* if it is unchanged; otherwise return the reason."""
    if os.path.islink(file_path):
        return say("it is a symbolic link: fix the file it points to")
    try:
        with open(file_path, "rb") as file:
            data = file.read()
            status = os.fstat(file.fileno())
        if not status.st_mode & stat.S_IWUSR:
            return say("it is read-only")
        if status.st_nlink > 1:
            return say("it has another hard link, which would keep the old text")
        mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
        if data[len(mark) :] != repair.before.encode() or crc32(repair.before.encode()) != checksum:
            return say("it changed since it was read, or is not in UTF-8")
        replace_file(file_path, [mark + repair.after.encode()])
    except OSError as error:
        return error.strerror or str(error)
    return ""
