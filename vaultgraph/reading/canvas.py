"""A canvas as a source of links: its file cards, and the links in its text cards.

The format is JSON Canvas 1.0.
"""

import json
from collections.abc import Iterator
from typing import Any

from vaultgraph.model import LinkRow, Note, Record
from vaultgraph.reading.mentions import find_mentions
from vaultgraph.reading.note import parse_note

__all__ = ["parse_canvas"]

_NOTHING = Record()


def parse_canvas(path: str, text: str) -> Note:
    """Parse the canvas at *path*; never fails: what is wrong with it is among its problems."""
    try:
        board = json.loads(text) if text.strip() else {"nodes": []}
        nodes = board["nodes"]
        read = [
            parse_note("", node["text"]).record if _is_text(node) else _NOTHING for node in nodes
        ]
        links = [
            link
            for node, inner in zip(nodes, read, strict=True)
            for link in _links(text, node, inner)
        ]
        mentions = [str(node["background"]) for node in nodes if "background" in node]
        mentions += [word for inner in read for word in inner.mentions]
        arrows = tuple(_arrows(nodes, board.get("edges", [])))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        problems = (("canvas", "this is no JSON canvas", 0),)
        return Note(path, Record(mentions=tuple(find_mentions(text)), problems=problems))
    return Note(path, Record(links=tuple(links), mentions=tuple(mentions), arrows=arrows))


def _is_text(node: dict[str, Any]) -> bool:
    return node.get("type") == "text"


def _links(text: str, node: dict[str, Any], inner: Record) -> Iterator[LinkRow]:
    """Yield the links of *node* in the JSON *text*; *inner* is what was read in its own text."""
    if node.get("type") == "file":
        start, end = _place(text, node["file"])
        yield node["file"] + node.get("subpath", ""), start, end, "canvas", True, ""
    elif inner.links:
        start, end = _place(text, node["text"])
        for target, _, _, syntax, embed, key in inner.links:
            yield target, start, end, syntax, embed, key


def _arrows(
    nodes: list[dict[str, Any]], edges: list[dict[str, Any]]
) -> Iterator[tuple[str, str, str]]:
    files = {node.get("id"): node["file"] for node in nodes if node.get("type") == "file"}
    for edge in edges:
        tail, head = files.get(edge.get("fromNode")), files.get(edge.get("toNode"))
        if tail and head:
            yield tail, head, str(edge.get("label", ""))


def _place(text: str, value: str) -> tuple[int, int]:
    """Where *value* stands in the JSON *text*; the beginning if it is written otherwise."""
    for written in (json.dumps(value, ensure_ascii=False), json.dumps(value)):
        start = text.find(written)
        if start >= 0:
            return start + 1, start + len(written) - 1
    return 0, 0
