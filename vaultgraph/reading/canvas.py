"""A canvas as a source of links: its file cards, and the links in its text cards.

The format is JSON Canvas 1.0.  Both of its arrays may be missing, and an empty file is a newly
created canvas.  Malformed nodes are skipped; the others count.
"""

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import accumulate, islice
from typing import Any
from zlib import crc32

from vaultgraph.lazy import lazy_re
from vaultgraph.messages import say
from vaultgraph.model import Arrow, Link, Note, ParsedNote, Problem
from vaultgraph.reading.mentions import find_mentions
from vaultgraph.reading.merge_conflicts import find_merge_conflicts
from vaultgraph.reading.note import parse_note

__all__ = ["parse_canvas"]

_VALUE = lazy_re(
    r'"(?:text|file)"[ \t\r\n]*:[ \t\r\n]*"(?P<value>[^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL
)
_ESCAPE = lazy_re(r"\\(?:u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|u\w{4}|.)", re.DOTALL)

_END = lazy_re(
    r'"(?P<key>fromNode|toNode)"[ \t\r\n]*:[ \t\r\n]*"(?P<id>[^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL
)
_PORTAL = '"portal"'
"""A property of the plugin Advanced Canvas, whose edges may lead into another canvas."""

Node = Mapping[str, Any]


def parse_canvas(path: str, text: str) -> Note:
    """Parse the canvas at *path*; never fails, faults are reported in the note's problems."""
    try:
        board = json.loads(text) if text.strip() else {}
        nodes, edges = _entries(board, "nodes"), _entries(board, "edges")
    except (ValueError, TypeError, RecursionError):
        problems = tuple(
            Problem("merge", conflict.message, conflict.start)
            for conflict in find_merge_conflicts(text)
        ) or (Problem("canvas", say("this is not a JSON canvas"), 0),)
        return Note(path, ParsedNote(mentions=tuple(find_mentions(text)), problems=problems))
    read = {
        number: parse_note("", node["text"]).parsed
        for number, node in enumerate(nodes)
        if _is(node, "text")
    }
    values = _Values(text)
    links: list[Link] = []
    absolute_paths: list[Link] = []
    other_images: list[Link] = []
    for number, node in enumerate(nodes):
        if number in read:
            own = read[number]
            kinds = own.links, own.absolute_paths, own.other_images
            found = values.links_in(node["text"], sum(kinds, ()))
            for kind, known in zip(kinds, (links, absolute_paths, other_images), strict=True):
                known.extend(islice(found, len(kind)))
        elif _is(node, "file"):
            links.append(values.link_to(node["file"], _text_at(node, "subpath")))
        values.skip(node)
    record = ParsedNote(
        links=tuple(links),
        mentions=tuple(find_mentions(text)),
        arrows=tuple(_arrows(nodes, edges)),
        problems=tuple(_edge_problems(nodes, edges, text)),
        checksum=crc32(text.encode("utf-8", "surrogatepass")),
        absolute_paths=tuple(absolute_paths),
        other_images=tuple(other_images),
    )
    return Note(path, record)


def _entries(board: Any, key: str) -> list[Node]:
    """Return the objects in the array *key* of *board*.

    Raises TypeError if *board* is not an object or the value is not an array.
    """
    if not isinstance(board, dict) or not isinstance(entries := board.get(key) or [], list):
        raise TypeError
    return [entry for entry in entries if isinstance(entry, dict)]


def _is(node: Node, kind: str) -> bool:
    """Return whether *node* has the type *kind* and the string value that this type requires."""
    return node.get("type") == kind and isinstance(node.get(kind), str)


def _text_at(node: Node, key: str) -> str:
    value = node.get(key)
    return value if isinstance(value, str) else ""


def _arrows(nodes: list[Node], edges: list[Node]) -> Iterator[Arrow]:
    files = {_text_at(node, "id"): node["file"] for node in nodes if _is(node, "file")}
    for edge in edges:
        tail, head = (files.get(_text_at(edge, key)) for key in ("fromNode", "toNode"))
        if tail and head:
            yield Arrow(tail, head, str(edge.get("label", "")))


def _edge_problems(nodes: list[Node], edges: list[Node], text: str) -> Iterator[Problem]:
    """Yield the ends of *edges* at a node that is not there."""
    ids = {str(node.get("id")) for node in nodes}
    missing = {
        name
        for edge in edges
        for key in ("fromNode", "toNode")
        if (name := _text_at(edge, key)) and name not in ids
    }
    if not missing or _PORTAL in text:
        return
    for match in _END.finditer(text):
        written = match["id"]
        name = json.loads(f'"{written}"', strict=False) if "\\" in written else written
        if name in missing:
            if match["key"] == "fromNode":
                message = say("this edge begins at a card that is not there")
            else:
                message = say("this edge ends at a card that is not there")
            yield Problem("edge", message, match.start())


class _Values:
    """Locates the texts and files of nodes in the JSON *text*.

    Decoding JSON loses offsets, so the source is searched for the values.  Equal values are handed
    out in source order: callers must visit the nodes in the order of *text*.
    """

    def __init__(self, text: str) -> None:
        self._spans: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for match in _VALUE.finditer(text):
            written = match["value"]
            value = json.loads(f'"{written}"', strict=False) if "\\" in written else written
            self._spans[value].append((match.start("value"), written))
        for spans in self._spans.values():
            spans.reverse()

    def link_to(self, file: str, subpath: str) -> Link:
        """Return the link of a card that shows *file*."""
        start, written = self._next(file)
        return Link(file + subpath, start, start + len(written), "canvas", True, "")

    def links_in(self, value: str, links: tuple[Link, ...]) -> Iterator[Link]:
        """Yield the *links* in the text *value* of a card, with offsets in the JSON text."""
        if not links:
            return
        start, written = self._next(value)
        # An escape takes more characters in the source than in the value: shift what follows it.
        escapes = [*_ESCAPE.finditer(written)]
        surplus = [0, *accumulate(len(match[0]) - 1 for match in escapes)]
        offsets = [match.end() - more for match, more in zip(escapes, surplus[1:], strict=True)]
        for target, first, last, syntax, embed, key in links:
            opening, end = (start + at + surplus[bisect_right(offsets, at)] for at in (first, last))
            yield Link(target, opening, end, syntax, embed, key)

    def skip(self, node: Node) -> None:
        """Consume the texts of *node* that are not links, to keep the order of values."""
        for kind in ("text", "file"):
            if isinstance(node.get(kind), str) and not _is(node, kind):
                self._next(node[kind])

    def _next(self, value: str) -> tuple[int, str]:
        """Return the offset and source text of the next *value*; (0, "") if it is not found."""
        spans = self._spans.get(value)
        if not spans:
            return 0, ""
        return spans.pop() if len(spans) > 1 else spans[0]
