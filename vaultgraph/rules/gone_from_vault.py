"""The rule `gone-from-vault`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

if TYPE_CHECKING:
    from vaultgraph.anki import AnkiNote, Collection

_NUMBER = lazy_re(r"(?<!\d)\d{10,18}(?!\d)")
_MOST_WORDS = 8


@rule(Severity.WARNING, on="Anki")
def gone_from_vault(graph: VaultGraph, anki: "Collection") -> Iterator[Finding]:
    """Anki still asks a card that is in no note any more.

    Whoever deletes a card from a note deletes it here only.  Told are the notes in Anki that have
    the tag of Obsidian_to_Anki and lie in a deck of this vault.  This rule runs with `--anki`.

    Bad::

        -- Heat.md --
        TARGET DECK: Physics

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->
        -- Anki --
        1700000000001 in Physics: What is heat? | Energy on its way.
        1700000000002 in Physics: What is work? | Force times distance.

    Good::

        -- Heat.md --
        TARGET DECK: Physics

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        DELETE
        <!--ID: 1700000000002-->
        -- Anki --
        1700000000001 in Physics: What is heat? | Energy on its way.
        1700000000002 in Physics: What is work? | Force times distance.

    When it is wrong to worry: if another vault syncs with the same Anki into the same deck, its
    cards are not in this one.  What does not have the plugin's tag, or is in a deck that this vault
    does not use, is none of its cards; and an ID counts wherever it is in the notes.

    Fine::

        -- Heat.md --
        TARGET DECK: Physics

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        Kept for later: 1700000000002
        -- Anki --
        1700000000001 in Physics: What is heat? | Energy on its way.
        1700000000002 in Physics: What is work? | Force times distance.
        1700000000003 in Spanish: calor | heat
    """
    from vaultgraph.anki import deck_key

    tag = graph.vault.card_finder.settings.tag
    decks = {deck_key(card.deck) for _, card in graph.cards if card.goes_to_anki}
    gone = [
        note
        for number, note in anki.notes.items()
        if number not in graph.vault.card_ids and note.has_tag(tag)
        if any(deck_key(card.deck) in decks for card in note.cards)
    ]
    written = _numbers(graph) if gone else set()
    yield from (_finding(note) for note in gone if note.id not in written)


def _numbers(graph: VaultGraph) -> set[int]:
    """Every long number in the notes, so that an ID counts wherever it stands."""
    texts = (graph.vault.text(note.path) for note in graph.notes)
    return {int(number) for text in texts for number in _NUMBER.findall(text)}


def _finding(note: "AnkiNote") -> Finding:
    from vaultgraph.anki.wording import comparable_text

    question = " ".join(comparable_text(note.fields[0])[:_MOST_WORDS]) if note.fields else ""
    return Finding(
        Span("."),
        f"Anki still asks “{question}”, note {note.id}, which is in no note of this vault",
        f"if it is no longer wanted, delete it in Anki: search there for nid:{note.id}",
        "{count} notes in Anki are in no note of this vault any more",
    )
