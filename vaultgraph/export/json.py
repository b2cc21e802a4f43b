"""Everything known about a vault as one JSON document, `vaultgraph-index/1`.

Its fields are described by `index.schema.json` in this folder.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from vaultgraph.export import Sink, exporter
from vaultgraph.graph import Edge, Relation, VaultGraph
from vaultgraph.model import Card, Note
from vaultgraph.printing import JSON
from vaultgraph.reading import Lines, display
from vaultgraph.version import __version__

__all__ = ["render", "write"]


@exporter(".json", "everything known about the vault, for other programs")
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write what `render` returns."""
    sink.write(render(graph), form=JSON)


def render(graph: VaultGraph) -> Iterator[str]:
    """Yield the index of *graph* as JSON text, note by note to save memory."""
    vault = graph.vault
    related = defaultdict(list)
    for relation in graph.relations:
        related[relation.source].append(relation)
    head = {
        "schema": "vaultgraph-index/1",
        "vault": vault.name,
        "generator": f"vaultgraph {__version__}",
    }
    yield f'{_json(head).removesuffix("}")}, "notes": {{'
    for number, note in enumerate(graph.notes):
        yield ", " * (number > 0)
        yield f"{_json(note.path)}: {_json(_note(graph, note, related[note.path]))}"
    attachments = [attachment._asdict() for attachment in vault.attachments.values()]
    rest = {"attachments": attachments, "unresolved": graph.unresolved}
    yield f"}}, {_json(rest).removeprefix('{')}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _note(graph: VaultGraph, note: Note, relations: Sequence[Relation]) -> dict[str, Any]:
    text = graph.vault.text(note.path)
    lines = Lines(text)
    edges = graph.outgoing[note.path].edges
    body = [edge for edge in edges if edge.link.syntax != "property"]
    return {
        "links": [_link(edge, text, lines) for edge in body if not edge.link.embed],
        "embeds": [_link(edge, text, lines) for edge in body if edge.link.embed],
        "property_links": [
            {**_link(edge, text, lines), "key": edge.link.key}
            for edge in edges
            if edge.link.syntax == "property"
        ],
        "tags": [{"tag": tag.name, **_line_and_column(lines, tag.start)} for tag in note.tags],
        "frontmatter_tags": note.frontmatter_tags,
        "aliases": note.aliases,
        "properties": dict(note.properties),
        "headings": [
            {"level": heading.level, "text": heading.text, "line": lines.position(heading.start)[0]}
            for heading in note.headings
        ],
        "blocks": [block.id for block in note.blocks],
        "relations": [_relation(relation, lines) for relation in relations],
        "cards": [_card(card, lines) for card in note.cards if card.goes_to_anki],
        "other_cards": [
            {**_card(card, lines), "plugin": card.plugin, "due": card.due or None}
            for card in note.cards
            if not card.goes_to_anki
        ],
    }


def _link(edge: Edge, text: str, lines: Lines) -> dict[str, Any]:
    link = edge.link
    return {
        "target": link.target,
        "display": display(text[link.start : link.end], link.syntax),
        "kind": link.syntax,
        **_line_and_column(lines, link.start),
        "start": link.start,
        "end": link.end,
        "resolved": edge.target,
    }


def _relation(relation: Relation, lines: Lines) -> dict[str, Any]:
    edge = relation.edge
    return {
        "kind": relation.kind,
        "target": edge.link.target,
        "resolved": edge.target,
        "line": lines.position(edge.link.start)[0],
    }


def _card(card: Card, lines: Lines) -> dict[str, Any]:
    return {
        "id": card.id or None,
        "question": card.question,
        "answer": card.answer,
        "other_fields": card.more,
        "style": card.style,
        "note_type": card.note_type,
        "deck": card.deck,
        "tags": card.tags,
        "line": lines.position(card.start)[0],
        "end_line": lines.position(card.end)[0],
    }


def _line_and_column(lines: Lines, offset: int) -> dict[str, int]:
    line, column = lines.position(offset)
    return {"line": line, "column": column}
