"""Globs over paths of the vault: `**` crosses folders, `*` and `?` do not.

A vault's globs may be crafted to backtrack exponentially, so a star matches as little as possible
and is atomic: the earlier the rest can start, the more it can match.  Only `**` tries several
positions, so a match takes at most quadratic time in the length of the path.
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from vaultgraph.lazy import lazy_re

__all__ = ["matches"]

_FOLDERS = lazy_re(r"((?:(?<=/)|\A)(?:\*\*/)+|\*{2,})")
"""What crosses folders; between two slashes it may match no folder at all, as in `.gitignore`."""
_PIECES = lazy_re(r"\*|\?|[^*?]+")
_IN_FOLDER = {"*": "[^/]*", "?": "[^/]"}


def matches(path: str, glob: str) -> bool:
    """Return whether all of *path* matches *glob*; both are compared in NFC.

    >>> matches("a/b.excalidraw.md", "**/*.excalidraw.md"), matches("Index/x/y.md", "Index/**")
    (True, True)
    """
    path = path if path.isascii() else normalize("NFC", path)
    return _compiled(normalize("NFC", glob)).fullmatch(path) is not None


@cache
def _compiled(glob: str) -> re.Pattern[str]:
    return re.compile("".join(_translated(glob)), re.DOTALL)


def _translated(glob: str) -> Iterator[str]:
    first, *rest = _FOLDERS.split(glob)
    if not rest:
        yield _in_folder(first, is_last=True)
        return
    yield _in_folder(first, is_last=False)
    for crossing, part in zip(rest[::2], rest[1::2], strict=True):
        is_last = part is rest[-1]
        across = "(?:|.*?/)" if crossing[-1] == "/" else ".*?"
        inside = across + _in_folder(part, is_last=is_last)
        yield inside if is_last else f"(?>{inside})"


def _in_folder(part: str, *, is_last: bool) -> str:
    """Return the expression for a *part* of a glob without `**`; the last one reaches the end."""
    pieces = _PIECES.findall(part)
    stars = [number for number, piece in enumerate(pieces) if piece == "*"]
    if not stars:
        return "".join(map(_piece, pieces))
    written = "".join(map(_piece, pieces[: stars[0]]))
    for star, after in zip(stars, [*stars[1:], len(pieces)], strict=True):
        fixed = "".join(map(_piece, pieces[star + 1 : after]))
        if after == len(pieces) and is_last:
            written += _IN_FOLDER["*"] + fixed
        else:
            written += f"(?>[^/]*?{fixed})"
    return written


def _piece(piece: str) -> str:
    return _IN_FOLDER.get(piece) or re.escape(piece)
