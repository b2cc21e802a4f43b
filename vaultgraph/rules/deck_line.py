"""The rule `deck-line`."""

from collections import Counter
from collections.abc import Iterator, Mapping

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule

_UNREAD_LINE = "the plugin does not read this deck line"
_FAULTS = {
    "second-deck": ("only the first deck line of a note counts", "move its cards to another note"),
    "unread-deck": (_UNREAD_LINE, "write one blank behind the colon, and none before it"),
    "deck-amid-line": (_UNREAD_LINE, "begin the line with the word: no blank or mark before it"),
    "empty-deck": ("this deck line names no deck", "name it behind the colon or on the next line"),
    "blank-around-deck": (
        "the deck's name has blanks at an end, and Anki is given them",
        "delete them",
    ),
}
_UNREAD = {"unread-deck", "deck-amid-line"}


@rule(Severity.WARNING, asks="decks", skips_templates=True)
def deck_line(graph: VaultGraph) -> Iterator[Finding]:
    """A note does not put its flashcards into the deck that its writer had in mind.

    The first line with `TARGET DECK: ` counts, with exactly one blank, and for all cards of the
    note.  Names that differ only in case or blanks may not be the same deck.

    Bad::

        -- Heat.md --
        TARGET DECK:Physics

        What is heat? #flashcard
        Energy on its way.

    Good::

        -- Heat.md --
        TARGET DECK: Physics

        What is heat? #flashcard
        Energy on its way.
    """
    for note in graph.notes:
        for fault in note.card_faults:
            if fault.kind in _FAULTS:
                yield Finding(Place(note.path, fault.start, fault.end), *_FAULTS[fault.kind])
    decks = {note.path: note.gist.deck for note in graph.notes if note.gist.deck is not None}
    yield from _other_spellings(decks)
    yield from _without_deck(graph, decks)


def _other_spellings(decks: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the notes whose deck, in *decks*, is written otherwise in more of the others."""
    usual: dict[str, str] = {}
    for deck, _ in Counter(decks.values()).most_common():
        usual.setdefault(_plain(deck), deck)
    spelled = {deck: usual[_plain(deck)] for deck in set(decks.values())}
    for path, deck in decks.items():
        other = spelled[deck]
        if other != deck and other.strip() != deck.strip():
            hint = f"write {other}, as elsewhere"
            yield Finding(Place(path), f"the deck {deck} is nearly called as another", hint)


def _without_deck(graph: VaultGraph, decks: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the notes whose cards fall into the usual deck, if most notes name one."""
    settings = graph.vault.card_finder.settings
    without = [path for path, deck in decks.items() if deck == settings.deck]
    if 2 * len(without) < len(decks):
        for path in without:
            note = graph.vault.notes[path]
            if not any(fault.kind in _UNREAD for fault in note.card_faults):
                other = "cards-deck is another plugin's; " * ("cards-deck" in note.properties)
                crowd = f"{{count}} notes name no deck for their cards, which go to {settings.deck}"
                message = f"no deck is named for these cards: they go to {settings.deck}"
                hint = f"{other}name one, with {settings.words.deck_line}:"
                yield Finding(Place(path), message, hint, crowd, Severity.INFO)


def _plain(deck: str) -> str:
    return "".join(deck.casefold().split())
