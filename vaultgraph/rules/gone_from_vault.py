"""The rule `gone-from-vault`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

if TYPE_CHECKING:
    from vaultgraph.anki import AnkiNote, Collection

_NUMBER = lazy_re(r"(?<!\d)\d{10,18}(?!\d)")
_MAX_WORDS = 8
_MAX_SEARCHED = 500


@rule(
    Severity.WARNING,
    plural("{count:,} card that only Anki has", "{count:,} cards that only Anki has"),
    on="Anki",
)
def gone_from_vault(graph: VaultGraph, anki: "Collection") -> Iterator[Finding]:
    """Anki still has a card that is no longer in any note.

    Deleting a card from a note does not delete it from Anki.  Only notes in Anki that have the tag
    of Obsidian_to_Anki and are in a deck of this vault are reported.  This rule runs with `--anki`.

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

    When it is wrong to worry: if another vault syncs into the same deck of the same Anki, its cards
    are not in this one.  Cards without the plugin's tag, and cards in a deck that this vault does
    not use, do not come from it; and an ID anywhere in the notes counts.

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
    written = _find_numbers(graph) if gone else set()
    lost = [note for note in gone if note.id not in written]
    together = _group_message([note.id for note in lost])
    yield from (_finding(note, together) for note in lost)


def _group_message(ids: Sequence[int]) -> Message:
    """Return the message for notes with these *ids*, with a search in Anki that finds them all."""
    search = ",".join(map(str, ids[:_MAX_SEARCHED]))
    if len(ids) > _MAX_SEARCHED:
        return say(
            "{count:,} notes in Anki are no longer in any note of this vault; "
            "search there for the first {most:,}, nid:{search}",
            most=_MAX_SEARCHED,
            search=search,
        )
    return say(
        "{count:,} notes in Anki are no longer in any note of this vault; "
        "search there for nid:{search}",
        search=search,
    )


def _find_numbers(graph: VaultGraph) -> set[int]:
    """Every long number in the notes, so that an ID counts wherever it is."""
    texts = (graph.vault.text(note.path) for note in graph.notes)
    return {int(number) for text in texts for number in _NUMBER.findall(text)}


def _finding(note: "AnkiNote", together: Message) -> Finding:
    from vaultgraph.anki.comparable_text import comparable_text

    question = " ".join(comparable_text(note.fields[0])[:_MAX_WORDS]) if note.fields else ""
    return Finding(
        Span("."),
        say(
            "Anki still has “{question}” (note {id}), which is in no note of this vault",
            question=question,
            id=note.id,
        ),
        say("if it is no longer wanted, delete it in Anki: search there for nid:{id}", id=note.id),
        together,
    )
