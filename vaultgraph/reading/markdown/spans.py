"""Split a text, such as one side of a flashcard, into spans by the grammar of notes.

`blocks` and `inline` decide what is an embed, a link, code or math, so that every command
interprets a card in the same way as its note.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, zip_longest
from typing import ClassVar, NamedTuple

from vaultgraph.model import path_of
from vaultgraph.reading.markdown.blocks import read_blocks
from vaultgraph.reading.markdown.inline import Definitions, InlineReader
from vaultgraph.reading.markdown.links import display

__all__ = ["MASK", "InlineSpan", "masked", "span_texts", "spans", "unmasked"]

MASK = "\ufdd0"
"""Replaces a span; a Unicode noncharacter for internal use, so it is not in exchanged text."""
_KIND_BY_START = {"`": "code", "~": "code", "\n": "code", "$": "math"}
"""Kinds of spans that are not prose, by first character; indented code begins with a newline."""


class InlineSpan(NamedTuple):
    """A span from `start` to `end`; its `kind` is embed, link, code, math or text.

    `target` is that of an embed or link, empty if it is not a file of the vault.  `shown` is the
    text that Obsidian displays for a link; for an embed, it is the text between double brackets, or
    else the target.
    """

    kind: str
    start: int
    end: int
    target: str = ""
    shown: str = ""

    @property
    def path(self) -> str:
        """The part of the target that names a file."""
        return path_of(self.target)


@lru_cache(maxsize=1 << 10)  # several rules need the spans of each card
def spans(text: str) -> tuple[InlineSpan, ...]:
    """Return the spans that make up all of *text*, in order.

    >>> [(span.kind, span.target, span.shown) for span in spans("![[a.png|9]] `[[b]]`[[c|d]]")]
    [('embed', 'a.png', 'a.png|9'), ('text', '', ''), ('code', '', ''), ('link', 'c', 'd')]
    """
    return tuple(_with_text(_found(text), len(text)))


def span_texts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the source text of each span of *text*."""
    for span in spans(text):
        yield span.kind, text[span.start : span.end]


def masked(text: str, *kinds: str) -> tuple[str, list[str]]:
    """Return *text* with `MASK` in place of each span of these *kinds*, and the originals.

    >>> masked("so `x` is ==$y$==", "code", "math")[1]
    ['`x`', '$y$']
    """
    pieces, originals = [], []
    for kind, written in span_texts(text):
        if kind in kinds:
            pieces.append(MASK)
            originals.append(written)
        else:
            pieces.append(written.replace(MASK, ""))
    return "".join(pieces), originals


def unmasked(text: str, originals: Iterable[str]) -> str:
    """Return *text* with each `MASK` replaced by the next of *originals*."""
    parts = zip_longest(text.split(MASK), originals, fillvalue="")
    return "".join(chain.from_iterable(parts))


def _found(text: str) -> Iterable[InlineSpan]:
    """Return the spans of *text* that are not plain text, in order; they may be nested."""
    source = f"\n{text}"  # the grammar expects a newline before the first line
    blocks = read_blocks(source, 0)
    reader = _Reader(source, blocks.definitions)
    start = 0
    for gap_start, gap_end in blocks.gaps:
        reader.read(start, gap_start)
        start = gap_end
        if kind := _KIND_BY_START.get(source[gap_start]):
            reader.found.append(InlineSpan(kind, gap_start - 1, gap_end - 1))
    reader.read(start, len(source))
    for target, start, end, syntax, is_embed, _ in reader.links:
        if is_embed:
            shown = text[start + 3 : end - 2] if syntax == "wikilink" else target
            reader.found.append(InlineSpan("embed", start, end, target, shown))
        else:
            shown = display(text[start:end], syntax)
            reader.found.append(InlineSpan("link", start, end, target, shown))
    reader.found += (
        InlineSpan("embed", start, end, "", shown) for shown, start, end in reader.outside
    )
    return sorted(reader.found, key=lambda span: (span.start, span.kind == "link"))


def _with_text(found: Iterable[InlineSpan], end: int) -> Iterator[InlineSpan]:
    """Yield the spans *found*, and text spans between them up to *end*.

    The result does not overlap: a link that contains an embed is dropped in favor of the embed.
    """
    position = 0
    waiting = list(found)
    for number, span in enumerate(waiting):
        following = waiting[number + 1] if number + 1 < len(waiting) else None
        holds_embed = following and following.kind == "embed" and following.start < span.end
        if span.start < position or (span.kind == "link" and holds_embed):
            continue
        if span.start > position:
            yield InlineSpan("text", position, span.start)
        yield span
        position = span.end
    if end > position:
        yield InlineSpan("text", position, end)


class _Reader(InlineReader):
    """Reads inline markup like that of a note, and also keeps `found` code and math."""

    def __init__(self, text: str, definitions: Definitions) -> None:
        super().__init__(text, definitions)
        self.found: list[InlineSpan] = []

    def _keep(self, match: re.Match[str]) -> int:
        """Handle *match* as in a note, and keep it if it is code or math."""
        kind, group = _KIND_BY_START.get(match[0][0]), match.lastgroup
        position = InlineReader._METHODS[group](self, match) if group else -1
        if kind and (position >= 0) == (group in {"ticks", "math"}):
            end = position if position >= 0 else match.end()
            self.found.append(InlineSpan(kind, match.start() - 1, end - 1))
        return position

    _METHODS: ClassVar = {
        **InlineReader._METHODS,
        **dict.fromkeys((None, "ticks", "math", "bars"), _keep),
    }
