"""The text of a note's box, and an upper bound of its size in common fonts.

The page measures the text and shrinks the box to fit; it never has to enlarge one, so boxes cannot
overlap.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

__all__ = ["Box", "box", "width"]

_THIN, _NARROW, _WIDE = frozenset("ijlI.,:;'|! "), frozenset('frt()[]/-"*'), frozenset("mwMW@%&—…")
_TITLE, _HUB, _META = 14.0, 16.0, 11.5
_LINE_WIDTH = 230.0
_LINES = 3
_SIDES = 34.0
_LEAST = 92.0


class Box(NamedTuple):
    """A box with the `lines` of its title and a `meta` line, in pixels; `hub` titles are larger."""

    lines: tuple[str, ...]
    meta: str
    hub: bool
    width: float
    height: float


def box(label: str, meta: str, *, hub: bool) -> Box:
    """Return a box that fits *label* and the line *meta* below it."""
    size = _HUB if hub else _TITLE
    lines = tuple(_wrap(label, size))
    text = max(*(width(line, size) for line in lines), width(meta, _META))
    height = 20 + len(lines) * round(size * 1.3) + (17 if meta else 0)
    return Box(lines, meta, hub, round(max(_LEAST, text + _SIDES), 1), float(height))


def width(text: str, size: float) -> float:
    """Return the approximate width of *text* in pixels, in DejaVu Sans Bold of *size* pixels.

    That font is wider than most.

    >>> width("il", 10) < width("oo", 10) < width("概念", 10)
    True
    """
    return size * sum(map(_advance, text))


def _advance(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if unicodedata.combining(char):
        return 0.0
    if char in _THIN:
        return 0.4
    if char in _NARROW:
        return 0.5
    if char in _WIDE:
        return 1.05
    return 0.8 if char.isupper() else 0.7


def _wrap(label: str, size: float) -> Iterator[str]:
    """Yield the fewest lines possible, of similar width; the third may end in an ellipsis."""
    words = [part for word in label.split() for part in _parts(word, size)] or ["·"]
    fewest = len(_filled(words, size, _LINE_WIDTH))
    limit = width(" ".join(words), size) / fewest
    # The smallest limit for as many lines makes them about equally long.
    while len(lines := _filled(words, size, limit)) > fewest:
        limit += 4
    yield from lines[: _LINES - 1]
    rest = lines[_LINES - 1 :]
    if rest:
        yield rest[0] if len(rest) == 1 else rest[0] + "…"


def _filled(words: Sequence[str], size: float, limit: float) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if width(longer, size) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _parts(word: str, size: float) -> Iterator[str]:
    """Split a *word* wider than a line; text in scripts without spaces is a single word."""
    part = ""
    for char in word:
        if width(part + char, size) > _LINE_WIDTH:
            yield part
            part = ""
        part += char
    yield part
