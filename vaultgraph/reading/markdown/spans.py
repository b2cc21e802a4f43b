"""A text such as one side of a flashcard, cut into spans by the grammar of notes.

What is an embed, a link, code or a formula, is decided where notes are read, in `blocks` and
`inline`: so a card says the same to every command.
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

__all__ = ["MASK", "InlineSpan", "masked", "spans", "unmasked", "written_spans"]

MASK = "\ufdd0"
"""Stands for a span; Unicode keeps it for internal use, so no text that is exchanged holds it."""
_KIND_BY_START = {"`": "code", "~": "code", "\n": "code", "$": "math"}
"""Kinds of span that are not prose, by the first character: indented code follows a newline."""


class InlineSpan(NamedTuple):
    """What is from `start` to `end`: an embed, a link, code, math, or other text.

    `target` is what an embed or a link leads to, empty if that is no file of the vault.  `shown` is
    the text that Obsidian shows for a link; of an embed, what is between its double brackets, or
    else its target.
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


@lru_cache(maxsize=1 << 10)  # several rules ask for those of a card
def spans(text: str) -> tuple[InlineSpan, ...]:
    """All of *text*, in order.

    >>> [(span.kind, span.target, span.shown) for span in spans("![[a.png|9]] `[[b]]`[[c|d]]")]
    [('embed', 'a.png', 'a.png|9'), ('text', '', ''), ('code', '', ''), ('link', 'c', 'd')]
    """
    return tuple(_with_text(_found(text), len(text)))


def written_spans(text: str) -> Iterator[tuple[str, str]]:
    """Yield the kind of each span of *text*, and what is written there."""
    for span in spans(text):
        yield span.kind, text[span.start : span.end]


def masked(text: str, *kinds: str) -> tuple[str, list[str]]:
    """The *text* with a `MASK` in place of each span of these *kinds*, and what stood there.

    >>> masked("so `x` is ==$y$==", "code", "math")[1]
    ['`x`', '$y$']
    """
    pieces, originals = [], []
    for kind, written in written_spans(text):
        if kind in kinds:
            pieces.append(MASK)
            originals.append(written)
        else:
            pieces.append(written.replace(MASK, ""))
    return "".join(pieces), originals


def unmasked(text: str, originals: Iterable[str]) -> str:
    """The *text* with the *originals* back in place of every `MASK`, in their order."""
    parts = zip_longest(text.split(MASK), originals, fillvalue="")
    return "".join(chain.from_iterable(parts))


def _found(text: str) -> Iterable[InlineSpan]:
    """The spans of *text* that are more than text, in order; they may lie in one another."""
    source = f"\n{text}"
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
    """Yield those *found*, and the text between them up to *end*.

    Spans do not overlap: of a link that holds an embed, only the embed is one.
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
    """Reads as of a note, and keeps what code and formulas it `found`."""

    def __init__(self, text: str, definitions: Definitions) -> None:
        super().__init__(text, definitions)
        self.found: list[InlineSpan] = []

    def _keep(self, match: re.Match[str]) -> int:
        """Take *match* as of a note, and keep it if it is code or a formula."""
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
