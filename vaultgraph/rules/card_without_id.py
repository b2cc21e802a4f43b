"""The rule `card-without-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, find_unknown_cards
from vaultgraph.messages import Message, plural, say, say_count
from vaultgraph.model import Card, Finding, Note, Severity, Span
from vaultgraph.reading import CARD_SETTINGS_FILE, LastSync
from vaultgraph.rules import rule


@rule(
    Severity.WARNING,
    plural("{count:,} card without an ID", "{count:,} cards without an ID"),
    on="vault",
    skips_templates=True,
)
def card_without_id(graph: VaultGraph) -> Iterator[Finding]:
    """A flashcard has no ID, so Anki does not know it.

    Obsidian_to_Anki writes `<!--ID: …-->` after every card that Anki accepted.  A card without one
    is new, or Anki refused it, or the plugin skipped its note.  If the plugin has left its settings
    in the vault, they show which; otherwise each note is reported once.

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
    plugin has not seen, may not be a card at all: all of these are one info about the vault.  Those
    without a question are not reported, nor are those of a note type of which Anki has accepted
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
                message = say("Anki refuses this card: its question is empty")
                yield Finding(card.span(note.path), message, say("write the question"))
        yield from _findings(graph, note, [card for card in cards if card.question])
    yield from _plausible(graph)


def _plausible(graph: VaultGraph) -> Iterator[Finding]:
    """Yield how much text only looks like cards, and becomes cards nevertheless."""
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
    in_notes = say_count("{count:,} note", "{count:,} notes", notes)
    message = (
        say_count(
            "{count:,} heading in {notes} becomes a card at the next sync",
            "{count:,} headings in {notes} become cards at the next sync",
            texts,
            notes=in_notes,
        )
        if headings == texts
        else say_count(
            "{count:,} text in {notes} becomes a card at the next sync",
            "{count:,} texts in {notes} become cards at the next sync",
            texts,
            notes=in_notes,
        )
    )
    hint = say("if this is not intended, set Scan Directory to the folder of the cards")
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
    first, *others = cards
    reason, group_message = _why_unsynced(graph, note, cards)
    message = (
        say(
            "this card and {others:,} more in this note have no ID: {reason}",
            others=len(others),
            reason=reason,
        )
        if others
        else say("this card has no ID: {reason}", reason=reason)
    )
    hint = say("sync the note with {plugin}, and check what Anki reports", plugin=first.plugin)
    return Finding(first.span(note.path), message, hint, group_message)


def _why_unsynced(graph: VaultGraph, note: Note, cards: list[Card]) -> tuple[Message, str]:
    """Why *cards* of *note*, which the plugin has not seen, have no ID; and the group message."""
    if not cards[0].goes_to_anki or not graph.vault.card_finder.settings.hashes:
        reason = say("they are not in Anki") if cards[1:] else say("it is not in Anki")
        return reason, ""
    if any(card.id for card in note.cards):
        return (
            say("the note has not been synced since it was moved here"),
            say("{count:,} notes with new cards have not been synced since they were moved"),
        )
    return (
        say("the note was never synced"),
        say("{count:,} notes with cards were never synced"),
    )


def _new(note: Note, cards: list[Card]) -> Iterator[Finding]:
    message = say("this card has no ID, and its note has changed since the last sync")
    hint = say("sync the note with Obsidian_to_Anki")
    group_message = say(
        "{count:,} cards have no ID, and their notes have changed since the last sync"
    )
    for card in cards:
        yield Finding(card.span(note.path), message, hint, group_message, Severity.INFO)


def _refused(note: Note, cards: list[Card]) -> Iterator[Finding]:
    """Yield the *cards* of *note*, which the plugin has seen, or skipped with all others."""
    if any(card.id for card in note.cards):
        message = say("Anki probably refused this card at the last sync")
        hint = say("Anki may have this question already: reword it in the note, and sync again")
        for card in cards:
            yield Finding(card.span(note.path), message, hint)
        return
    yield Finding(
        cards[0].span(note.path),
        say_count(
            "the plugin skipped this card, and looks again only when the note changes",
            "the plugin skipped the {count:,} cards of this note, and looks again only when the"
            " note changes",
            len(cards),
        ),
        say("change the note, or clear the file hash cache in the settings of Obsidian_to_Anki"),
        say("the plugin skipped the cards of {count:,} notes, and looks again only if they change"),
    )
