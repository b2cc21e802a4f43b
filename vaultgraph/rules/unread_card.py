"""The rule `unread-card`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.ERROR,
    plural(
        "{count:,} card that the plugin does not read",
        "{count:,} cards that the plugin does not read",
    ),
    on="card fault",
    of="unread-block unread-inline",
)
def unread_card(graph: VaultGraph, note: Note, fault: CardFault) -> Iterator[Finding]:
    """Obsidian_to_Anki does not read a card written with START and END.

    START must be alone on its line, with nothing before or after it, not even a space.  END must
    begin a line below; STARTI and ENDI must be on one line.  Otherwise the card is never added to
    Anki, and there is no warning.

    Bad::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back: Energy on its way.

    Good::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back: Energy on its way.
        END

    When it is wrong to worry: START only counts as a card if a note type that the plugin knows is
    on the next line, so a heading or a sentence with the word does not.  An example of the syntax
    in a fence is not reported.

    Fine::

        -- Heat.md --
        # START

        START
        The way begins here, the END is near.

        ```
        START
        Basic
        A question without its end.
        ```
    """
    message, hint = _explain(graph, note, fault)
    yield Finding(Span(note.path, fault.start, fault.end), message, hint)


def _explain(graph: VaultGraph, note: Note, fault: CardFault) -> tuple[Message, Message]:
    """Why the plugin sees no card, and what to do."""
    words = graph.vault.card_finder.settings.words
    begin, end = words.begin_note, words.end_note
    if fault.kind == "unread-inline":
        message = say(
            "the plugin sees no card here: there is no {end} on this line", end=words.end_inline
        )
        return message, say("end the card with {end}", end=words.end_inline)
    if fault.detail == "case":
        message = say("the plugin sees no card here: the word must be {begin}", begin=begin)
        return message, say("write {begin}", begin=begin)
    if fault.detail == "no-end" and fault.unpaired:
        line = graph.vault.line(note.path, fault.unpaired)
        message = say("the plugin sees no card here: no line begins with {end}", end=end)
        return message, say("remove the text before {end} on line {line}", end=end, line=line)
    if fault.detail == "no-end":
        message = say("the plugin sees no card here: no line {end} follows", end=end)
        return message, say("end the card with a line {end}", end=end)
    if fault.detail == "spaces":
        message = say("the plugin sees no card here: there is a space beside {begin}", begin=begin)
        return message, say("remove the spaces from this line")
    message = say("the plugin sees no card here: {begin} is not alone on its line", begin=begin)
    return message, say("keep only {begin} on this line", begin=begin)
