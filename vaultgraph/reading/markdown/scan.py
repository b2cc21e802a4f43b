"""Scan texts for Obsidian's Markdown.

This is the only interface between the grammar, in `blocks` and `inline`, and the code that builds
notes.  An implementation in another language could replace the grammar behind it.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from vaultgraph.model import Block, Heading, InvalidLink, Link, MarkupFault, Tag
from vaultgraph.reading.markdown.blocks import Blocks, read_blocks
from vaultgraph.reading.markdown.inline import REFERENCES, Inline, read_inline
from vaultgraph.reading.markdown.tables import find_split_links, may_split

__all__ = ["Scanned", "scan"]

# Of a note with 20 links, tags and headings, `Link(…)` and the like would take 5 % of a lint.
_NEW: Any = tuple.__new__
_HEADING, _LINK, _TAG = partial(_NEW, Heading), partial(_NEW, Link), partial(_NEW, Tag)
_BLOCK, _INVALID_LINK = partial(_NEW, Block), partial(_NEW, InvalidLink)


class Scanned(NamedTuple):
    """The markup of a text, in order, with the offsets of a `ParsedNote`.

    Only `gaps`, the (start, end) of what is not prose, count the newline before the text.
    `elements` are the (start, end) of the HTML elements in the prose that may name a file.
    """

    gaps: Sequence[tuple[int, int]]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    tags: tuple[Tag, ...]
    blocks: tuple[Block, ...]
    invalid_links: tuple[InvalidLink, ...]
    absolute_paths: tuple[Link, ...]
    elements: Sequence[tuple[int, int]]
    uploads: tuple[Link, ...]
    faults: tuple[MarkupFault, ...]


def scan(texts: Sequence[tuple[str, int]]) -> list[Scanned]:
    r"""Scan each (text, offset) of *texts* from the offset on, which must be that of a newline.

    Each text begins with an extra newline, which does not count in the offsets.  All blocks
    are read before any inline markup, which is faster than going text by text; see `parse_notes`.

    >>> scan([("\n# Heat\n[[Work]] #energy", 0)])[0].links
    (Link(target='Work', start=7, end=15, syntax='wikilink', embed=False, key=''),)
    """
    read = [(text, start, read_blocks(text, start)) for text, start in texts]
    return [_scanned(*each) for each in read]


def _scanned(text: str, start: int, blocks: Blocks) -> Scanned:
    inline = read_inline(text, _prose(blocks, start, len(text)), blocks.definitions)
    return Scanned(
        blocks.gaps,
        tuple(map(_HEADING, blocks.headings)),
        tuple(map(_LINK, inline.links)),
        tuple(map(_TAG, inline.tags)),
        tuple(map(_BLOCK, inline.blocks)),
        tuple(map(_INVALID_LINK, chain(inline.invalid_links, blocks.invalid_links))),
        tuple(map(_LINK, inline.absolute_paths)) if inline.absolute_paths else (),
        inline.elements,
        tuple(map(_LINK, inline.uploads)) if inline.uploads else (),
        _faults(inline, blocks.gaps) if inline.suspects or _has_other_bars(inline) else (),
    )


def _has_other_bars(inline: Inline) -> bool:
    """Whether there may be a `|` outside links; most notes with one in a link have no other."""
    return len(inline.barred) > 0 and inline.text.count("|") > len(inline.barred)


def _faults(inline: Inline, gaps: Sequence[tuple[int, int]]) -> tuple[MarkupFault, ...]:
    """Return what is wrong with the markup; of most notes, nothing is even suspect."""
    found: list[MarkupFault] = []
    if may_split(inline.text, inline.barred):
        found += find_split_links(inline.text, inline.extents, inline.barred)
    kinds = {kind for kind, _, _ in inline.suspects}
    if kinds & REFERENCES:
        from vaultgraph.reading.markdown.references import find_undefined

        found += find_undefined(inline, gaps)
    if kinds - REFERENCES:
        from vaultgraph.reading.markdown.malformed import find_malformed

        found += find_malformed(inline)
    return tuple(sorted(found, key=attrgetter("start"))) if found else ()


def _prose(blocks: Blocks, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans between the gaps."""
    for gap_start, gap_end in blocks.gaps:
        yield start, gap_start
        start = gap_end
    yield start, end
