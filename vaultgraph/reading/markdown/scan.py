"""Scan texts for Obsidian's Markdown and return plain rows.

This is the only interface between the grammar, in `blocks` and `inline`, and the code that builds
notes from its rows.  An implementation in another language could replace the grammar behind it.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.reading.markdown.blocks import Blocks, read_blocks
from vaultgraph.reading.markdown.inline import read_inline

if TYPE_CHECKING:
    from vaultgraph.model import LinkRow

__all__ = ["Scanned", "scan"]


class Scanned(NamedTuple):
    """The rows of a text, in order, with the fields and offsets of a `ParsedNote`.

    Only `gaps`, the (start, end) of what is not prose, count the newline before the text.
    """

    gaps: Sequence[tuple[int, int]]
    headings: Sequence[tuple[int, str, int]]
    links: Sequence["LinkRow"]
    tags: Sequence[tuple[str, int]]
    blocks: Sequence[tuple[str, int]]
    invalid_links: Sequence[tuple[str, int, int]]


def scan(texts: Sequence[tuple[str, int]]) -> list[Scanned]:
    r"""Scan each (text, offset) of *texts* from the offset on, which must be that of a newline.

    Each text begins with an extra newline, which does not count in the offsets of rows.  All blocks
    are read before any inline markup, which is faster than going text by text; see `parse_notes`.

    >>> scan([("\n# Heat\n[[Work]] #energy", 0)])[0].links
    [('Work', 7, 15, 'wikilink', False, '')]
    """
    read = [(text, start, read_blocks(text, start)) for text, start in texts]
    return [_scanned(*each) for each in read]


def _scanned(text: str, start: int, blocks: Blocks) -> Scanned:
    inline = read_inline(text, _prose(blocks, start, len(text)), blocks.definitions)
    return Scanned(
        blocks.gaps,
        blocks.headings,
        inline.links,
        inline.tags,
        inline.blocks,
        [*inline.invalid_links, *blocks.invalid_links],
    )


def _prose(blocks: Blocks, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans between the gaps."""
    for gap_start, gap_end in blocks.gaps:
        yield start, gap_start
        start = gap_end
    yield start, end
