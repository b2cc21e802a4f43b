"""Headings and blocks that a link names behind its `#`.

Obsidian compares headings without regard to case, with a space in place of most ASCII punctuation;
`-`, `_`, `'` and everything beyond ASCII count.  `#A#B` is the first heading B behind the first A
that is deeper, whatever is between them.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from vaultgraph.graph.resolve import fold
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Heading, Note

__all__ = ["anchors", "has_block", "has_heading", "heading_key", "without_block_id"]

# Plugins that follow Obsidian's own `stripHeading` carry this list.
_PUNCTUATION = str.maketrans(dict.fromkeys('!"#$%&()*+,.:;<=>?@^`{|}~/[]\\', " "))
_DEEPEST = 6
_ANCHOR = lazy_re(r"<a\s+(?:name|id)[ \t]*=[ \t]*(?:\"([^\"\n<>]+)\"|'([^'\n<>]+)'|([^\s\"'<>]+))")
_BLOCK_ID = lazy_re(r"\s\^[A-Za-z0-9-]+\Z")


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """The form in which headings compare.

    >>> heading_key("TCP/IP: *how* it works") == heading_key("tcp ip how it works")
    True
    >>> heading_key("What's new") == heading_key("What s new")
    False
    """
    folded = fold(text)
    return " ".join(folded.translate(_PUNCTUATION).split()) or folded.strip()


def has_heading(note: Note, subpath: str) -> bool:
    """Whether *note* has the heading, or the chain of headings, of *subpath*, `#A#B`."""
    places = _places(note)
    whole = heading_key(subpath.lstrip("#"))
    if not whole or whole in places:
        return True
    wanted = [key for part in subpath.split("#") if (key := heading_key(part))]
    return len(wanted) > 1 and _has_chain(places, wanted)


def without_block_id(heading: Heading) -> str:
    """The text of *heading* without the block id at its end."""
    return _BLOCK_ID.sub("", heading.text)


@lru_cache(maxsize=16)
def _places(note: Note) -> Mapping[str, Sequence[list[int]]]:
    """The numbers of the headings of *note* by what they are called, for each level from 1."""
    places: dict[str, tuple[list[int], ...]] = {}
    for number, heading in enumerate(note.headings):
        for key in {heading_key(heading.text), heading_key(without_block_id(heading))}:
            levels = places.setdefault(key, tuple([] for _ in range(_DEEPEST)))
            levels[heading.level - 1].append(number)
    return places


def _has_chain(places: Mapping[str, Sequence[list[int]]], wanted: Sequence[str]) -> bool:
    """Whether each of *wanted* comes behind the one before it, and is deeper."""
    number, level = -1, 0
    for key in wanted:
        behind = [
            (numbers[index], depth)
            for depth, numbers in enumerate(places.get(key, ()), start=1)
            if depth > level and (index := bisect_right(numbers, number)) < len(numbers)
        ]
        if not behind:
            return False
        number, level = min(behind)
    return True


@lru_cache(maxsize=4)
def anchors(text: str) -> Mapping[str, int]:
    """The HTML anchors of *text* by their names, each with the offset behind its tag."""
    found = _ANCHOR.finditer(text) if "<a " in text else ()
    return {match[1] or match[2] or match[3]: text.find(">", match.end()) + 1 for match in found}


def has_block(note: Note, block_id: str) -> bool:
    """Whether a block of *note* has *block_id*; case makes no difference."""
    return block_id.lower() in _block_ids(note)


@lru_cache(maxsize=16)
def _block_ids(note: Note) -> frozenset[str]:
    return frozenset(block.id.lower() for block in note.blocks)
