"""Names of pictures, sounds, videos and PDFs that stand in a text, however it names them.

Obsidian records links only, but a property, HTML, code, a canvas, a style sheet or a program may
name a file as well, and calling such a file unused has cost people their files (see the issues
Vinzent03/find-unlinked-files#13 and #43, ozntel/oz-clear-unused-images#18 and #46).  So whatever
ends like the name of a file is one, wherever it stands; which file it is, is known only when all
names are: `photo.png` or `my photo.png`.
"""

import re
from collections.abc import Iterator
from functools import cache

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.extensions import SHOWN

__all__ = ["find_mentions", "find_stems", "is_findable", "readings", "word_starts"]

_LONGEST_NAME = 255
_FIRST = "".join(sorted({kind[0] for kind in SHOWN}))
# What comes first is one character, so `re` looks only where it stands.
_END = lazy_re(
    rf"\.(?=[{_FIRST}{_FIRST.upper()}])(?:{'|'.join(sorted(SHOWN))})(?![A-Za-z0-9])", re.IGNORECASE
)
_BREAKS = ("\n", "[[", "/", "](", '"', "<", ">", "|", "\r")

# LaTeX leaves the extension out.
_LATEX = lazy_re(r"\\include(?:graphics|svg|pdf)\*?\s*(?:\[[^\[\]]*\]\s*)?\{([^{}\n]{1,255})\}")

_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U0010ffff"

_CODE = lazy_re(r"[\\&%]")
_UNICODE_ESCAPE = lazy_re(r"\\u([0-9A-Fa-f]{4})")
_PUNCTUATION_ESCAPE = lazy_re(r"\\([!-/:-@\[-`{-~])")


def is_findable(name: str) -> bool:
    """Whether `find_mentions` finds all of *name* wherever it is written."""
    return not any(mark in name for mark in _BREAKS)


def find_mentions(text: str) -> list[str]:
    """Return the stretches of *text* that end like a file's name, each once.

    Each begins at the last `/`, or other mark that is in no name, or is as long as a name may be.
    """
    found: dict[str, None] = {}
    for end in _END.finditer(text):
        stretch = text[max(0, end.start() - _LONGEST_NAME) : end.end()]
        for mark in _BREAKS:
            if mark in stretch:
                stretch = stretch.rpartition(mark)[2]
        found[stretch] = None
    return list(found)


def find_stems(text: str) -> Iterator[str]:
    """Yield the names, without their extensions, of pictures that the LaTeX *text* includes."""
    if "\\include" in text:
        yield from (path.rpartition("/")[2].strip() for path in _LATEX.findall(text))


def word_starts(text: str) -> Iterator[int]:
    """Yield the offsets where the last words of *text* begin, the longest stretch first."""
    return (start.start() for start in _word_start().finditer(text))


@cache
def _word_start() -> re.Pattern[str]:
    """Where a word begins; in scripts without spaces, such as Chinese and Thai, at each character.

    It takes 6 ms to compile, more than it takes to read many a vault.
    """
    return re.compile(
        rf"(?<![^\W_{_NO_SPACES}])(?=\S)|(?=[{_NO_SPACES}])|(?<=[{_NO_SPACES}])(?=\S)"
    )


def readings(mention: str) -> list[str]:
    r"""Return what *mention* may say: as it is written, with `\` for `/`, and decoded.

    >>> readings("a%20b.png"), readings(r"img\a&amp;b.png")[-1]
    (['a%20b.png', 'a b.png'], 'a&b.png')
    """
    return [mention, *dict.fromkeys(_decoded(mention))] if _CODE.search(mention) else [mention]


def _decoded(mention: str) -> Iterator[str]:
    if "\\" in mention:
        yield _PUNCTUATION_ESCAPE.sub(r"\1", mention)
        mention = _UNICODE_ESCAPE.sub(lambda code: chr(int(code[1], 16)), mention)
        yield _last(mention)
    if "&" in mention:
        from html import unescape

        mention = unescape(mention)
        yield _last(mention)
    if "%" in mention:
        from urllib.parse import unquote

        for _ in range(2):  # an address within an address is encoded twice
            mention = unquote(mention)
            yield _last(mention)


def _last(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
