"""Find mentions of images, audio, video and PDF files in any text.

Obsidian records links only, but a property, HTML, code, a canvas, a style sheet or a program may
name a file as well, and reporting such a file as unused has cost people their files (see the issues
Vinzent03/find-unlinked-files#13 and #43, ozntel/oz-clear-unused-images#18 and #46).  So anything
that ends like a file name counts as a mention.  Which file is meant, `photo.png` or `my photo.png`,
can be resolved only when the names of all files are known.
"""

import re
from collections.abc import Iterator
from functools import cache

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.extensions import SHOWN

__all__ = ["find_mentions", "find_stems", "is_findable", "readings", "word_starts"]

_MAX_NAME_LENGTH = 255
_FIRST = "".join(sorted({kind[0] for kind in SHOWN}))
# The pattern begins with a literal character, so `re` skips to its occurrences.
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
    """Return whether `find_mentions` finds all of *name* wherever it is written."""
    return not any(mark in name for mark in _BREAKS)


def find_mentions(text: str) -> list[str]:
    """Return the unique substrings of *text* that end like a file name.

    Each begins after the last `/` or other character that no name contains, and has at most the
    length of a file name.
    """
    found: dict[str, None] = {}
    for end in _END.finditer(text):
        stretch = text[max(0, end.start() - _MAX_NAME_LENGTH) : end.end()]
        for mark in _BREAKS:
            if mark in stretch:
                stretch = stretch.rpartition(mark)[2]
        found[stretch] = None
    return list(found)


def find_stems(text: str) -> Iterator[str]:
    """Yield the names, without extensions, of images that the LaTeX *text* includes."""
    if "\\include" in text:
        yield from (path.rpartition("/")[2].strip() for path in _LATEX.findall(text))


def word_starts(text: str) -> Iterator[int]:
    """Yield the offsets where words of *text* begin, the first word first."""
    return (start.start() for start in _word_start().finditer(text))


@cache
def _word_start() -> re.Pattern[str]:
    """Return the pattern for the start of a word.

    In scripts without spaces, such as Chinese and Thai, that is each character.  Compiling it takes
    6 ms, more than reading a small vault.
    """
    return re.compile(
        rf"(?<![^\W_{_NO_SPACES}])(?=\S)|(?=[{_NO_SPACES}])|(?<=[{_NO_SPACES}])(?=\S)"
    )


def readings(mention: str) -> list[str]:
    r"""Return the possible readings of *mention*: as written, with `\` for `/`, and decoded.

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

        for _ in range(2):  # a URL within a URL is encoded twice
            mention = unquote(mention)
            yield _last(mention)


def _last(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
