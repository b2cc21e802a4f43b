"""The rule `image-only-answer`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.cards import is_image_only
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(Severity.INFO, on="vault", skips_templates=True)
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

    When it is wrong to worry: where the question asks for a picture, its answer is one; take the
    finding for a count, not for a fault.  An embedded note or recording has words of its own, and
    is not reported.

    Fine::

        -- Heat.md --
        How is “heat” pronounced? #flashcard
        ![[heat.mp3]]
    """
    images = [(note, card) for note, card in graph.intended_cards if is_image_only(card)]
    group_message = (
        f"{{count}} of {len(graph.intended_cards):,} answers are only images" if images else ""
    )
    for note, card in images:
        hint = "add a sentence that says it, unless a picture was asked for"
        yield Finding(card.span(note.path), "the answer is only an image", hint, group_message)
