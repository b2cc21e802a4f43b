"""The rule `image-only-answer`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.cards import is_image_only
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} answer that is only an image", "{count:,} answers that are only an image"),
    on="vault",
    skips_templates=True,
)
def image_only_answer(graph: VaultGraph) -> Iterator[Finding]:
    """The answer of a flashcard is only an image.

    That may be intended, as for a diagram.  But an answer that cannot be put in words is hard to
    check.

    Bad::

        -- Heat.md --
        What does an engine look like? #flashcard
        ![[engine.svg]]

    Good::

        -- Heat.md --
        What does an engine look like? #flashcard
        ![[engine.svg]]
        A piston in a cylinder.

    When it is wrong to worry: if the question asks for a picture, the answer is one; take the
    finding as a count, not as a fault.  An embedded note or recording contains words, and is not
    reported.

    Fine::

        -- Heat.md --
        How is “heat” pronounced? #flashcard
        ![[heat.mp3]]
    """
    images = [(note, card) for note, card in graph.intended_cards if is_image_only(card)]
    message = say("the answer is only an image")
    hint = say("add a sentence that says it, unless the question asks for a picture")
    group_message = say(
        "{count:,} of {total:,} answers are only images", total=len(graph.intended_cards)
    )
    for note, card in images:
        yield Finding(card.span(note.path), message, hint, group_message)
