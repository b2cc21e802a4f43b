"""Find the prose of a note: what is read as sentences, at its own offsets.

The grammar is that of `blocks` and `inline`.  What they skip is no prose, nor are the links that
they find, with their text, and what only programs read.
"""

import re
from typing import ClassVar

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.frontmatter import read_frontmatter
from vaultgraph.reading.markdown.blocks import read_blocks
from vaultgraph.reading.markdown.inline import Definitions, InlineReader
from vaultgraph.reading.markdown.newlines import with_plain_newlines

__all__ = ["NO_PROSE", "prose"]

NO_PROSE = "\ufdd0"
"""Stands for each character that is not prose: a Unicode noncharacter, so it is in no text."""
_CODE_OR_MATH = "`$"
# Comments of Obsidian, addresses, names of inline fields, and lines for Obsidian_to_Anki, which may
# have their value on the next one.
_OTHERS = lazy_re(
    r"%%(?:(?!%%).)*+(?:%%)?"
    r"|\b(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)[^\s<>]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|^[ \t>*+-]*\w[\w -]{0,40}::"
    r"|^(?:TARGET DECK|FILE TAGS)\b:?[ \t]*(?:\n[^\n]*|[^\n]*)",
    re.DOTALL | re.MULTILINE,
)


def prose(text: str) -> str:
    r"""Return *text*, without a byte order mark, with `NO_PROSE` for what is not prose.

    Each character stays at its offset.  Not prose are properties, links and embeds with their text,
    code, math, HTML tags and comments, addresses, tags, block IDs and lines for Obsidian_to_Anki.

    >>> prose("Heat is `x` [[Work]].").replace(NO_PROSE, "_")
    'Heat is ___ ________.'
    """
    source = "\n" + with_plain_newlines(text)
    body = read_frontmatter(source).body
    pieces, position = [], 1
    for start, end in _gaps(source, body):
        if end > position:
            pieces += [
                source[position : max(position, start)],
                NO_PROSE * (end - max(position, start)),
            ]
            position = end
    pieces.append(source[position:])
    return "".join(pieces)


def _gaps(source: str, body: int) -> list[tuple[int, int]]:
    """Return the (start, end) in *source* of all that is not prose, in order, some nested."""
    blocks = read_blocks(source, body)
    reader = _Reader(source, blocks.definitions)
    start = body
    for gap_start, gap_end in blocks.gaps:
        reader.read(start, gap_start)
        start = gap_end
    reader.read(start, len(source))
    others = (match.span() for match in _OTHERS.finditer(source, body))
    return sorted([(0, body), *blocks.gaps, *reader.skipped, *others])


class _Reader(InlineReader):
    """Reads inline markup like that of a note, and keeps what it has `skipped`."""

    def __init__(self, text: str, definitions: Definitions) -> None:
        super().__init__(text, definitions)
        self.skipped: list[tuple[int, int]] = []

    def _add(self, destination: str, start: int, match: re.Match[str], syntax: str) -> None:
        super()._add(destination, start, match, syntax)
        if destination:
            self.skipped.append((start, match.end()))

    def _skip(self, match: re.Match[str]) -> int:
        """Read *match* as in a note, and keep what is skipped."""
        group = match.lastgroup
        position = InlineReader._METHODS[group](self, match) if group else -1
        is_skipped = position >= 0 if group in {"ticks", "math", "comment"} else True
        if is_skipped and (group or match[0][0] in _CODE_OR_MATH):
            self.skipped.append((match.start(), position if position >= 0 else match.end()))
        return position

    def _skip_spaced(self, match: re.Match[str]) -> int:
        """Read `[text](some destination)` as in a note, and keep it if it is meant as a link."""
        opened = self._open[-1] if self._open else -1
        position = InlineReader._METHODS["spaced"](self, match)
        if opened >= 0 and position < 0:
            self.skipped.append((opened, match.end()))
        return position

    _METHODS: ClassVar = {
        **InlineReader._METHODS,
        **dict.fromkeys(
            (None, "wikilink", "ticks", "math", "bars", "comment", "tag", "hashtag", "block"), _skip
        ),
        "spaced": _skip_spaced,
    }
