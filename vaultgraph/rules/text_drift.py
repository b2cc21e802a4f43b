"""The rule `text-drift`."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import LastSync
from vaultgraph.rules import rule

if TYPE_CHECKING:
    from vaultgraph.anki import AnkiNote, Collection

_WORDS_BEFORE, _WORDS_FROM = 2, 5


@rule(
    Severity.INFO,
    plural("{count:,} card that differs in Anki", "{count:,} cards that differ in Anki"),
    on="Anki",
)
def text_drift(graph: VaultGraph, anki: "Collection") -> Iterator[Finding]:
    """A flashcard's text differs between Anki and the note.

    Someone changed it in Anki, and the next sync of the note will undo that; or the note changed
    and was never synced.  Only words count, not their formatting, and whatever Obsidian_to_Anki
    itself adds is ignored.  Notes known to be waiting for a sync are reported by `unsynced-edit`.
    This rule runs with `--anki`.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy **on its way**.
        <!--ID: 1700000000001-->
        -- Anki --
        1700000000001: What is heat? | Energy on its way between bodies.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy **on its way**.
        <!--ID: 1700000000001-->
        -- Anki --
        1700000000001: What is heat? | Energy <strong>on its way</strong>.

    When it is wrong to worry: what the plugin itself adds or leaves out is not a difference: links
    to the note, its path and headings, frozen fields, Markdown markup, numbers of lists and of
    headings, tags.  A note that is waiting for its sync is reported by `unsynced-edit` alone.

    Fine::

        -- Heat.md --
        What is **heat**? #flashcard
        # 1. In short
        1. Energy [[Work|on its way]] #heat
        <!--ID: 1700000000001-->
        -- Anki --
        1700000000001: What is <b>heat</b>? | <h1>1. In short</h1>Energy <a>on its way</a>
    """
    for note, card in graph.cards:
        known = anki.notes.get(card.id) if card.goes_to_anki and card.id else None
        difference = _difference(note, card, known) if known else None
        if difference and not _is_explained(graph, note):
            here, there = difference
            yield Finding(
                card.span(note.path),
                say("Anki has “{there}” where this note has “{here}”", there=there, here=here),
                say("decide which is right, put it into the note, and sync the note"),
                say("the text of {count:,} cards differs in Anki"),
            )


def _difference(note: Note, card: Card, known: "AnkiNote") -> tuple[str, str] | None:
    """The first words that differ between *card* and what is *known*; None if none do."""
    if not known.fields:
        return None
    from vaultgraph.anki.comparable_text import comparable_text

    sides = [(card.question, known.fields[0])]
    if card.back:
        sides.append((card.back, "\n".join(known.fields[1:])))
    for here, there in sides:
        if here == there:  # to compare the words of 50,000 cards takes a second
            continue
        ours, theirs = comparable_text(here), comparable_text(there)
        if ours != theirs and not _contains(theirs, comparable_text(note.path)):
            return _first_difference(ours, theirs)
    return None


def _contains(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether *part* is in *whole*: the plugin may add the path of a note and its headings."""
    starts = range(len(whole) - len(part) + 1)
    return any(whole[start : start + len(part)] == part for start in starts)


def _first_difference(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, str]:
    """The words on both sides around the first that differs."""
    pairs = enumerate(zip_longest(ours, theirs))
    first = next(index for index, (our, their) in pairs if our != their)
    shown = slice(max(0, first - _WORDS_BEFORE), first + _WORDS_FROM)
    return " ".join(ours[shown]), " ".join(theirs[shown])


def _is_explained(graph: VaultGraph, note: Note) -> bool:
    """Whether *note* is waiting for a sync, or has texts that the plugin adds to every card."""
    frozen = graph.vault.card_finder.settings.words.frozen_line + " - "
    awaits = graph.vault.last_sync(note.path) is LastSync.OTHER
    return awaits or frozen in graph.vault.text(note.path)
