"""Resolve subpaths: the headings and blocks that a link names after its `#`.

Obsidian compares headings without case, and with a space in place of most ASCII punctuation; `-`,
`_`, `'` and all non-ASCII characters are significant. `#A#B` means the first heading B after the
first A that is deeper, whatever is between them.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from vaultgraph.graph.resolve import fold
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Block, Heading, Note

__all__ = [
    "anchors",
    "blocks_called",
    "chain_to",
    "has_block",
    "has_heading",
    "heading_key",
    "hidden_heading",
    "without_block_id",
]

# Plugins that follow Obsidian's own `stripHeading` carry this list.
_PUNCTUATION = str.maketrans(dict.fromkeys('!"#$%&()*+,.:;<=>?@^`{|}~/[]\\', " "))
_DEEPEST = 6
_ANCHOR = lazy_re(r"<a\s+(?:name|id)[ \t]*=[ \t]*(?:\"([^\"\n<>]+)\"|'([^'\n<>]+)'|([^\s\"'<>]+))")
_BLOCK_ID = lazy_re(r"\s\^[A-Za-z0-9-]+\Z")


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """Return the form in which headings are compared.

    >>> heading_key("TCP/IP: *how* it works") == heading_key("tcp ip how it works")
    True
    >>> heading_key("What's new") == heading_key("What s new")
    False
    """
    folded = fold(text)
    return " ".join(folded.translate(_PUNCTUATION).split()) or folded.strip()


def has_heading(note: Note, subpath: str) -> bool:
    """Whether *note* has the heading, or the chain of headings, of *subpath*, such as `#A#B`."""
    places = _places(note)
    whole = heading_key(subpath.lstrip("#"))
    if not whole or whole in places:
        return True
    wanted = [key for part in subpath.split("#") if (key := heading_key(part))]
    return len(wanted) > 1 and _end_of_chain(places, wanted) >= 0


def hidden_heading(note: Note, subpath: str) -> tuple[int, int] | None:
    """Return the heading that *subpath* opens, and one of the same text that is higher.

    They are indices of the headings of *note*; None if the first of that text is the highest.
    """
    levels = _places(note).get(heading_key(subpath.lstrip("#")), ())
    firsts = [(numbers[0], level) for level, numbers in enumerate(levels) if numbers]
    if len(firsts) < 2:
        return None
    opened, depth = min(firsts)
    higher = [number for number, level in firsts if level < depth]
    return (opened, min(higher)) if higher else None


def chain_to(note: Note, number: int) -> Sequence[str]:
    """Return the texts of the heading above that with the index *number*, and its own.

    Empty if there is none above it, or if this chain leads elsewhere.
    """
    above = _parents(note)[number]
    if above < 0:
        return ()
    texts = tuple(without_block_id(note.headings[index]) for index in (above, number))
    keys = [*map(heading_key, texts)]
    return texts if all(keys) and _end_of_chain(_places(note), keys) == number else ()


@lru_cache(maxsize=16)
def _parents(note: Note) -> Sequence[int]:
    """The index of the heading above each heading of *note*, which is less deep; -1 without one."""
    parents: list[int] = []
    above: list[tuple[int, int]] = []
    for number, heading in enumerate(note.headings):
        while above and above[-1][0] >= heading.level:
            above.pop()
        parents.append(above[-1][1] if above else -1)
        above.append((heading.level, number))
    return parents


def without_block_id(heading: Heading) -> str:
    """Return the text of *heading* without a block ID at its end."""
    return _BLOCK_ID.sub("", heading.text)


@lru_cache(maxsize=16)
def _places(note: Note) -> Mapping[str, Sequence[list[int]]]:
    """The indices of the headings of *note* by key, in one list per level from 1."""
    places: dict[str, tuple[list[int], ...]] = {}
    for number, heading in enumerate(note.headings):
        for key in {heading_key(heading.text), heading_key(without_block_id(heading))}:
            levels = places.setdefault(key, tuple([] for _ in range(_DEEPEST)))
            levels[heading.level - 1].append(number)
    return places


def _end_of_chain(places: Mapping[str, Sequence[list[int]]], wanted: Sequence[str]) -> int:
    """Return the index of the last heading of *wanted*; -1 if one is missing.

    Each comes after the one before it, and is deeper.
    """
    number, level = -1, 0
    for key in wanted:
        following = [
            (numbers[index], depth)
            for depth, numbers in enumerate(places.get(key, ()), start=1)
            if depth > level and (index := bisect_right(numbers, number)) < len(numbers)
        ]
        if not following:
            return -1
        number, level = min(following)
    return number


@lru_cache(maxsize=4)
def anchors(text: str) -> Mapping[str, int]:
    """Return the HTML anchors of *text* by name, with the offset after the tag."""
    found = _ANCHOR.finditer(text) if "<a " in text else ()
    return {match[1] or match[2] or match[3]: text.find(">", match.end()) + 1 for match in found}


def has_block(note: Note, block_id: str) -> bool:
    """Whether a block of *note* has *block_id*, ignoring case."""
    return block_id.lower() in _blocks(note)


def blocks_called(note: Note, block_id: str) -> Sequence[Block]:
    """Return the blocks of *note* with *block_id*, ignoring case, in order."""
    return _blocks(note).get(block_id.lower(), ())


@lru_cache(maxsize=16)
def _blocks(note: Note) -> Mapping[str, Sequence[Block]]:
    """The blocks of *note* by their ID in lower case."""
    blocks: dict[str, list[Block]] = {}
    for block in note.blocks:
        blocks.setdefault(block.id.lower(), []).append(block)
    return blocks
