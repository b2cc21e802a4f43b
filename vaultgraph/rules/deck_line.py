"""The rule `deck-line`."""

from collections import Counter
from collections.abc import Iterator, Mapping

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_NOT_READ = say("the plugin does not read this deck line")
_FAULTS = {
    "second-deck": (
        say("only the first deck line of a note counts"),
        say("move its cards to another note"),
    ),
    "unread-deck": (_NOT_READ, say("put exactly one space after the colon and none before it")),
    "deck-amid-line": (
        _NOT_READ,
        say("begin the line with the keyword: no space or other character before it"),
    ),
    "empty-deck": (
        say("this deck line names no deck"),
        say("name it after the colon or on the next line"),
    ),
}
_UNREAD = {"unread-deck", "deck-amid-line"}

_DEFAULT_DECK = "Default"
"""Where the plugin puts cards if its owner chose no other deck."""


@rule(
    Severity.WARNING,
    plural("{count:,} faulty deck line", "{count:,} faulty deck lines"),
    on="vault",
    skips_templates=True,
)
def deck_line(graph: VaultGraph) -> Iterator[Finding]:
    """A deck line is misplaced, malformed or missing.

    The first line with `TARGET DECK: `, with exactly one space, sets the deck of all cards of the
    note.  Names that differ only in spaces within a level are different decks.

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

    When it is wrong to worry: Anki ignores capitals in the name of a deck and spaces at either end
    of a level, so `physics :: Heat ` is the deck `Physics::Heat`.  Where fewer than half of the
    notes with cards name a deck, or the settings choose one for the others, a missing deck is not
    reported.

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
    """Yield the notes whose deck, in *decks*, is written with other spaces in more notes.

    Anki itself trims the levels of a name and compares them without case: `decks.id` of the `anki`
    package gives one deck for all such spellings.
    """
    most_common: dict[str, str] = {}
    for deck, _ in Counter(decks.values()).most_common():
        most_common.setdefault(_without_spaces(deck), deck)
    spelled = {deck: most_common[_without_spaces(deck)] for deck in set(decks.values())}
    respelled = {deck: other for deck, other in spelled.items() if deck != other}
    if not respelled:
        return
    from vaultgraph.anki import deck_key

    others = {deck: other for deck, other in respelled.items() if deck_key(deck) != deck_key(other)}
    for path, deck in decks.items():
        if deck in others:
            message = say(
                "the deck {deck} differs from {other} only in its spaces",
                deck=deck,
                other=others[deck],
            )
            hint = say("write {deck}, as elsewhere", deck=others[deck])
            yield Finding(_deck_place(graph, path, deck), message, hint)


def _without_spaces(deck: str) -> str:
    return "".join(deck.casefold().split())


def _deck_place(graph: VaultGraph, path: str, deck: str) -> Span:
    """Where the note at *path* names its *deck*; the whole note if a folder does."""
    text = graph.vault.text(path)
    line = text.find(graph.vault.card_finder.settings.words.deck_line)
    start = text.find(deck, line) if line >= 0 else -1
    return Span(path, start, start + len(deck)) if start >= 0 else Span(path)


def _without_deck(graph: VaultGraph, decks: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the notes whose cards go to the default deck, if most notes name a deck."""
    settings = graph.vault.card_finder.settings
    without = [path for path, deck in decks.items() if deck == settings.deck]
    if 2 * len(without) >= len(decks) or settings.deck != _DEFAULT_DECK:
        return
    for path in without:
        note = graph.vault.notes[path]
        if any(fault.kind in _UNREAD for fault in note.card_faults):
            continue
        hint = _hint(settings.words.deck_line, has_folder_decks=bool(settings.folder_decks))
        if "cards-deck" in note.properties:
            hint = say("cards-deck belongs to another plugin; {advice}", advice=hint)
        message = say("no deck is named for these cards: they go to {deck}", deck=settings.deck)
        group_message = say(
            "{count:,} notes name no deck for their cards, which go to {deck}", deck=settings.deck
        )
        yield Finding(Span(path), message, hint, group_message, Severity.INFO)


def _hint(keyword: str, *, has_folder_decks: bool) -> Message:
    """How to name a deck, by a line with *keyword*."""
    if has_folder_decks:
        return say(
            "name one with {keyword}:, or choose one for the folder of the note in the settings",
            keyword=keyword,
        )
    return say("name one with {keyword}:", keyword=keyword)
