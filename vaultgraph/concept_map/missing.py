"""Notes of a map that name each other and are not linked, with the sentence that does."""

from collections.abc import Sequence

from vaultgraph.concept_map.scene import Scene
from vaultgraph.graph import VaultGraph
from vaultgraph.suggesting import MissingLinks, quotation

__all__ = ["find_missing_links"]

Fields = dict[str, object]

_MAX_NOTES = 5_000
"""To read all words of 10,000 notes would take two thirds of the time of their map."""
_MAX_MENTIONS = 5_000


def find_missing_links(graph: VaultGraph, scene: Scene) -> Sequence[Fields]:
    """Return the mentions between notes of *scene* that no link joins, the strongest first.

    Each is `from` a note `to` another one, by number, with the `quote`: what is before the first of
    so many `places`, the name there, and what is after it.
    """
    if len(graph.vault.notes) > _MAX_NOTES:
        return []
    numbers = {note.path: number for number, note in enumerate(scene.notes) if not note.kind}
    joined = {frozenset((link.before, link.after)) for link in scene.links}
    found: list[Fields] = []
    for mention in MissingLinks(graph).ranked_mentions:
        source, target = numbers.get(mention.source), numbers.get(mention.target)
        if source is None or target is None or frozenset((source, target)) in joined:
            continue
        fields: Fields = {"from": source, "to": target, "places": len(mention.places)}
        found.append({**fields, "quote": quotation(graph, mention)})
        if len(found) == _MAX_MENTIONS:
            break
    return found
