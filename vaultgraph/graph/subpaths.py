"""Headings and blocks that a link names behind its `#`.

Obsidian compares headings by their letters and digits alone: everything else is a blank, and case
makes no difference.  `#A#B` is a heading B somewhere below a heading A.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from vaultgraph.graph.resolve import fold
from vaultgraph.model import Heading, Note

__all__ = ["anchors", "has_block", "has_heading", "heading_key"]

_NO_LETTER = re.compile(r"[\W_]+")
_ANCHOR = re.compile(
    r"<a\s+(?:name|id)[ \t]*=[ \t]*(?:\"([^\"\n<>]+)\"|'([^'\n<>]+)'|([^\s\"'<>]+))"
)
_BLOCK_ID = re.compile(r"\s\^[A-Za-z0-9-]+\Z")


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """The form in which headings compare.

    >>> heading_key("TCP/IP: *how* it works") == heading_key("tcp ip how it works")
    True
    """
    return _NO_LETTER.sub(" ", fold(text)).strip() or fold(text).strip()


def has_heading(note: Note, subpath: str) -> bool:
    """Whether *note* has the heading, or the chain of headings, of *subpath*, `#A#B`."""
    keys = [(heading.level, _keys(heading)) for heading in note.headings]
    whole = heading_key(subpath.lstrip("#"))
    if not whole or any(whole in forms for _, forms in keys):
        return True
    wanted = [key for part in subpath.split("#") if (key := heading_key(part))]
    return _has_chain(keys, wanted)


def _keys(heading: Heading) -> tuple[str, str]:
    """The forms of *heading* with and without the block id at its end."""
    return heading_key(heading.text), heading_key(_BLOCK_ID.sub("", heading.text))


def _has_chain(headings: Sequence[tuple[int, tuple[str, str]]], wanted: Sequence[str]) -> bool:
    """Whether each of *wanted* stands below the one before it, deeper down."""
    level, found = 0, 0
    for depth, forms in headings:
        if found and depth <= level:
            level, found = 0, 0
        if wanted[found] in forms:
            level, found = depth, found + 1
            if found == len(wanted):
                return True
    return False


@lru_cache(maxsize=4)
def anchors(text: str) -> Mapping[str, int]:
    """The HTML anchors of *text* by their names, each with the offset behind its tag."""
    found = _ANCHOR.finditer(text) if "<a " in text else ()
    return {match[1] or match[2] or match[3]: text.find(">", match.end()) + 1 for match in found}


def has_block(note: Note, block_id: str) -> bool:
    """Whether a block of *note* has *block_id*; case makes no difference."""
    return block_id.lower() in {block.id.lower() for block in note.blocks}
