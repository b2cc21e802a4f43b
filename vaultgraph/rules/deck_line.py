"""The rule `deck-line`."""

from collections import Counter
from collections.abc import Iterator, Mapping

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_UNREAD_LINE = "the plugin does not read this deck line"
_FAULTS = {
    "second-deck": ("only the first deck line of a note counts", "move its cards to another note"),
    "unread-deck": (_UNREAD_LINE, "put exactly one space after the colon and none before it"),
    "deck-amid-line": (_UNREAD_LINE, "begin the line with the word: no space or mark before it"),
    "empty-deck": ("this deck line names no deck", "name it behind the colon or on the next line"),
}
_UNREAD = {"unread-deck", "deck-amid-line"}

_USUAL_DECK = "Default"
"""Where the plugin puts cards if its owner chose no other deck."""


@rule(Severity.WARNING, on="vault", skips_templates=True)
def deck_line(graph: VaultGraph) -> Iterator[Finding]:
    """A note does not put its flashcards into the deck that its writer had in mind.

    The first line with `TARGET DECK: ` counts, with exactly one space, and for all cards of the
    note.  Names that differ only in spaces within a word are different decks.

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

    When it is wrong to worry: Anki takes no notice of capitals in the name of a deck, nor of spaces
    at either end of a level, so `physics :: Heat ` is the deck `Physics::Heat`.  Where fewer than
    half of the notes with cards name a deck, or the settings choose one for the others, nobody
    misses one.

    Fine::

        -- Heat.md --
        TARGET DECK: Physics::Heat

        What is heat? #flashcard
        Energy on its way.
        -- Work.md --
        TARGET DECK: physics :: Heat␣

        What is work? #flashcard
        Force times distance.
        -- Power.md --
        TARGET DECK: Physics::Heat

        What is power? #flashcard
        Work per time.

    Fine::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
    """
    for note in graph.notes_with("card_faults"):
        for fault in note.card_faults:
            if fault.kind in _FAULTS:
                yield Finding(Span(note.path, fault.start, fault.end), *_FAULTS[fault.kind])
    having = graph.notes_with("cards")
    decks = {note.path: note.summary.deck for note in having if note.summary.deck is not None}
    yield from _other_spellings(graph, decks)
    yield from _without_deck(graph, decks)


def _other_spellings(graph: VaultGraph, decks: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the notes whose deck, in *decks*, is written otherwise in more of the others.

    Anki itself trims the levels of a name and compares them without case: `decks.id` of the `anki`
    package gives one deck for all such spellings.
    """
    usual: dict[str, str] = {}
    for deck, _ in Counter(decks.values()).most_common():
        usual.setdefault("".join(deck.casefold().split()), deck)
    spelled = {deck: usual["".join(deck.casefold().split())] for deck in set(decks.values())}
    odd = {deck for deck, other in spelled.items() if deck != other}
    if odd:
        from vaultgraph.anki import deck_key

        odd = {deck for deck in odd if deck_key(deck) != deck_key(spelled[deck])}
    for path, deck in decks.items() if odd else ():
        if deck in odd:
            message = f"the deck {deck} differs from {spelled[deck]} only in its spaces"
            hint = f"write {spelled[deck]}, as elsewhere"
            yield Finding(_deck_place(graph, path, deck), message, hint)


def _deck_place(graph: VaultGraph, path: str, deck: str) -> Span:
    """Where the note at *path* names its *deck*; the whole note if a folder does."""
    text = graph.vault.text(path)
    line = text.find(graph.vault.card_finder.settings.words.deck_line)
    start = text.find(deck, line) if line >= 0 else -1
    return Span(path, start, start + len(deck)) if start >= 0 else Span(path)


def _without_deck(graph: VaultGraph, decks: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the notes whose cards fall into the usual deck, if most notes name one."""
    settings = graph.vault.card_finder.settings
    without = [path for path, deck in decks.items() if deck == settings.deck]
    if 2 * len(without) >= len(decks) or settings.deck != _USUAL_DECK:
        return
    for path in without:
        note = graph.vault.notes[path]
        if any(fault.kind in _UNREAD for fault in note.card_faults):
            continue
        other = "cards-deck is another plugin's; " * ("cards-deck" in note.properties)
        group_message = f"{{count}} notes name no deck for their cards, which go to {settings.deck}"
        message = f"no deck is named for these cards: they go to {settings.deck}"
        by_folder = ", or choose one for its folder in the settings" * bool(settings.folder_decks)
        hint = f"{other}name one, with {settings.words.deck_line}:{by_folder}"
        yield Finding(Span(path), message, hint, group_message, Severity.INFO)
