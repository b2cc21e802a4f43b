"""The rule `image-only-answer`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity
from vaultgraph.reading import without_embeds
from vaultgraph.rules import rule


@rule(Severity.INFO, asks="cards", skips_templates=True)
def image_only_answer(graph: VaultGraph) -> Iterator[Finding]:
    """The answer of a flashcard is only an image.

    That may be meant, as for a diagram.  But a card that cannot be said in words is hard to check.

    Bad::

        -- Heat.md --
        What does an engine look like? #flashcard
        ![[engine.svg]]

    Good::

        -- Heat.md --
        What does an engine look like? #flashcard
        ![[engine.svg]]
        A piston in a cylinder.
    """
    for note, card in graph.cards:
        if "![" in card.answer and not without_embeds(card.answer).strip():
            place = card.place(note.path)
            crowd = f"{{count}} of {len(graph.cards):,} answers are only images"
            hint = "add a sentence that says it"
            yield Finding(place, "the answer is only an image", hint, crowd)
