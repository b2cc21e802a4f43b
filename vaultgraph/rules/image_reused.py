"""The rule `image-reused`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, card_reference
from vaultgraph.messages import plural, say
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import is_image
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} image on two cards", "{count:,} images on two cards"),
    on="vault",
    by_default=False,
)
def image_reused(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards show the same image.

    That is usually intended, as for a diagram of a whole topic; or one of them got the picture of
    the other.  So it is reported only on request.

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

    When it is wrong to worry: nearly always, which is why the rule is off.  An image twice in
    one card, or outside of cards, is not reported.

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
        other_note, other = first.setdefault(edge.target or "", (note, card))
        # Cards of two copies of a note may be equal, even in their offsets.
        if (other_note.path, other.start) != (note.path, card.start):
            reference = card_reference(graph, other_note, other, note)
            message = say("{card} shows the same image", card=reference)
            hint = say("if one of them shows it by mistake, replace it there")
            group_message = say("{count:,} embedded images are also shown by another card")
            yield Finding(edge.span, message, hint, group_message, other=other_note.path)
