"""Flashcards, as Obsidian_to_Anki finds them.

Which styles a vault uses, its own settings of the plugin say, each as a regular expression for a
note type.  A style is a module with `NAME` and `parser(pattern)`, which returns a parser for the
expressions that it knows; `STYLES` lists them.  Any other expression is run as it is, for a limited
time.  Nothing else knows how cards are written.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Protocol

from vaultgraph.model import CardRow
from vaultgraph.reading.cards import headings, neuracache, question_answer
from vaultgraph.reading.cards.found import Found, Suffix
from vaultgraph.reading.cards.settings import SETTINGS_FILE, CardSettings, read_card_settings
from vaultgraph.reading.cards.spans import Spans

__all__ = ["SETTINGS_FILE", "CardFinder", "read_card_settings"]

STYLES = (neuracache, headings, question_answer)

_PASSES = tuple(Suffix(tags, number) for tags in (True, False) for number in (True, False))


class Parser(Protocol):
    """Finds the cards of one style; a text without its `marker` has none."""

    marker: str

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""


class CardFinder:
    """Finds the cards of a vault with these *settings*.

    `tags` end the question of a card; they are in lower case and have their `#`.
    """

    def __init__(self, settings: CardSettings) -> None:
        self._settings = settings
        words = settings.words
        self._deck_line = _line(words.deck_line)
        self._tags_line = _line(words.tags_line)
        self._faults: list[str] = []
        self._parsers: list[tuple[str, str, Parser]] = []
        for kind, pattern in settings.patterns:
            self._add(kind, pattern)
        markers = (parser.marker for _, style, parser in self._parsers if style == neuracache.NAME)
        self.tags = frozenset(marker.strip().lower() for marker in markers)

    @property
    def faults(self) -> tuple[str, ...]:
        """Which of the vault's expressions find no cards, and why."""
        slow = (kind for kind, _, parser in self._parsers if getattr(parser, "is_too_slow", False))
        return (
            *self._faults,
            *(
                f"the expression for {kind} takes too long: not all cards are found"
                for kind in slow
            ),
        )

    def _add(self, kind: str, pattern: str) -> None:
        """Take the parser for the expression *pattern* of the note type *kind*."""
        for style in STYLES:
            if parser := style.parser(pattern):
                self._parsers.append((kind, style.NAME, parser))
                return
        from vaultgraph.reading.cards.custom import Custom, JavaScriptError

        try:
            self._parsers.append((kind, Custom.name, Custom(pattern)))
        except JavaScriptError as error:
            self._faults.append(f"the expression for {kind} cannot be read: {error}")

    def find(self, path: str, text: str) -> Iterator[CardRow]:
        """Yield the fields of a `Card` for every flashcard of the note at *path*, in order."""
        if not self._may_have_cards(text) or not self._is_scanned(path):
            return
        deck_line, tags_line = self._deck_line.search(text), self._tags_line.search(text)
        deck = deck_line[1] if deck_line else self._folder_deck(path)
        tags = tuple(tags_line[1].split()) if tags_line else ()
        spans = Spans(text)
        spans.add(line.span() for line in (deck_line, tags_line) if line)
        for card, style, kind in sorted(self._all(text, spans), key=lambda found: found[0].start):
            yield (
                card.question, card.answer, card.start, card.end, card.id, card.id_start,
                style, kind, deck, (*tags, *card.tags),
            )  # fmt: skip

    def marks(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield the tags that mark a card, with their offsets, wherever they end a word."""
        spans = None
        for tag in self.tags:
            if tag in text:
                spans = spans or Spans(text)
                for match in _mark(tag).finditer(text):
                    if not spans.cover(match.start(), match.end()):
                        yield tag, match.start()

    def _may_have_cards(self, text: str) -> bool:
        words = self._settings.words
        markers = (parser.marker for _, _, parser in self._parsers)
        return any(mark in text for mark in (words.begin_note, words.begin_inline, *markers))

    def _all(self, text: str, spans: Spans) -> Iterator[tuple[Found, str, str]]:
        """Yield the cards in the order in which the plugin takes them, each with style and type."""
        words = self._settings.words
        if words.begin_note in text or words.begin_inline in text:
            from vaultgraph.reading.cards.blocks import find_blocks, find_inline

            for style, find in (("block", find_blocks), ("inline", find_inline)):
                cards = find(text, words, self._settings.fields)
                taken = [card for card in cards if not spans.cover(card.start, card.end)]
                spans.add((card.start, card.end) for card in taken)
                yield from ((card, style, card.note_type) for card in taken)
        for kind, style, parser in self._parsers:
            for suffix in _passes(text) if parser.marker in text else ():
                cards = parser.find(text, suffix)
                taken = [card for card in cards if not spans.cover(card.start, card.end)]
                spans.add((card.start, card.end) for card in taken)
                yield from ((card, style, kind) for card in taken)

    def _folder_deck(self, path: str) -> str:
        """The deck of the innermost folder of *path* that has one, else the vault's default."""
        decks = self._settings.folder_decks
        folder = path.rpartition("/")[0]
        while folder and not decks.get(folder):
            folder = folder.rpartition("/")[0]
        return decks.get(folder) or self._settings.deck

    def _is_scanned(self, path: str) -> bool:
        scanned = self._settings.scanned
        if scanned and not path.startswith(scanned + "/"):
            return False
        if not self._settings.ignored:
            return True
        from vaultgraph.reading.cards.globs import matches

        return not any(matches(path, glob) for glob in self._settings.ignored)


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
    return re.compile(rf"{literal}(?<![^\n]{literal})(?:\n|: )(.*)")
