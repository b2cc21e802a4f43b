"""The rule `blank-line-in-card`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, holds_another
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import DELIMITED_STYLES, Card, Finding, Note, Severity, Span
from vaultgraph.rules import rule

_BLANK_LINE = lazy_re(r"\n[ \t]+(?=\n)")


@rule(
    Severity.WARNING,
    plural("{count:,} card with a line of spaces", "{count:,} cards with a line of spaces"),
    on="card",
)
def blank_line_in_card(graph: VaultGraph, note: Note, card: Card) -> Iterator[Finding]:
    """A line in a flashcard looks empty, but contains spaces.

    Only a line without any character ends an answer, so a line of spaces joins what follows it to
    the card.  If that is another card, `merged-cards` reports it.  In the examples, ␣ is a space.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        ␣
        This is not meant for the card.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        This is not meant for the card.

    When it is wrong to worry: a card with an ID was synced as it is, and its owner sees in Anki
    what belongs to it.  Ending it at that line would cut off its ID, so nothing is reported.  Code
    may well contain lines of spaces.

    Fine::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        ␣
        It flows from warm to cold.
        <!--ID: 1700000000001-->

    Fine::

        -- Heat.md --
        How is heat computed? #flashcard
        ```python
        heat = mass * capacity
        ␣
        heat *= difference
        ```
    """
    if card.id or card.style in DELIMITED_STYLES or not card.goes_to_anki:
        return
    text = card.question + "\n" + card.answer
    empty_line = _BLANK_LINE.search(text)
    if (
        empty_line is None
        or text.count("```", 0, empty_line.start()) % 2
        or holds_another(graph, note, card)
    ):
        return
    if found := _BLANK_LINE.search(graph.vault.text(note.path), card.start):
        place = Span(note.path, found.start() + 1, found.end())
        message = say("this line contains only spaces, so it does not end the card")
        hint = say("remove the spaces to end the card here, or delete the line to continue it")
        yield Finding(place, message, hint)
