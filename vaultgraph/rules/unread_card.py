"""The rule `unread-card`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.rules import rule


@rule(Severity.ERROR, on="card fault", of="unread-block unread-inline")
def unread_card(graph: VaultGraph, note: Note, fault: CardFault) -> Iterator[Finding]:
    """Obsidian_to_Anki does not read a written-out flashcard.

    START must be alone on its line, with nothing before or after it, not even a space.  END must
    begin a line below; STARTI and ENDI must be on one line.  Otherwise the card is never added to
    Anki, and nothing says so.

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

    When it is wrong to worry: START is only taken for a card if a note type that the plugin knows
    is on the next line, so a heading or a sentence with the word is none.  An example of the
    syntax in a fence is left alone.

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
    reason, hint = _reason(graph, note, fault)
    place = Span(note.path, fault.start, fault.end)
    yield Finding(place, f"the plugin sees no card here: {reason}", hint)


def _reason(graph: VaultGraph, note: Note, fault: CardFault) -> tuple[str, str]:
    words = graph.vault.card_finder.settings.words
    begin, end = words.begin_note, words.end_note
    if fault.kind == "unread-inline":
        return f"no {words.end_inline} is on this line", f"end the card with {words.end_inline}"
    if fault.detail == "case":
        return f"the word is {begin}", f"write {begin}"
    if fault.detail == "no-end":
        if not fault.unpaired:
            return f"no line {end} follows", f"end the card with a line {end}"
        line = graph.vault.line(note.path, fault.unpaired)
        return f"no line begins with {end}", f"remove what is before {end} in line {line}"
    if fault.detail == "spaces":
        return f"there is a space beside {begin}", "remove the spaces from this line"
    return f"{begin} is not alone on its line", f"keep only {begin} on this line"
