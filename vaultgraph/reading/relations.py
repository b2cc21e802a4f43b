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
from vaultgraph.model import LabeledLink, Link

__all__ = ["find_relations"]

_LABEL = lazy_re(
    r"[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(?:\[[ xX]\][ \t]+)?[*_]{0,3}"
    r"(?P<label>[^\W\d_][^:\[\]()!*`#\n]{0,60}?)[*_]{0,3}[ \t]*(?P<colons>::?)[*_]{0,3}[ \t]*\Z"
)
_INLINE_FIELD = lazy_re(r"(?:^|[^\[])[\[(](?P<label>[^\W\d_][^:\[\]()\n]{0,60}?)[ \t]*::[ \t]*\Z")
_ITEM = lazy_re(r"[ \t]*[-*+][ \t]+(?P<label>up|down|same|next|prev)[ \t]*\Z", re.IGNORECASE)
_BEFORE_ITEM = " \t-*+"
_SEPARATOR = lazy_re(r"[\s,;·|.]*+(?:(?:e|and|y)\b)?[\s,;·|.]*+\Z")
_DECK_LINES = ("target deck", "file tags")


def find_relations(text: str, links: Sequence[Link]) -> list[LabeledLink]:
    """Return the links that are relations, or may be.

    *links* must be in the order of *text*, those of the properties first.
    """
    found: list[LabeledLink] = []
    line_end = -1
    for index, link in enumerate(links):
        if link.key:
            found.append(LabeledLink(link.key.partition(".")[0], index, True))
        elif link.start > line_end:  # the first of its line
            line, line_end = text.rfind("\n", 0, link.start) + 1, _line_end(text, link.start)
            # Most lines have neither a list marker nor a colon.
            if text[line] in _BEFORE_ITEM or text.find(":", line, line_end) >= 0:
                found += _on_line(text, links, index, line, line_end)
    return found


def _on_line(
    text: str, links: Sequence[Link], first: int, line: int, line_end: int
) -> Iterable[LabeledLink]:
    """Return the relations from *line* to *line_end*; the index of the first link is *first*."""
    last = first + 1
    while last < len(links) and links[last].start < line_end:
        last += 1
    label, is_sure, needs_whole_line = _label(text[line : links[first].start])
    if label and not (needs_whole_line and not _only_links(text, links, first, last)):
        return [LabeledLink(label, i, is_sure) for i in range(first, last) if not links[i].embed]
    if "::" in text[line : links[last - 1].start]:
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
    text: str, links: Sequence[Link], first: int, last: int
) -> Iterator[LabeledLink]:
    """Yield the relations of `[up:: [[A]]]` and `(up:: [[A]])` on one line."""
    end = text.rfind("\n", 0, links[first].start) + 1
    for index in range(first, last):
        if links[index].start < end:
            continue
        match = _INLINE_FIELD.search(text[end : links[index].start])
        if match:
            yield LabeledLink(match["label"].strip(), index, True)
        end = links[index].end


def _only_links(text: str, links: Sequence[Link], first: int, last: int) -> bool:
    """Return whether only separators are between and after the links of a line."""
    ends = [link.start for link in links[first + 1 : last]]
    ends.append(_line_end(text, links[last - 1].end))
    return all(_SEPARATOR.match(text, links[i].end, end) for i, end in enumerate(ends, first))


def _line_end(text: str, offset: int) -> int:
    """Return the offset of the next newline, or the end of the text."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
