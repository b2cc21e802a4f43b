"""Apply fixes to files.

Only the bytes of the fixed spans change, in all files or in none. A file that has changed since it
was read is left alone.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from typing import NamedTuple

from vaultgraph.changing import Change, Write, carry_out, fault_of_write, write_of
from vaultgraph.errors import VaultGraphError
from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.linting.fix_checks import find_failed_fixes
from vaultgraph.messages import say
from vaultgraph.model import Diagnostic, Fix

__all__ = ["FileFix", "apply_fixes", "diff", "plan_fixes"]

_ESCAPED = lazy_re(r'["\\\x00-\x1f]')
_LINE = lazy_re(r"[^\n]*\n|[^\n]+")  # git and patch know no other line endings
_MAX_TRIES = 3
_TITLE = "lint --fix"


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
    file_fixes = (_file_fix(graph, path, found) for path, found in by_path.items())
    return [file_fix for file_fix in file_fixes if file_fix.after != file_fix.before]


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
    after, fixed = _with_fixes(text, local)
    # The fixed text is parsed to see what its links mean now.  Without one failed fix, another may
    # turn out differently, so this is repeated; if it does not settle, nothing is fixed.
    for _ in range(_MAX_TRIES):
        broken = find_failed_fixes(graph, path, text, after, fixed) if fixed else []
        if not broken:
            break
        after, fixed = _with_fixes(text, [found for found, _ in fixed if found not in broken])
    else:
        after, fixed = text, []
    for fix in everywhere:
        after = after.replace(fix.replaces, fix.text)
    return FileFix(path, text, after, len(fixed) + len(everywhere))


def _with_fixes(
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


def diff(file_fixes: Iterable[FileFix]) -> str:
    """Return *file_fixes* as a unified diff."""
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"
        for file_fix in file_fixes
        for line in unified_diff(
            _LINE.findall(file_fix.before),
            _LINE.findall(file_fix.after),
            _diff_path("a", file_fix.path),
            _diff_path("b", file_fix.path),
        )
    )


def _diff_path(side: str, path: str) -> str:
    """The *path* for a diff header, quoted as by git if it contains control characters."""
    if path.isprintable() and not _ESCAPED.search(path):
        return f"{side}/{path}"
    named = "".join(
        char if char.isprintable() and not _ESCAPED.match(char) else _octal(char) for char in path
    )
    return f'"{side}/{named}"'


def _octal(char: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))


def apply_fixes(graph: VaultGraph, file_fixes: Iterable[FileFix]) -> dict[str, str]:
    """Write *file_fixes* to disk; return the reason for each note that was left alone, by path.

    It is one change, which can be undone.
    """
    refused: dict[str, str] = {}
    writes = []
    root = os.path.realpath(graph.vault.root)
    for file_fix in file_fixes:
        write, reason = _as_write(graph, root, file_fix)
        if write:
            writes.append(write)
        else:
            refused[file_fix.path] = reason
    try:
        carry_out(root, Change(_TITLE, tuple(writes)))
    except VaultGraphError as error:
        refused |= {write.path: error.message for write in writes}
    return refused


def _as_write(graph: VaultGraph, root: str, file_fix: FileFix) -> tuple[Write | None, str]:
    """Return what *file_fix* writes, or why that is not possible."""
    if os.path.islink(os.path.join(root, file_fix.path)):
        return None, say("it is a symbolic link: fix the file it points to")
    write, reason = write_of(graph, file_fix.path, file_fix.before, file_fix.after)
    fault = fault_of_write(root, write) if write else reason
    return (None, fault) if fault else (write, "")
