"""Find relations: links with a label that says how two notes are related.

A relation is written as

- a line with a label: `Relações: [[A]], [[B]]`, also in a list or a quote, also bold;
- a Dataview field: `up:: [[A]]` on a line of its own, `[up:: [[A]]]` or `(up:: [[A]])` anywhere;
- a Breadcrumbs list item: `- up [[A]]`;
- a property: `up: "[[A]]"`.

A field, an item or a property is a relation by its syntax.  A labeled line is only a candidate: the
graph, which knows all notes, decides whether its label means a relation.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from vaultgraph.lazy import lazy_re
from vaultgraph.model import LinkRow

__all__ = ["find_relations"]

RelationRow = tuple[str, int, bool]

_LABEL = lazy_re(
    r"[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(?:\[[ xX]\][ \t]+)?[*_]{0,3}"
    r"(?P<label>[^\W\d_][^:\[\]()!*`#\n]{0,60}?)[*_]{0,3}[ \t]*(?P<colons>::?)[*_]{0,3}[ \t]*\Z"
)
_INLINE_FIELD = lazy_re(r"(?:^|[^\[])[\[(](?P<label>[^\W\d_][^:\[\]()\n]{0,60}?)[ \t]*::[ \t]*\Z")
_ITEM = lazy_re(r"[ \t]*[-*+][ \t]+(?P<label>up|down|same|next|prev)[ \t]*\Z", re.IGNORECASE)
_BEFORE_ITEM = " \t-*+"
_SEPARATOR = lazy_re(r"[\s,;·|.]*+(?:(?:e|and|y)\b)?[\s,;·|.]*+\Z")
_DECK_LINES = ("target deck", "file tags")


def find_relations(text: str, links: Sequence[LinkRow]) -> list[RelationRow]:
    """Return (label, index in *links*, is sure) for every link that is a relation.

    *links* must be in the order of *text*, those of the properties first.
    """
    found: list[RelationRow] = []
    line_end = -1
    for index, (_, start, _, _, _, key) in enumerate(links):
        if key:
            found.append((key.partition(".")[0], index, True))
        elif start > line_end:  # the first of its line
            line, line_end = text.rfind("\n", 0, start) + 1, _line_end(text, start)
            # Most lines have neither a list marker nor a colon.
            if text[line] in _BEFORE_ITEM or text.find(":", line, line_end) >= 0:
                found += _on_line(text, links, index, line, line_end)
    return found


def _on_line(
    text: str, links: Sequence[LinkRow], first: int, line: int, line_end: int
) -> Iterable[RelationRow]:
    """Return the relations from *line* to *line_end*; the index of the first link is *first*."""
    last = first + 1
    while last < len(links) and links[last][1] < line_end:
        last += 1
    label, is_sure, needs_whole_line = _label(text[line : links[first][1]])
    if label and not (needs_whole_line and not _only_links(text, links, first, last)):
        return [(label, i, is_sure) for i in range(first, last) if not links[i][4]]
    if "::" in text[line : links[last - 1][1]]:
        return _fields_within(text, links, first, last)
    return ()


def _label(before: str) -> tuple[str, bool, bool]:
    """Return the label before a line's first link, if it is sure, and if only links may follow."""
    if ":" not in before:
        item = _ITEM.match(before)
        return (item["label"], True, True) if item else ("", False, False)
    match = _LABEL.match(before)
    label = match["label"].strip() if match else ""
    if not match or label.lower() in _DECK_LINES:
        return "", False, False
    if match["colons"] == "::":
        return label, True, False
    return (label, False, True) if len(label.split()) <= 4 else ("", False, False)


def _fields_within(
    text: str, links: Sequence[LinkRow], first: int, last: int
) -> Iterator[RelationRow]:
    """Yield the relations of `[up:: [[A]]]` and `(up:: [[A]])` on one line."""
    end = text.rfind("\n", 0, links[first][1]) + 1
    for index in range(first, last):
        if links[index][1] < end:
            continue
        match = _INLINE_FIELD.search(text[end : links[index][1]])
        if match:
            yield match["label"].strip(), index, True
        end = links[index][2]


def _only_links(text: str, links: Sequence[LinkRow], first: int, last: int) -> bool:
    """Return whether only separators are between and after the links of a line."""
    ends = [link[1] for link in links[first + 1 : last]]
    ends.append(_line_end(text, links[last - 1][2]))
    return all(_SEPARATOR.match(text, links[i][2], end) for i, end in enumerate(ends, first))


def _line_end(text: str, offset: int) -> int:
    """Return the offset of the next newline, or the end of the text."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
