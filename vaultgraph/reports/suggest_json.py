"""Suggested links and unlinked mentions as JSON: `vaultgraph-suggestions/1`."""

from typing import Any

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Span
from vaultgraph.reports.arrows import Places
from vaultgraph.reports.json_document import json_document
from vaultgraph.suggesting import Mention, MissingLinks, Suggestion

__all__ = ["render", "render_vault"]


def render(missing: MissingLinks, path: str) -> str:
    """Return the suggestions for the note at *path* as JSON text."""
    graph, places = missing.graph, Places(missing.graph)
    fields = {
        "vault": graph.vault.name,
        "path": path,
        "suggestions": [_suggestion(graph, each, places) for each in missing.suggest(path)],
    }
    return json_document("suggestions/1", fields)


def render_vault(missing: MissingLinks) -> str:
    """Return the unlinked mentions of the vault of *missing* as JSON text."""
    graph, places = missing.graph, Places(missing.graph)
    fields = {
        "vault": graph.vault.name,
        "mentions": [_mention(graph, each, places) for each in missing.ranked_mentions],
        "never_linked": [
            {"target": path, "sources": sorted(sources)} for path, sources in missing.never_linked
        ],
    }
    return json_document("suggestions/1", fields)


def _suggestion(graph: VaultGraph, suggestion: Suggestion, places: Places) -> dict[str, Any]:
    linked, notes = suggestion.folder
    mentions = suggestion.mention, suggestion.backmention
    mention, backmention = (each and _mention(graph, each, places) for each in mentions)
    return {
        "target": suggestion.target,
        "score": round(suggestion.score, 4),
        "mention": mention,
        "backmention": backmention,
        "words": [*suggestion.words],
        "neighbours": [*suggestion.neighbours],
        "folder": {"linked": linked, "notes": notes} if linked else None,
        "tags": [*suggestion.tags],
        "images": [*suggestion.images],
    }


def _mention(graph: VaultGraph, mention: Mention, places: Places) -> dict[str, Any]:
    """Return *mention* as data; `start` and `end` are offsets in the text of the source."""
    text = graph.vault.text(mention.source)
    found = []
    for start, end in mention.places:
        line, column = places.position(Span(mention.source, start, end))
        where = {"line": line, "column": column, "start": start, "end": end}
        found.append({"written": text[start:end], **where})
    return {"source": mention.source, "target": mention.target, "places": found}
