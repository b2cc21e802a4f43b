"""Globs over paths of the vault: `**` crosses folders, `*` and `?` do not."""

import re
from functools import cache
from unicodedata import normalize

__all__ = ["matches"]

_REPEATED = re.compile(r"(\*\*/|\*\*)\1+")
_PIECES = re.compile(r"\*\*/?|\*|\?|[^*?]+")


def matches(path: str, glob: str) -> bool:
    """Whether the whole of *path* fits *glob*, however their accents are put together.

    >>> matches("a/b.excalidraw.md", "**/*.excalidraw.md"), matches("Index/x/y.md", "Index/**")
    (True, True)
    """
    path = path if path.isascii() else normalize("NFC", path)
    return _compiled(normalize("NFC", glob)).fullmatch(path) is not None


@cache
def _compiled(glob: str) -> re.Pattern[str]:
    translated = {"**/": r"(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    once = _REPEATED.sub(r"\1", glob)
    return re.compile("".join(translated.get(p) or re.escape(p) for p in _PIECES.findall(once)))
