"""The rule `broken-edge`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule

_BEGINNING, _END = '"fromNode"', '"toNode"'
_GROUP = say("{count:,} ends of edges are at cards that are not there")


@rule(
    Severity.WARNING,
    plural("{count:,} edge to a missing card", "{count:,} edges to missing cards"),
    on="note or canvas",
    of="problems",
)
def broken_edge(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """An edge of a canvas begins or ends at a card that the canvas does not have.

    Obsidian cannot draw it.  A program that wrote the canvas, or a merge, has left out the card.

    Bad::

        -- Board.canvas --
        {"nodes": [{"id": "a", "type": "text", "text": "Heat"}],
         "edges": [{"id": "c", "fromNode": "a", "toNode": "b"}]}

    Good::

        -- Board.canvas --
        {"nodes": [{"id": "a", "type": "text", "text": "Heat"},
                   {"id": "b", "type": "text", "text": "Work"}],
         "edges": [{"id": "c", "fromNode": "a", "toNode": "b"}]}

    When it is wrong to worry: groups, links and the cards of plugins are cards as well.  If the
    canvas has a portal of the plugin Advanced Canvas, an edge may lead into another canvas, and
    nothing is reported.

    Fine::

        -- Board.canvas --
        {"nodes": [{"id": "a", "type": "group"}, {"id": "b", "type": "sticker"}],
         "edges": [{"id": "c", "fromNode": "a", "toNode": "b"}]}
    """
    hint = say("add the card, or remove the edge")
    for problem in source.problems:
        if problem.kind == "edge":
            text, start = graph.vault.text(source.path), problem.start
            key = _BEGINNING if text.startswith(_BEGINNING, start) else _END
            place = Span(source.path, start, start + len(key))
            yield Finding(place, problem.message, hint, _GROUP)
