"""The rule `image-reused`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, card_reference
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import is_image
from vaultgraph.rules import rule


@rule(Severity.INFO, on="vault", by_default=False)
def image_reused(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards show the same image.

    That is usually meant, as for a diagram of a whole topic; or one of them got the picture of the
    other.  So it is told only on demand.

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

    When it is wrong to worry: nearly always, which is why the rule is off.  Two images in one card,
    or an image outside of cards, are no matter for it.

    Fine::

        -- Heat.md --
        ![[engine.svg]]

        What is heat? #flashcard
        ![[engine.svg]] Energy on its way. ![[engine.svg]]
        -- engine.svg --
    """
    first: dict[str, tuple[Note, Card]] = {}
    images = frozenset(filter(is_image, graph.vault.files))
    for note, card, edge in graph.card_embeds(images):
        other, twin = first.setdefault(edge.target or "", (note, card))
        if twin != card:
            message = f"{card_reference(graph, other, twin, note)} shows the same image"
            hint = "if one of them got it by mistake, show another"
            group_message = "{count} times a card shows the image of another"
            yield Finding(edge.place, message, hint, group_message, other=other.path)
