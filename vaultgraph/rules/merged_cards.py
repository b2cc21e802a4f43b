"""The rule `merged-cards`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_PARAGRAPHS = {"neuracache", "ruled", "custom"}
_CODE = re.compile(r"`[^`\n]*`")
_ID = re.compile(r"<!--ID: \d+|^ID: \d+", re.MULTILINE)


@rule(Severity.ERROR)
def merged_cards(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards run into one, because no empty line stands between them.

    The question of a card is its whole paragraph: with it the plugin takes the card above, its
    answer and even its ID, or the line that names the deck.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        What is work? #flashcard
        Force times distance.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        What is work? #flashcard
        Force times distance.
    """
    finder = graph.vault.card_finder
    deck_line = re.compile(rf"^{re.escape(finder.settings.words.deck_line)}(?:\n|: )", re.MULTILINE)
    for note, card in graph.cards:
        if not card.goes_to_anki:
            continue
        place = card.place(note.path)
        sides = _CODE.sub("", card.question + "\n" + card.answer)
        in_paragraph = card.style in _PARAGRAPHS
        is_marked = in_paragraph and any(tag in sides.lower() for tag in finder.tags)
        if is_marked or _ID.search(sides):
            hint = "put an empty line between the cards"
            yield Finding(place, "more than one card runs into one here", hint)
        elif in_paragraph and deck_line.search(card.question):
            hint = "put an empty line below the deck line"
            yield Finding(place, "the deck line is part of this question", hint)
