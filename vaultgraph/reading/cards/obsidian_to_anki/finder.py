"""Flashcards, as Obsidian_to_Anki finds them.

Which styles a vault uses, its own settings of the plugin say, each as a regular expression for a
note type.  The handbook's expressions have parsers in `styles`; any other is run as it is, for a
limited time.  Nothing else knows how cards are written.
"""

import re
from collections.abc import Iterator
from functools import cache

from vaultgraph.model import OBSIDIAN_TO_ANKI, CardFaultRow, CardRow
from vaultgraph.reading.cards.obsidian_to_anki.deletions import has_deletion
from vaultgraph.reading.cards.obsidian_to_anki.faults import deck_faults, swallowed
from vaultgraph.reading.cards.obsidian_to_anki.found import LINE_ENDS, Found, Suffix, card_id
from vaultgraph.reading.cards.obsidian_to_anki.last_sync import LastSync, compare
from vaultgraph.reading.cards.obsidian_to_anki.settings import CardSettings
from vaultgraph.reading.cards.obsidian_to_anki.spans import Spans
from vaultgraph.reading.cards.obsidian_to_anki.styles import STYLES, Parser, neuracache

__all__ = ["CardFinder"]

_ID = re.compile(r"<!--ID: ([0-9]+)-->")
_PASSES = tuple(Suffix(tags, number) for number in (True, False) for tags in (True, False))


class CardFinder:
    """Finds the cards of a vault with these *settings*.

    `tags` end the question of a card; they are in lower case and have their `#`.
    """

    def __init__(self, settings: CardSettings) -> None:
        self.settings = settings
        words = settings.words
        self._deck_line = _line(words.deck_line)
        self._tags_line = _line(words.tags_line)
        self._frozen = re.compile(rf"{re.escape(words.frozen_line)} - (.*?):\n(?:[^\n]\n?)+")
        self._faults: list[str] = [settings.fault] if settings.fault else []
        self._parsers: list[tuple[str, str, Parser]] = []
        for kind, pattern in settings.patterns:
            self._add(kind, pattern)
        markers = (parser.marker for _, style, parser in self._parsers if style == neuracache.NAME)
        self.tags = frozenset(marker.strip().lower() for marker in markers)

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the vault's settings are of no use, and which of its expressions find no cards."""
        slow = (kind for kind, _, parser in self._parsers if getattr(parser, "is_too_slow", False))
        return (
            *self._faults,
            *(
                f"the expression for {kind} takes too long: not all cards are found"
                for kind in slow
            ),
        )

    @property
    def is_guess(self) -> bool:
        """Whether the vault does not say how cards are written: then none is meant in code."""
        return not self.settings.found

    @property
    def shares_time(self) -> bool:
        """Whether there are expressions of the user's own, for which all notes share some time."""
        return any(style == "custom" for _, style, _ in self._parsers)

    @property
    def styles(self) -> tuple[tuple[str, str], ...]:
        """The note types whose cards are sought by an expression, each with the style of it."""
        return tuple((kind, style) for kind, style, _ in self._parsers)

    def _add(self, kind: str, pattern: str) -> None:
        """Take the parser for the expression *pattern* of the note type *kind*."""
        for style in STYLES.values():
            if parser := style.parser(pattern):
                self._parsers.append((kind, style.NAME, parser))
                return
        from vaultgraph.reading.cards.obsidian_to_anki.styles.custom import Custom, JavaScriptError

        try:
            self._parsers.append((kind, Custom.name, Custom(pattern)))
        except JavaScriptError as error:
            self._faults.append(f"the expression for {kind} cannot be read: {error}")

    def find(self, path: str, text: str) -> tuple[tuple[CardRow, ...], tuple[CardFaultRow, ...]]:
        """The fields of every `Card` of the note at *path*, and of every `CardFault`, in order."""
        if not self._may_have_cards(text) or not self.scans(path):
            return (), ()
        reading = _Reading(self._parsers, self.settings, text)
        words = self.settings.words
        deck_line = self._deck_line.search(text) if words.deck_line in text else None
        tags_line = self._tags_line.search(text) if words.tags_line in text else None
        reading.spans.add(line.span() for line in (deck_line, tags_line) if line)
        reading.freeze(self._frozen)
        found = sorted(reading.cards(), key=lambda card: card[0].start)
        deck = deck_line[1] if deck_line else self._folder_deck(path) or self.settings.deck
        tags = (*self._folder_tags(path), *(tags_line[1].split() if tags_line else ()))
        rows = tuple(
            (
                card.question, card.answer, card.start, card.end, card.id, card.id_start,
                style, kind, deck, (*tags, *card.tags), _question_start(text, card),
                OBSIDIAN_TO_ANKI, "",
            )
            for card, style, kind in found
        )  # fmt: skip
        if rows:
            faults = deck_faults(text, self.settings.words.deck_line, self._deck_line)
            reading.faults += (f for f in faults if not reading.spans.fence(f[2], f[3]))
        if "\r\n" in text:
            hidden = len(self.find(path, text.replace("\r\n", "\n"))[0]) - len(rows)
            reading.faults += [("crlf", str(hidden), 0, 0, 0, 0, 0)] if hidden > 0 else []
        return rows, tuple(sorted(reading.faults, key=lambda fault: fault[2]))

    def hidden_by_windows(self, path: str, text: str) -> int:
        """How many cards Windows line ends would hide, were they in the note at *path*."""
        windows = text.replace("\r\n", "\n").replace("\n", "\r\n")
        return sum(int(fault[1]) for fault in self.find(path, windows)[1] if fault[0] == "crlf")

    def last_sync(self, path: str, text: str) -> LastSync:
        """What is known of the last sync of the note at *path*; line ends count if they hid a card.

        Raises KeyError if the plugin never met it.
        """
        result = compare(self.settings.hashes[path], text)
        if result is LastSync.WINDOWS and not self.hidden_by_windows(path, text):
            return LastSync.SAME
        return result

    def marks(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield the tags that mark a card, with their offsets, wherever they end a word."""
        spans = None
        for tag in self.tags:
            if tag in text:
                spans = spans or Spans(text)
                for match in _mark(tag).finditer(text):
                    if not spans.cover(match.start(), match.end()):
                        yield tag, match.start()

    def ids(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the IDs of *text* with their offsets, but not those that Anki is told to delete."""
        deletes = self.settings.words.delete_line
        deleting = (deletes, deletes + "\n")
        if "<!--ID: " in text:
            for match in _ID.finditer(text):
                if not text.endswith(deleting, 0, match.start()):
                    yield card_id(match[1]), match.start(1)

    def scans(self, path: str) -> bool:
        """Whether the plugin looks for cards in the note at *path*."""
        scanned = self.settings.scanned
        if scanned and not path.startswith(scanned + "/"):
            return False
        if not self.settings.ignored:
            return True
        from vaultgraph.reading.globs import matches

        return not any(matches(path, glob) for glob in self.settings.ignored)

    def _may_have_cards(self, text: str) -> bool:
        words = self.settings.words
        markers = (parser.marker for _, _, parser in self._parsers)
        return any(mark in text for mark in (words.begin_note, words.begin_inline, *markers))

    def named_deck(self, path: str, text: str) -> str:
        """The deck that the note at *path*, or a folder, names; empty if none does."""
        deck_line = self._deck_line.search(text)
        return deck_line[1].strip() if deck_line else self._folder_deck(path)

    def _folder_deck(self, path: str) -> str:
        """The deck of the innermost folder of *path* that has one."""
        decks = self.settings.folder_decks
        return next((decks[f] for f in _folders(path) if decks.get(f)), "")

    def _folder_tags(self, path: str) -> Iterator[str]:
        """Yield the tags of all folders that hold *path*."""
        tags = self.settings.folder_tags
        for folder in _folders(path) if tags else ():
            yield from tags.get(folder, "").split()


class _Reading:
    """One note on its way: what is taken already, and what went wrong."""

    def __init__(
        self, parsers: list[tuple[str, str, Parser]], settings: CardSettings, text: str
    ) -> None:
        self._parsers = parsers
        self._settings = settings
        self._text = text
        self.spans = Spans(text)
        self.faults: list[CardFaultRow] = []

    def freeze(self, frozen: re.Pattern[str]) -> None:
        """Take out the texts that the plugin adds to every card of a type."""
        if self._settings.words.frozen_line + " - " not in self._text:
            return
        for match in frozen.finditer(self._text):
            self.spans.add([match.span()])
            self._knows("frozen-type", match[1], match.start(1), match.end(1))

    def cards(self) -> Iterator[tuple[Found, str, str]]:
        """Yield the cards in the order in which the plugin takes them, each with style and type."""
        words = self._settings.words
        if words.begin_note in self._text or words.begin_inline in self._text:
            yield from self._written_out()
        for kind, style, parser in self._parsers:
            for suffix in _passes(self._text) if parser.marker in self._text else ():
                for card in self._take(
                    parser.find(self._text, suffix), is_last=suffix == _PASSES[-1]
                ):
                    if "Cloze" not in kind or self._deletes(card):
                        yield card, style, kind

    def _written_out(self) -> Iterator[tuple[Found, str, str]]:
        from vaultgraph.reading.cards.obsidian_to_anki.blocks import find_blocks, find_inline

        for style, find in (("block", find_blocks), ("inline", find_inline)):
            found = find(self._text, self._settings.words, self._settings.fields)
            for card in self._take(found, is_last=True):
                if self._knows(f"{style}-type", card.note_type, card.start, card.end):
                    yield card, style, card.note_type

    def _take(self, cards: Iterator[Found], *, is_last: bool) -> list[Found]:
        """Those of *cards* that lie in nothing else; what is lost for good is a fault."""
        taken = []
        for card in cards:
            if not self.spans.cover(card.start, card.end):
                taken.append(card)
            elif is_last and (runaway := self.spans.runaway(card.start, card.end)):
                self.faults.append(swallowed(self._text, card, runaway))
        self.spans.add((card.start, card.end) for card in taken)
        return taken

    def _knows(self, fault: str, note_type: str, start: int, end: int) -> bool:
        """Whether there is a *note_type*; it is a *fault* if there is none."""
        fields = self._settings.fields
        if note_type in fields or (note_type.strip() == note_type != "" and not fields):
            return True
        self.faults.append((fault, note_type, start, end, 0, 0, 0))
        return False

    def _deletes(self, card: Found) -> bool:
        settings = self._settings
        text = f"{card.question}\n\n{card.answer}"
        return has_deletion(text, curly=settings.curly, highlights=settings.highlights)


def _question_start(text: str, card: Found) -> int:
    """Where the question of *card* begins: behind the word START, or the marks of a heading."""
    found = text.find(card.question.partition("\n")[0], card.start, card.end)
    return max(found, card.start)


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that hold *path*, the innermost first."""
    folder = path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _passes(text: str) -> Iterator[Suffix]:
    """Yield the passes of the plugin that can find anything in *text*."""
    tagged, numbered = "Tags: " in text, "ID: " in text
    for suffix in _PASSES:
        if (tagged or not suffix.tags) and (numbered or not suffix.id):
            yield suffix


@cache
def _mark(tag: str) -> re.Pattern[str]:
    """Where *tag* stands as a word of its own, and not in an address or in quotes."""
    literal = re.escape(tag)
    return re.compile(rf"{literal}(?<![\[(/\\\"'`&]{literal})(?![\w/-])")


def _line(word: str) -> re.Pattern[str]:
    """A line that gives a value to *word*, which stands before `: ` or alone above it."""
    literal = re.escape(word)
    return re.compile(rf"{literal}(?<![^\n]{literal})(?:\n|: )([^{LINE_ENDS}]*)")
