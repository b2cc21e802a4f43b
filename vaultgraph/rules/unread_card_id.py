"""The rule `unread-card-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.rules import rule

_NO_DIGIT = lazy_re(r"\D+")


@rule(
    Severity.ERROR,
    plural(
        "{count:,} ID that the plugin does not see", "{count:,} IDs that the plugin does not see"
    ),
    on="card fault",
    of="unread-id",
)
def unread_card_id(graph: VaultGraph, note: Note, fault: CardFault) -> Iterator[Finding]:
    """Obsidian_to_Anki does not see the ID of a flashcard.

    It reads `<!--ID: 1700000000001-->` with exactly these spaces, directly below the answer; in a
    card between START and END on the last line, below its tags.  A card whose ID it does not see
    is added to Anki again, as a new card without a history.

    Bad::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back: Energy on its way.
        <!--ID: 1700000000001-->
        Tags: physics
        END

    Good::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back: Energy on its way.
        Tags: physics
        <!--ID: 1700000000001-->
        END

    When it is wrong to worry: only a line, or a comment, with ID and at least ten digits is taken
    for an ID, and only where the ID of this card belongs.

    Fine::

        -- Heat.md --
        Which ID has heat? #flashcard
        ID 42, or in words: ID: forty-two.
        <!--ID: 1700000000001-->

        START
        Basic
        How is an ID written?
        Back: As a comment:
        ```
        <!--ID: 1700000000002-->
        ```
        <!--ID: 1700000000003-->
        END
    """
    words = graph.vault.card_finder.settings.words
    text = graph.vault.text(note.path)[fault.start : fault.end]
    message, hint = _explain(fault, text, words.end_note)
    yield Finding(Span(note.path, fault.start, fault.end), message, hint)


def _explain(fault: CardFault, text: str, end: str) -> tuple[Message, Message]:
    """Why the plugin does not see the ID, and what to do."""
    if fault.detail == "second":
        message = say("the plugin reads this ID as part of the answer: another one is below it")
        return message, say("keep only the ID under which Anki has this card")
    if fault.detail == "tags":
        message = say("the plugin does not see this ID: the tags are below it")
        return message, say("move the tags above the ID")
    if fault.detail == "text":
        message = say("the plugin does not see this ID: there is text below it")
        return message, say("move the ID to the line above {end}", end=end)
    if fault.detail == "below-end":
        message = say("the plugin does not see this ID: it is below {end}", end=end)
        return message, say("move the ID to the line above {end}", end=end)
    message = say("the plugin does not see this ID: it is not written exactly as expected")
    return message, say("write <!--ID: {number}-->", number=_NO_DIGIT.sub("", text))
