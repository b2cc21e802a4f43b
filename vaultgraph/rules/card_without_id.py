"""The rule `card-without-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, find_unknown_cards
from vaultgraph.model import Card, Finding, Note, Severity, Span
from vaultgraph.reading import CARD_SETTINGS_FILE, LastSync
from vaultgraph.rules import rule


@rule(Severity.WARNING, on="vault", skips_templates=True)
def card_without_id(graph: VaultGraph) -> Iterator[Finding]:
    """A flashcard has no ID, so Anki does not know it.

    Obsidian_to_Anki writes `<!--ID: …-->` behind every card that Anki took.  A card without one
    is new, or Anki refused it, or the plugin passed over its note.  If the plugin has left its
    settings in the vault, they tell which; otherwise each note is reported once.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

    When it is wrong to worry: a card that was written after the last sync waits for the next, and
    one with a schedule of the plugin Spaced Repetition never goes to Anki.  A card that is cut off
    from its ID has one: `orphan-card-id` reports it, for a sync would make a second card.  A
    heading, a paragraph or a table that an expression finds in a note without any ID, which the
    plugin has not met, may be no card at all: all of these are one info about the vault, and those
    of them without a question are not told, nor are those of a note type of which Anki has taken
    none.

    Fine::

        -- Heat.md --
        #flashcards

        heat::energy on its way <!--SR:!2026-11-24,3,250-->

    Fine::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        <!--ID: 1700000000001-->
    """
    for note, cards in find_unknown_cards(graph):
        for card in cards:
            if not card.question:
                message = "Anki refuses this card: its question is empty"
                yield Finding(card.span(note.path), message, "write the question")
        yield from _findings(graph, note, [card for card in cards if card.question])
    yield from _plausible(graph)


def _plausible(graph: VaultGraph) -> Iterator[Finding]:
    """Yield how much of the vault only looks like cards, and becomes some nevertheless."""
    notes, texts, headings = 0, 0, 0
    is_plausible_only = graph.vault.card_finder.is_plausible_only
    for note in graph.notes_with("cards"):
        if 0 in note.summary.ids and not graph.vault.is_template(note.path):
            found = [card for card in note.cards if card.question and is_plausible_only(note, card)]
            starts = {start for _, _, start in note.parsed.headings} if found else set()
            notes += bool(found)
            texts += len(found)
            headings += sum(not starts.isdisjoint((c.start, c.question_start)) for c in found)
    if not texts:
        return
    what = "heading" if headings == texts else "text"
    message = f"{texts:,} {what}s of {notes:,} notes become cards at the next sync"
    if texts == 1:
        message = f"1 {what} of 1 note becomes a card at the next sync"
    message = message.replace(" 1 notes", " 1 note")
    hint = "if that is not meant, name the folder of the cards in Scan Directory"
    yield Finding(Span(CARD_SETTINGS_FILE), message, hint, severity=Severity.INFO)


def _findings(graph: VaultGraph, note: Note, cards: list[Card]) -> Iterator[Finding]:
    """Yield why *cards* of *note* have no ID."""
    last_sync = graph.vault.last_sync(note.path)
    if not cards or last_sync is LastSync.WINDOWS:
        return
    if last_sync is LastSync.UNKNOWN or not cards[0].goes_to_anki:
        yield _never_synced(graph, note, cards)
    elif last_sync is LastSync.OTHER:
        yield from _new(note, cards)
    else:
        yield from _refused(note, cards)


def _never_synced(graph: VaultGraph, note: Note, cards: list[Card]) -> Finding:
    (first, *others), why, group_message = cards, "they are not in Anki", ""
    who = f"this card and {len(others)} more of this note have" if others else "this card has"
    if not first.goes_to_anki or not graph.vault.card_finder.settings.hashes:
        why = why if others else "it is not in Anki"
    elif any(card.id for card in note.cards):
        why = "the note was not synced since it lies here"
        group_message = "{count} notes with new cards were not synced since they lie where they are"
    else:
        why, group_message = (
            "the note was never synced",
            "{count} notes with cards were never synced",
        )
    hint = f"sync the note with {first.plugin}, and look at what Anki says"
    return Finding(first.span(note.path), f"{who} no ID: {why}", hint, group_message)


def _new(note: Note, cards: list[Card]) -> Iterator[Finding]:
    message = "this card has no ID, and its note changed since the last sync"
    hint = "sync the note with Obsidian_to_Anki"
    group_message = "{count} cards have no ID, and their notes changed since the last sync"
    for card in cards:
        yield Finding(card.span(note.path), message, hint, group_message, Severity.INFO)


def _refused(note: Note, cards: list[Card]) -> Iterator[Finding]:
    """Yield the *cards* of *note*, which the plugin has seen, or passed over with all others."""
    if any(card.id for card in note.cards):
        message = "Anki probably refused this card at the last sync"
        hint = "it may have this question already: ask in other words, and change the note"
        for card in cards:
            yield Finding(card.span(note.path), message, hint)
        return
    what = "this card" if len(cards) == 1 else f"the {len(cards)} cards of this note"
    yield Finding(
        cards[0].span(note.path),
        f"the plugin passed over {what}, and looks again only when the note changes",
        "change the note, or clear the file hash cache in the settings of Obsidian_to_Anki",
        "the plugin passed over the cards of {count} notes, and looks again only if they change",
    )
