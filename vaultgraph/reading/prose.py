"""Find the prose of a note: what is read as sentences, at its own offsets.

The grammar is that of `blocks` and `inline`.  What they skip is not prose; neither are the
links that they find, with their text, and what only programs read.
"""

import re
from collections.abc import Iterator
from typing import ClassVar

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.frontmatter import body_start
from vaultgraph.reading.markdown.blocks import read_blocks
from vaultgraph.reading.markdown.inline import Definitions, InlineReader
from vaultgraph.reading.markdown.newlines import with_plain_newlines

__all__ = ["NO_PROSE", "prose"]

NO_PROSE = "\ufdd0"
"""Stands for each character that is not prose: a Unicode noncharacter, so it is in no text."""
_CODE_OR_MATH = "`$"
# Each begins with a literal, so that `re` skips to its occurrences: as one expression they would
# take more time than all of the grammar.
_COMMENT = lazy_re(r"%%(?:(?!%%).)*+(?:%%)?", re.DOTALL)
_ADDRESS = lazy_re(r"(?:://|www\.)[^\s<>]+")
_MAIL = lazy_re(r"@[\w-]+(?:\.[\w-]+)+")
_MAILBOX = lazy_re(r"[\w.+-]+\Z")
_MAX_MAILBOX = 64
_FIELD = lazy_re(r"^[ \t>*+-]*\w[\w -]{0,40}::", re.MULTILINE)
_DECK = lazy_re(r"^(?:TARGET DECK|FILE TAGS)\b:?[ \t]*(?:\n[^\n]*|[^\n]*)", re.MULTILINE)
"""A line for Obsidian_to_Anki, which may have its value on the next one."""


def prose(text: str) -> str:
    r"""Return *text*, without a byte order mark, with `NO_PROSE` for what is not prose.

    Each character stays at its offset.  Not prose are properties, links and embeds with their text,
    code, math, HTML tags and comments, addresses, tags, block IDs and lines for Obsidian_to_Anki.

    >>> prose("Heat is `x` [[Work]].").replace(NO_PROSE, "_")
    'Heat is ___ ________.'
    """
    source = "\n" + with_plain_newlines(text)
    body = body_start(source)
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
    return sorted([(0, body), *blocks.gaps, *reader.skipped, *_others(source, body)])


def _others(source: str, body: int) -> Iterator[tuple[int, int]]:
    """Yield the comments of Obsidian, addresses, and lines for programs in *source*."""
    for pattern, marks in (
        (_COMMENT, ("%%",)),
        (_ADDRESS, ("://", "www.")),
        (_FIELD, ("::",)),
        (_DECK, ("TARGET DECK", "FILE TAGS")),
    ):
        if any(mark in source for mark in marks):
            yield from (match.span() for match in pattern.finditer(source, body))
    for match in _MAIL.finditer(source, body) if "@" in source else ():
        mailbox = _MAILBOX.search(source, max(body, match.start() - _MAX_MAILBOX), match.start())
        if mailbox:
            yield mailbox.start(), match.end()


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
