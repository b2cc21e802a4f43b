"""The rule `image-reused`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import is_image
from vaultgraph.rules import rule


@rule(Severity.INFO, asks="cards links")
def image_reused(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards show the same image.

    That may be meant; or one of them got the picture of the other.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        ![[engine.svg]] Energy on its way.

        What is work? #flashcard
        ![[engine.svg]] Force times distance.
        -- engine.svg --

    Good::

        -- Heat.md --
        What is heat? #flashcard
        ![[engine.svg]] Energy on its way.

        What is work? #flashcard
        ![[lever.svg]] Force times distance.
        -- engine.svg --
        -- lever.svg --
    """
    first: dict[str, tuple[Note, Card]] = {}
    for note, card, edge in graph.card_embeds:
        if edge.target is None or not is_image(edge.target):
            continue
        other, twin = first.setdefault(edge.target, (note, card))
        if twin != card:
            where = "" if other is note else f" in {other.path}"
            yield Finding(edge.place, f"“{twin.title}”{where} shows the same image")
