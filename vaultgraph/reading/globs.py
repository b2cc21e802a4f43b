"""Globs over paths of the vault: `**` crosses folders, `*` and `?` do not.

A vault may bring globs that are made to take long, so a star takes as little as it can and is not
tried again: what follows has the more room the earlier it may begin.  Only `**` tries several
places, so that a match takes at most the square of the length of a path.
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from vaultgraph.lazy import lazy_re

__all__ = ["matches"]

_FOLDERS = lazy_re(r"((?:(?<=/)|\A)(?:\*\*/)+|\*{2,})")
"""What crosses folders; with a slash on both sides it may stand for none, as in `.gitignore`."""
_PIECES = lazy_re(r"\*|\?|[^*?]+")
_IN_FOLDER = {"*": "[^/]*", "?": "[^/]"}


def matches(path: str, glob: str) -> bool:
    """Whether the whole of *path* fits *glob*, however their accents are put together.

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
    """The expression for a *part* of a glob without `**`; the last one reaches the end."""
    pieces = _PIECES.findall(part)
    stars = [number for number, piece in enumerate(pieces) if piece == "*"]
    if not stars:
        return "".join(map(_piece, pieces))
    written = "".join(map(_piece, pieces[: stars[0]]))
    for star, behind in zip(stars, [*stars[1:], len(pieces)], strict=True):
        fixed = "".join(map(_piece, pieces[star + 1 : behind]))
        if behind == len(pieces) and is_last:
            written += _IN_FOLDER["*"] + fixed
        else:
            written += f"(?>[^/]*?{fixed})"
    return written


def _piece(piece: str) -> str:
    return _IN_FOLDER.get(piece) or re.escape(piece)
